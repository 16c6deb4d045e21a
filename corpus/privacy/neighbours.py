"""Municipalities that an answer itself says are neighbours: `nabokommunen Seljord`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.privacy.hits import Category, Hit

_SAID = re.compile(
    r"\b(?:(?:nabokommun(?:e|en|a|er|ene|ane)|nabo(?:en|ene|ane))(?:\s+(?:vår|våre))?"
    r"|grens(?:er|ar|ende|ande)(?:\s+(?:også|og|bare|berre|opp))?\s+(?:til|mot)"
    r"|neighbour(?:ing)?\s+municipalit(?:y|ies)|borders\s+on)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(?:\s+(?:kommune|herad))?\s*(?:,|,?\s(?:og|eller|samt|and)|&)\s*", re.IGNORECASE
)
_LOOKED_BACK = 60
OWN = ("own name",)


def neighbours(hits: Iterable[Hit], text: str) -> tuple[Hit, ...]:
    """The hits, municipalities that stand right behind such words as neighbours.

    So do those that go on in the same row (`nabokommunene Bø, Seljord og Nome`); the respondent's
    own name never does.
    """
    found: list[Hit] = []
    for hit in hits:
        if hit.category is Category.MUNICIPALITY and not hit.rule.startswith(OWN):
            before = found[-1] if found else None
            goes_on = (
                before is not None
                and before.category is Category.NEIGHBOUR
                and _AND.fullmatch(text[before.end : hit.start]) is not None
            )
            said = text[max(0, hit.start - _LOOKED_BACK) : hit.start]
            if goes_on or _SAID.search(said):
                hit = replace(hit, category=Category.NEIGHBOUR)
        found.append(hit)
    return tuple(found)
