"""Whether hidden numbers stay open: bounds first, then other numbers that fit, then programming."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coder.disclosure.moves import Move, State, activity_of, find_move, moved
from coder.disclosure.narrowing import Bounds, Contradiction, narrowed
from coder.disclosure.reader import Reader
from coder.disclosure.solving import Programme
from coder.disclosure.system import System
from corpus.problems import Problem

_KEPT = 16
_ENOUGH_PROGRAMMES = 60


@dataclass(frozen=True, slots=True)
class Component:
    """Open numbers that have to do with each other, narrowed bounds, the sums they stand in."""

    bounds: Bounds
    sums: tuple[int, ...]
    is_plain: bool


@dataclass(slots=True)
class _Kept:
    """A move, and whether it was possible when it was last looked at."""

    move: Move
    looked_at: int
    fits: bool


class Prober:
    """Judges hidden numbers while some are hidden and shown; remembers what it has found."""

    def __init__(self, system: System) -> None:
        self.system, self.reader = system, Reader(system)
        self._components: dict[int, Component] = {}
        self._safe: dict[int, int] = {}
        self._moves: dict[int, list[_Kept]] = defaultdict(list)
        self._version = self._programmes = 0
        self._values = self._fitting()
        self._activity = activity_of(system, self._values)

    def hide(self, number: int) -> None:
        """Hide a number."""
        wider, narrower = self.reader.hide(number)
        self._drop([*wider, *narrower])
        self._doubt(narrower)

    def try_showing(self, number: int, wanted: Callable[[int], int]) -> bool:
        """Show a number unless some hidden one, which stayed open, does so no more."""
        affected = set(self.component(number).bounds) if self._is_loose(number) else set[int]()
        before = {each: self._safe[each] for each in affected if each in self._safe}
        wider, narrower = self.reader.show(number)
        self._drop([number, *wider, *narrower, *affected])
        affected |= self._doubt(narrower)
        for each in affected:
            self._safe.pop(each, None)
        if all(self._stays_open(each, wanted(each)) for each in self._judged(affected)):
            return True
        self.hide(number)
        self._safe.update(before)
        return False

    def component(self, number: int) -> Component:
        """What has to do with an open number, with bounds as narrow as single sums make them."""
        if number not in self._components:
            numbers, sums = self.reader.component(number)
            bounds = self._narrowed(numbers, sums)
            is_plain = len(sums) == 0 or (
                len(sums) == 1 and all(abs(f) == 1 for _, f in self.system.sums[sums[0]].terms)
            )
            component = Component(bounds, tuple(sums), is_plain)
            self._components.update(dict.fromkeys(numbers, component))
        return self._components[number]

    def outer(self, number: int) -> tuple[int, int]:
        """Bounds of a number that are never too narrow."""
        low, high = self.reader.low[number], self.reader.high[number]
        return self.component(number).bounds[number] if low < high else (low, high)

    def is_open(self, number: int, wanted: int, thorough: bool = True) -> bool:
        """Whether a number has at least `wanted` other possible values.

        Not `thorough`: without programming, so that False may only mean that it was not found.
        """
        if self._safe.get(number, -1) >= wanted:
            return True
        down, up = self._spread(number)
        if up - down < wanted:
            low, high = self.outer(number)
            if high - low < wanted:
                return False
            if low < high and not self.component(number).is_plain:
                down, up = self._grown(number, wanted, down, up)
                if up - down < wanted and not (thorough and self._is_wide(number, wanted)):
                    return False
        self._safe[number] = wanted
        return True

    def _stays_open(self, number: int, wanted: int) -> bool:
        return self.is_open(number, wanted, self._programmes < _ENOUGH_PROGRAMMES)

    def _is_wide(self, number: int, wanted: int) -> bool:
        low, high = self.exact(number)
        return high - low >= wanted

    def exact(self, number: int) -> tuple[int, int]:
        """The least and greatest value that fits everything, whole numbers all over."""
        low, high = self.outer(number)
        if low == high or self.component(number).is_plain:
            return low, high
        down, up = self._spread(number)
        component, value = self.component(number), self._values[number]
        programme = None
        ends = []
        for way, found, bound in ((-1, down, low), (1, up, high)):
            if value + found != bound:
                programme = programme or Programme(
                    self.system, self._values, component.bounds, component.sums
                )
                self._programmes += 1
                found = self._learned(programme.farthest(number, way))[number]
            ends.append(value + found)
        return ends[0], ends[1]

    def _learned(self, values: dict[int, int]) -> Move:
        """Keep numbers that fit as a move from what they are."""
        move = {each: x - self._values[each] for each, x in values.items()}
        self._keep(move)
        return move

    def _spread(self, number: int) -> tuple[int, int]:
        """How far the moves that are still possible take a number down and up."""
        steps = [0, *(kept.move[number] for kept in self._moves[number] if self._fits(kept))]
        return min(steps), max(steps)

    def _fits(self, kept: _Kept) -> bool:
        """Whether a move keeps the bounds of now; looked at once for every change of them."""
        if kept.looked_at != self._version:
            low, high, values = self.reader.low, self.reader.high, self._values
            kept.looked_at, kept.fits = self._version, True
            for each, step in kept.move.items():
                if not low[each] <= values[each] + step <= high[each]:
                    kept.fits = False
                    break
        return kept.fits

    def _grown(self, number: int, wanted: int, down: int, up: int) -> tuple[int, int]:
        """The spread of a number after looking for small moves of it."""
        low, high = self.outer(number)
        value = self._values[number]
        up = max(up, self._stepped(number, min(high - value, wanted + down)))
        down = min(down, self._stepped(number, max(low - value, up - wanted)))
        return down, up

    def _stepped(self, number: int, step: int) -> int:
        """How far towards `step` a number goes: at once or, where that fails, one by one."""
        if not step:
            return 0
        reader = self.reader
        state = State(self.system, self._values, self._activity, reader.low, reader.high)
        move = find_move(state, number, step) or {}
        way = 1 if step > 0 else -1
        while move.get(number, 0) != step:
            more = find_move(moved(state, move), number, way)
            if more is None:
                break
            move = {each: move.get(each, 0) + more.get(each, 0) for each in {**move, **more}}
        self._keep(move)
        return move.get(number, 0)

    def _keep(self, move: Move) -> None:
        kept = _Kept({each: step for each, step in move.items() if step}, -1, True)
        for each in kept.move:
            self._moves[each].append(kept)
            del self._moves[each][:-_KEPT]

    def _narrowed(self, numbers: list[int], sums: list[int]) -> Bounds:
        try:
            return narrowed(self.system, self.reader.low, self.reader.high, numbers, sums)
        except Contradiction:
            raise _contradictory() from None

    def _fitting(self) -> list[int]:
        """The true numbers; where one is not known here, any that fit what is printed."""
        values = [number.value for number in self.system.numbers]
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            return known
        reader = self.reader
        numbers = [each for each in range(len(values)) if reader.low[each] < reader.high[each]]
        sums = list(range(len(self.system.sums)))
        found: dict[int, int] | None = {}
        if numbers:
            programme = Programme(self.system, reader.low, self._narrowed(numbers, sums), sums)
            found = programme.any_numbers()
        if found is None:
            raise _contradictory()
        return [found.get(each, reader.low[each]) for each in range(len(values))]

    def _is_loose(self, number: int) -> bool:
        return self.reader.low[number] < self.reader.high[number]

    def _judged(self, numbers: Iterable[int]) -> list[int]:
        """The hidden cells among them, those that small bounds give away first."""
        hidden, cells = self.reader.is_hidden, self.system.numbers
        found = [each for each in numbers if hidden[each] and cells[each].is_cell]
        return sorted(found, key=lambda each: (self._breadth(each), each))

    def _breadth(self, number: int) -> int:
        low, high = self.outer(number)
        return high - low

    def _doubt(self, narrower: Iterable[int]) -> set[int]:
        """Forget that numbers stay open which have to do with some that are known better now."""
        affected: set[int] = set()
        for number in narrower:
            if number not in affected and self._is_loose(number):
                affected.update(self.component(number).bounds)
            affected.add(number)
        for each in affected:
            self._safe.pop(each, None)
        return affected

    def _drop(self, numbers: Iterable[int]) -> None:
        """Forget the components of numbers that changed, and of all that they touch."""
        self._version += 1
        near: dict[int, None] = {}
        for number in numbers:
            near[number] = None
            for one, _ in self.system.sums_of[number]:
                near |= {other: None for other, _ in self.system.sums[one].terms}
        for other in near:
            component = self._components.get(other)
            for each in component.bounds if component else ():
                self._components.pop(each, None)


def _contradictory() -> Problem:
    return Problem(
        "The published numbers contradict each other.",
        "Build all tables from the same state of the study.",
    )
