"""The growth of a code list over the answers, and whether it is saturated; pure arithmetic."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from corpus.language import Language

BIN = 50
"""So many answers go together when new codes are counted."""

LAST = 30
"""Without a new code in so many answers a list is called saturated, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Event:
    """A coding as the growth sees it: its place in time, its answer, and its code.

    `code` is None when it is no theme, was removed since, or is not in the codebook.
    """

    time: int
    answer: int
    code: int | None


@dataclass(frozen=True, slots=True)
class FirstUse:
    """A code and the answer, from 1, up to which coding had come when it was first used."""

    code_id: int
    path: tuple[str, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers `first` to `last`, from 1: the codes that came, and the answers they came at."""

    first: int
    last: int
    new: int
    needed: int

    @property
    def size(self) -> int:
        """How many answers these are."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Saturation:
    """The rule "no new code in the last `last` answers", evaluated.

    `last_new` is the answer, from 1, at which the last new code came (0: none ever came); `since`
    are the answers coded after it, and `gone` the same where answers that one action coded count
    once. The rule is reached when `gone` is at least `last`.
    """

    last: int
    last_new: int
    since: int
    gone: int

    @property
    def reached(self) -> bool:
        """Whether the list is saturated by this rule."""
        return self.last_new > 0 and self.gone >= self.last


@dataclass(frozen=True)
class Growth:
    """How the codes of one or more questions came, over the coded answers in their order.

    An answer stands where it was first coded. A code comes where the coding with it had come to:
    one first used on going back to an early answer counts late. `goes` numbers, for each answer,
    the action that coded it, so that answers coded at once have the same number. `imported` of the
    answers came coded in a file and stand in the order of the file. `answered` counts the answers
    with text, coded or not. `coder` is "" for everyone.
    """

    questions: tuple[str, ...]
    text: str
    language: Language
    coder: str
    answered: int
    goes: tuple[int, ...]
    firsts: tuple[FirstUse, ...]
    imported: int = 0

    @property
    def answers(self) -> int:
        """How many answers are coded."""
        return len(self.goes)

    @property
    def codes(self) -> int:
        """How many codes are in use, outcomes not counted."""
        return len(self.firsts)

    @cached_property
    def new(self) -> tuple[int, ...]:
        """How many new codes came at each answer, in order."""
        counts = [0] * len(self.goes)
        for first in self.firsts:
            counts[first.place - 1] += 1
        return tuple(counts)

    @cached_property
    def cumulative(self) -> tuple[int, ...]:
        """How many codes had been used when each answer was coded, in order; never falls."""
        return tuple(accumulate(self.new))

    @property
    def needed(self) -> int:
        """How many answers needed a new code."""
        return sum(count > 0 for count in self.new)

    @property
    def share(self) -> float:
        """The share of answers that needed a new code, 0 to 1; 0 when nothing is coded."""
        return self.needed / self.answers if self.answers else 0.0

    @property
    def at_once(self) -> int:
        """How many answers were coded together with one before them."""
        return self.answers - len(set(self.goes))

    def bins(self, size: int = BIN) -> tuple[Bin, ...]:
        """The answers in groups of `size`, the last one as it comes."""
        starts = range(0, self.answers, size)
        pieces = [(start, self.new[start : start + size]) for start in starts]
        return tuple(
            Bin(start + 1, start + len(new), sum(new), sum(count > 0 for count in new))
            for start, new in pieces
        )

    def saturation(self, last: int = LAST) -> Saturation:
        """The rule that the last so many answers brought no new code, evaluated."""
        last_new = max((first.place for first in self.firsts), default=0)
        before = set(self.goes[:last_new])
        gone = len(set(self.goes[last_new:]) - before)
        return Saturation(last, last_new, self.answers - last_new, gone)


def grown(
    empty: Growth,
    events: Iterable[Event],
    paths: Mapping[int, tuple[str, ...]],
    goes: Mapping[int, int],
) -> Growth:
    """The growth that these codings tell; `empty` says what it is of.

    `events` may come in any order, but their times differ. `paths` names the codes that are
    counted, and `goes` says for the first coding of an answer, by its time, which go it was in (an
    action that coded several answers); one that is not named was coded alone.
    """
    started: dict[int, int] = {}
    used: dict[int, int] = {}
    for event in sorted(events, key=lambda each: each.time):
        started.setdefault(event.answer, event.time)
        if event.code is not None:
            used.setdefault(event.code, event.time)
    times = sorted(started.values())
    firsts = (
        FirstUse(code, paths[code], bisect_right(times, time))
        for code, time in sorted(used.items(), key=lambda each: each[1])
        if code in paths
    )
    return replace(empty, goes=_numbered(times, goes), firsts=tuple(firsts))


def _numbered(times: Sequence[int], goes: Mapping[int, int]) -> tuple[int, ...]:
    """For each answer the number of its go, from 1, as they begin."""
    numbers: dict[object, int] = {}
    return tuple(
        numbers.setdefault(
            ("go", goes[time]) if time in goes else ("alone", time), len(numbers) + 1
        )
        for time in times
    )
