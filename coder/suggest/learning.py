"""The codes and codings that suggestions are learned from, and what is new in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CodesAndOrder = tuple[frozenset[int], int]
"""The codes of an answer, and its order: answers first coded later have larger numbers."""


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """What helps to know a code: its name, and all that is said of it (path, definition, rules).

    `meaning` is what the sentence encoder says of the text, packed; empty without it.
    """

    name: str
    text: str
    meaning: bytes = b""


@dataclass(frozen=True)
class Coding:
    """The codes that may be suggested and the coded answers, by their ids, at one moment."""

    codes: Mapping[int, CodeSaid] = field(default_factory=dict)
    coded: Mapping[int, CodesAndOrder] = field(default_factory=dict)


NOTHING_CODED = Coding()
_NONE: CodesAndOrder = frozenset(), 0


@dataclass(frozen=True)
class News:
    """What makes one coding of another.

    `gone` are codes that went, `codes` those that are new or said otherwise, `coded` answers that
    have other codes (none: they are not coded any more).
    """

    gone: tuple[int, ...]
    codes: Mapping[int, CodeSaid]
    coded: Mapping[int, CodesAndOrder]

    def __bool__(self) -> bool:
        return bool(self.gone or self.codes or self.coded)


def news(before: Coding, now: Coding) -> News:
    """What has changed between two moments; costs little beside the codings themselves."""
    gone = before.codes.keys() - now.codes.keys()
    codes = dict(sorted(now.codes.items() - before.codes.items()))
    if before.coded is now.coded:
        return News(tuple(sorted(gone)), codes, {})
    other = now.coded.items() - before.coded.items()
    taken_back = before.coded.keys() - now.coded.keys()
    return News(
        tuple(sorted(gone)), codes, dict(sorted(other)) | dict.fromkeys(sorted(taken_back), _NONE)
    )
