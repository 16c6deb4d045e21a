"""Other numbers that fit as well: one is moved, a few others make it good, all sums hold again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coder.disclosure.system import System

Move = dict[int, int]
"""How much each of some numbers differs from what it is."""

_LONGEST = 12
_TRIES = 60


@dataclass(frozen=True, slots=True)
class State:
    """Numbers that fit, what every sum is for them, and the bounds they may move within."""

    system: System
    values: Sequence[int]
    activity: Sequence[int]
    low: Sequence[int]
    high: Sequence[int]


def activity_of(system: System, values: Sequence[int]) -> list[int]:
    """What every sum is for these numbers."""
    return [sum(factor * values[n] for n, factor in one.terms) for one in system.sums]


def moved(state: State, move: Move) -> State:
    """The same after a move."""
    values, activity = list(state.values), list(state.activity)
    for number, step in move.items():
        values[number] += step
        for one, factor in state.system.sums_of[number]:
            activity[one] += factor * step
    return State(state.system, values, activity, state.low, state.high)


def find_move(state: State, number: int, step: int) -> Move | None:
    """A move of few numbers that takes one a step on and keeps all sums and bounds.

    None when none was found, which does not say that there is none.
    """
    if not state.low[number] <= state.values[number] + step <= state.high[number]:
        return None
    search = _Search(state)
    search.take(number, step)
    return search.move if search.complete() else None


@dataclass(slots=True)
class _Search:
    """A search in depth that mends one broken sum after another, where it breaks fewest others."""

    state: State
    move: Move = field(default_factory=dict)
    changes: dict[int, int] = field(default_factory=dict)
    broken: dict[int, int] = field(default_factory=dict)
    tries: int = _TRIES

    def complete(self) -> bool:
        """Add numbers to the move until all sums hold; False when that does not come off."""
        if not self.broken:
            return True
        self.tries -= 1
        if len(self.move) >= _LONGEST or self.tries < 0:
            return False
        for other, step in self._ways():
            self.take(other, step)
            if self.complete():
                return True
            self.take(other, -step)
            del self.move[other]
            if self.tries < 0:
                return False
        return False

    def take(self, number: int, step: int) -> None:
        """Move a number, and note which sums are broken then, and by how much."""
        self.move[number] = self.move.get(number, 0) + step
        for one, factor in self.state.system.sums_of[number]:
            change = self.changes.get(one, 0) + factor * step
            self.changes[one] = change
            missing = self._missing(one, change)
            if missing:
                self.broken[one] = missing
            else:
                self.broken.pop(one, None)

    def _ways(self) -> list[tuple[int, int]]:
        """The steps that mend the sum first broken, those that leave least broken first."""
        one, missing = next(iter(self.broken.items()))
        ways = sorted(
            (self._damage(other, step), other, step) for other, step in self._steps(one, missing)
        )
        return [(other, step) for _, other, step in ways]

    def _steps(self, one: int, missing: int) -> Iterator[tuple[int, int]]:
        state = self.state
        for other, factor in state.system.sums[one].terms:
            if other in self.move or state.low[other] == state.high[other]:
                continue
            step = -(-abs(missing) // abs(factor))
            wish = state.values[other] + (step if missing * factor > 0 else -step)
            step = max(state.low[other], min(state.high[other], wish)) - state.values[other]
            if step:
                yield other, step

    def _damage(self, number: int, step: int) -> int:
        """How much more would be missing in the sums of a number after a step."""
        damage = 0
        for one, factor in self.state.system.sums_of[number]:
            missing = self._missing(one, self.changes.get(one, 0) + factor * step)
            damage += abs(missing) - abs(self.broken.get(one, 0))
        return damage

    def _missing(self, one: int, change: int) -> int:
        total, now = self.state.system.sums[one], self.state.activity[one] + change
        if now < total.low:
            return total.low - now
        return min(0, total.high - now)
