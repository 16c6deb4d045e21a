"""Codes that a new name may be a second name of."""

from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.naming.likeness import LIKENESSES, Likeness, Name, likeness
from tui.finding.codes import FinderCode
from tui.finding.ranking import by_use

_MOST = 3


@dataclass(frozen=True, slots=True)
class Similar:
    """A code whose name is much like a new one, and how it is alike."""

    code_id: int
    path: tuple[str, ...]
    why: Likeness


def similar(name: str, codes: Sequence[FinderCode]) -> tuple[Similar, ...]:
    """At most three codes whose own names are much like this one, the most alike first."""
    new = Name(name)
    found = []
    for code in by_use(codes):
        why = likeness(new, Name(code.path[-1]))
        if why:
            found.append(Similar(code.id, code.path, why))
    found.sort(key=lambda each: LIKENESSES.index(each.why))
    return tuple(found[:_MOST])
