"""Answers that say nearly the same: other spelling, other endings, words in another order."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process, utils

NEAR = 85.0
"""Likeness from 0 to 100 from which two texts are proposed as one."""

_LONGEST = 5_000
_SIGNS = 20
_AT_ONCE = 500
"""Texts compared at a time, so that a thread that compares never stops the others for long."""
_NUMBERS = re.compile(r"\d+")
_NO = re.compile(
    r"\b(?:ikk(?:e|je)|aldri|ing(?:en|a|enting)|intet|ut[ea]n|verken|not|never|without|\w+n['’]t)\b",
    re.IGNORECASE,
)


def near(
    texts: Sequence[tuple[int, str]], text: str, at_least: float = NEAR
) -> list[tuple[int, float]]:
    """The answers that are nearly `text`, the most alike first, each with its likeness 0-100.

    Compared are letters and digits. Texts that differ in a number or in how often they say no are
    never alike, however similar they look; nor are texts of more than 5,000 characters.
    """
    if len(text) > _LONGEST or not utils.default_process(text):
        return []
    short = [(id_, other) for id_, other in texts if len(other) <= _LONGEST]
    best: dict[int, float] = {}
    for first in range(0, len(short), _AT_ONCE):
        piece = short[first : first + _AT_ONCE]
        for at, other, score in _alike(text, [other for _, other in piece], at_least):
            if _turns(other) == _turns(text):
                best[piece[at][0]] = max(score, best.get(piece[at][0], 0.0))
    return sorted(best.items(), key=lambda found: (-found[1], found[0]))


def possible_lengths(text: str) -> tuple[int, int]:
    """The fewest and most characters a nearly identical text has, signs and spaces included."""
    return int(0.6 * len(text)) - _SIGNS, int(1.6 * len(text)) + _SIGNS


def _alike(text: str, choices: Sequence[str], at_least: float) -> Iterator[tuple[int, str, float]]:
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        found = process.extract(
            text,
            choices,
            scorer=scorer,
            processor=utils.default_process,
            score_cutoff=at_least,
            limit=None,
        )
        yield from ((at, other, score) for other, score, at in found)


def _turns(text: str) -> tuple[list[str], int]:
    """What turns the meaning of a text without changing its look: numbers, and words of no."""
    return sorted(_NUMBERS.findall(text)), len(_NO.findall(text))
