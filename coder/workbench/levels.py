"""How sure a suggestion must be to be listed: a few levels, in percent."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

LEVELS = (50, 60, 70, 80, 90, 95)
LOWEST, USUAL = 50, 90

_SCORES = [level * 10 for level in LEVELS]


def thousandths(probability: float) -> int:
    """A probability (0 to 1) in whole thousandths, as it is kept."""
    return round(probability * 1_000)


def at_least(level: int, score: int) -> bool:
    """Whether a score in thousandths reaches a level in percent."""
    return score >= level * 10


def next_level(level: int, up: bool) -> int:
    """The level above or below; at the end the same."""
    at = LEVELS.index(level) + (1 if up else -1)
    return LEVELS[max(0, min(at, len(LEVELS) - 1))]


class Levelled(Generic[T]):
    """Things with scores, of which those are shown that reach a level.

    What is shown and how many reach each level is worked out once for each filling and level.
    """

    def __init__(self, score: Callable[[T], int], many: Callable[[T], int] = lambda _: 1) -> None:
        """`score` is in thousandths; `many` says for how many a thing counts."""
        self._score, self._many = score, many
        self._things: Sequence[T] = ()
        self._level = USUAL
        self.counts = dict.fromkeys(LEVELS, 0)
        """How many reach each level."""
        self.shown: Sequence[T] = ()
        """What reaches the level, in the order in which it was given."""

    @property
    def level(self) -> int:
        """The level, in percent."""
        return self._level

    def to(self, level: int) -> None:
        """Show what reaches another level."""
        self._level = level
        self.shown = [each for each in self._things if at_least(level, self._score(each))]

    def fill(self, things: Sequence[T]) -> None:
        """These are there now."""
        self._things = things
        highest: Counter[int] = Counter()
        for each in things:
            highest[bisect_right(_SCORES, self._score(each))] += self._many(each)
        reached = accumulate(highest[at] for at in range(len(LEVELS), 0, -1))
        self.counts = dict(zip(reversed(LEVELS), reached, strict=True))
        self.to(self._level)
