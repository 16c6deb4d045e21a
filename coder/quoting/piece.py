"""A coded piece of an answer, as it is looked at when quotes are chosen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.problems import Problem

words_of = re.compile(r"\w+(?:[-'’.]\w+)*").findall
"""The words of a text, as they are counted."""


class Place(NamedTuple):
    """Characters `start` to `end` (not included) of an answer; both None: all of it."""

    answer_id: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece under a theme.

    `codes` are those under the theme that it has, `beside` the others on the very same piece, both
    in codebook order. `chosen` is the code it is printed under, None when it is not chosen, and
    `order` where it stands there, from 1. `quoted` is how often its respondent is quoted in the
    study. `flagged` says that somebody flagged the answer as a quote while coding. `respondent` is
    for the researcher's eyes only.
    """

    place: Place
    codes: tuple[int, ...]
    beside: tuple[int, ...]
    coders: tuple[str, ...]
    respondent: str
    band: str
    text: str
    chosen: int | None = None
    order: int = 0
    quoted: int = 0
    flagged: bool = False

    @property
    def words(self) -> int:
        """Its length in words."""
        return len(words_of(self.text))

    @property
    def name(self) -> str:
        """What it is called inside the study: `R12`, or `R12:7-31` for a part of an answer."""
        return place_name(self.respondent, self.place)


def place_name(respondent: str, place: Place) -> str:
    """`R12`, or `R12:7-31` for a part of an answer."""
    return respondent if place.start is None else f"{respondent}:{place.start}-{place.end}"


def piece_named(pieces: Sequence[Piece], name: str) -> Piece:
    """The piece of this name; a respondent's name will do when there is one piece of it.

    Raises a Problem that names the pieces there are.
    """
    wanted = name.strip()
    found = [each for each in pieces if each.name == wanted]
    found = found or [each for each in pieces if each.respondent == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.name for each in found)
        raise Problem(f"{wanted} has several pieces here.", f"Name one: {names}")
    raise Problem(f"No piece here is called {wanted}.", "See what there is with: --list")


def overlap(one: Place, other: Place) -> bool:
    """Whether two places have characters in common."""
    if one.answer_id != other.answer_id:
        return False
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start < other.end and other.start < one.end


def runs(text: str, length: int) -> Iterable[tuple[str, ...]]:
    """All runs of so many words in a text, whatever their case and signs between them."""
    words = words_of(text.casefold())
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
