"""Bounds made narrower by each sum in turn, until no sum tells more."""

from collections import deque
from collections.abc import Mapping, Sequence

from coder.disclosure.system import System

Bounds = dict[int, tuple[int, int]]
_ROUNDS = 40


class Contradiction(Exception):
    """No numbers fit the bounds and the sums."""


def narrowed(
    system: System,
    low: Sequence[int],
    high: Sequence[int],
    numbers: Sequence[int],
    sums: Sequence[int],
) -> Bounds:
    """The bounds of these numbers when these sums hold; exact for a single sum of factors 1.

    The true bounds are never wider, but may be narrower. Raises Contradiction when none are left.
    """
    least, most = {each: low[each] for each in numbers}, {each: high[each] for each in numbers}
    waiting, visits = deque(sums), dict.fromkeys(sums, 0)
    queued = set(sums)
    while waiting:
        one = waiting.popleft()
        queued.discard(one)
        visits[one] += 1
        if visits[one] > _ROUNDS:
            continue
        for changed in _apply(system, one, low, least, most):
            fresh = [each for each, _ in system.sums_of[changed] if each in visits]
            waiting.extend(each for each in fresh if each not in queued and each != one)
            queued.update(fresh)
            queued.discard(one)
    return {each: (least[each], most[each]) for each in numbers}


def _apply(
    system: System, one: int, known: Sequence[int], least: dict[int, int], most: dict[int, int]
) -> list[int]:
    """Narrow the numbers of one sum; which of them changed."""
    total = system.sums[one]
    below, above = _reach(total.terms, known, least, most)
    if below > total.high or above < total.low:
        raise Contradiction
    changed = []
    for number, factor_at in total.terms:
        if number not in least:
            continue
        low, high, factor = least[number], most[number], factor_at
        a, b = (low, high) if factor > 0 else (high, low)
        # The rest of the sum lies between these two.
        rest_low, rest_high = below - a * factor, above - b * factor
        first, last = total.low - rest_high, total.high - rest_low
        if factor < 0:
            first, last, factor = -last, -first, -factor
        new_low, new_high = max(low, -(-first // factor)), min(high, last // factor)
        if new_low > new_high:
            raise Contradiction
        if (new_low, new_high) != (low, high):
            least[number], most[number] = new_low, new_high
            changed.append(number)
            a, b = (new_low, new_high) if factor_at > 0 else (new_high, new_low)
            below, above = rest_low + a * factor_at, rest_high + b * factor_at
    return changed


def _reach(
    terms: Sequence[tuple[int, int]],
    known: Sequence[int],
    least: Mapping[int, int],
    most: Mapping[int, int],
) -> tuple[int, int]:
    """The least and the most that a sum of bounded numbers can be."""
    below = above = 0
    for number, factor in terms:
        low = least.get(number, known[number])
        high = most.get(number, known[number])
        if factor > 0:
            below, above = below + factor * low, above + factor * high
        else:
            below, above = below + factor * high, above + factor * low
    return below, above
