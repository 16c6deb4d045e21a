"""Bands divided step by step, the same way for all questions, each as far as it has respondents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LOOKED_THROUGH = 9


class Span(NamedTuple):
    """Neighbouring bands that have one label: places in the order of bands, both included."""

    first: int
    last: int


Spans = tuple[Span, ...]
Counts = Sequence[int]
"""The respondents of one question who answered, by the place of their band."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Bands and the two parts they are divided into, or none."""

    span: Span
    parts: tuple["Tree", ...] = ()


def fitting_tree(units: Spans, questions: Sequence[Counts], fewest: int) -> Tree:
    """The way to divide bands that tells most pairs of respondents apart, over all questions.

    A question is divided as far as both parts have `fewest` respondents, or none. Of ways that
    tell as many apart the one with the narrowest labels is taken, then the one that keeps the
    lower bands together. `units` are never divided. Beyond nine units a step does not look ahead.
    """
    active = tuple(at for at, each in enumerate(questions) if sum(each) >= fewest)
    return _Planner(units, questions, fewest).best(0, len(units) - 1, active).tree


def divided(tree: Tree, counts: Counts, fewest: int) -> Spans:
    """The spans of one question, in order; those without respondents are left out."""
    return tuple(_divided(tree, counts, fewest))


def _divided(tree: Tree, counts: Counts, fewest: int) -> Iterator[Span]:
    sizes = [size_of(part.span, counts) for part in tree.parts]
    if sizes and all(size == 0 or size >= fewest for size in sizes):
        for part in tree.parts:
            yield from _divided(part, counts, fewest)
    elif size_of(tree.span, counts):
        yield tree.span


def size_of(span: Span, counts: Counts) -> int:
    """The respondents of a span."""
    return sum(counts[span.first : span.last + 1])


class _Plan(NamedTuple):
    """A tree with the pairs it tells apart, and how narrow its labels are (less than nought)."""

    pairs: int
    narrow: int
    tree: Tree


class _Planner:
    """Looks for the best tree over units `low` to `high` for the questions that come so far."""

    def __init__(self, units: Spans, questions: Sequence[Counts], fewest: int) -> None:
        self._units = units
        self._questions = questions
        self._fewest = fewest
        self._found: dict[tuple[int, int, tuple[int, ...]], _Plan] = {}

    def best(self, low: int, high: int, active: tuple[int, ...]) -> _Plan:
        """The best plan; of equal ones that which keeps the lower bands together."""
        key = low, high, active
        if key not in self._found:
            self._found[key] = self._best(low, high, active)
        return self._found[key]

    def _best(self, low: int, high: int, active: tuple[int, ...]) -> _Plan:
        whole = Span(self._units[low].first, self._units[high].last)
        if low == high or not active:
            return _Plan(0, -self._width(whole, active), Tree(whole))
        cuts = list(reversed(range(low, high)))
        if len(cuts) >= _LOOKED_THROUGH:
            cuts = [max(cuts, key=lambda cut: self._pairs(low, cut, high, active))]
        plans = [self._cut(low, cut, high, active) for cut in cuts]
        return max(plans, key=lambda plan: (plan.pairs, plan.narrow))

    def _cut(self, low: int, cut: int, high: int, active: tuple[int, ...]) -> _Plan:
        left, right = self._sides(low, cut, high)
        going = [each for each in active if self._divides(each, left, right)]
        staying = [each for each in active if each not in going]
        plans = [
            self.best(start, stop, tuple(each for each in going if self._size(each, side)))
            for start, stop, side in ((low, cut, left), (cut + 1, high, right))
        ]
        whole = Span(left.first, right.last)
        return _Plan(
            self._pairs(low, cut, high, active) + sum(plan.pairs for plan in plans),
            sum(plan.narrow for plan in plans) - self._width(whole, staying),
            Tree(whole, tuple(plan.tree for plan in plans)),
        )

    def _sides(self, low: int, cut: int, high: int) -> tuple[Span, Span]:
        units = self._units
        return (
            Span(units[low].first, units[cut].last),
            Span(units[cut + 1].first, units[high].last),
        )

    def _size(self, question: int, span: Span) -> int:
        return size_of(span, self._questions[question])

    def _divides(self, question: int, *sides: Span) -> bool:
        sizes = [self._size(question, side) for side in sides]
        return all(size == 0 or size >= self._fewest for size in sizes)

    def _pairs(self, low: int, cut: int, high: int, active: Sequence[int]) -> int:
        """The pairs of respondents that this cut alone tells apart."""
        left, right = self._sides(low, cut, high)
        going = [each for each in active if self._divides(each, left, right)]
        return sum(self._size(each, left) * self._size(each, right) for each in going)

    def _width(self, span: Span, questions: Sequence[int]) -> int:
        bands = span.last - span.first + 1
        return bands * sum(self._size(each, span) for each in questions)
