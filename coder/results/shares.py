"""Shares with intervals, differences of two shares, and many of them judged together; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
_FARTHEST, _HALVINGS = 40.0, 60

Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)
"""Standard errors on either side of an interval of 95 percent."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both shares or differences of shares, between -1 and 1."""

    low: float
    high: float

    @property
    def excludes_nought(self) -> bool:
        """Whether nought lies outside."""
        return self.low > 0 or self.high < 0


def share_interval(count: int, n: int, z: float = Z) -> Interval:
    """Wilson's score interval of a share, 0 to 1; the whole range when n is 0.

    Wilson (1927), Journal of the American Statistical Association 22: 209-212; method 3 of
    Newcombe (1998), Statistics in Medicine 17: 857-872.
    """
    if not n:
        return Interval(0.0, 1.0)
    share, square = count / n, z * z
    centre, spread = 2 * count + square, z * sqrt(square + 4 * count * (1 - share))
    whole = 2 * (n + square)
    low = 0.0 if count == 0 else (centre - spread) / whole
    high = 1.0 if count == n else (centre + spread) / whole
    return Interval(low, high)


def difference_interval(count: int, n: int, others: int, n_others: int, z: float = Z) -> Interval:
    """Newcombe's hybrid score interval of the first share less the second.

    Method 10 of Newcombe (1998), Statistics in Medicine 17: 873-890. The whole range when one of
    the groups is empty.
    """
    if not (n and n_others):
        return Interval(-1.0, 1.0)
    first, second = count / n, others / n_others
    one, two = share_interval(count, n, z), share_interval(others, n_others, z)
    below = sqrt((first - one.low) ** 2 + (two.high - second) ** 2)
    above = sqrt((one.high - first) ** 2 + (second - two.low) ** 2)
    return Interval(first - second - below, first - second + above)


def p_value(count: int, n: int, others: int, n_others: int) -> float:
    """One less the level at which the interval of the difference begins to hold nought."""
    if not (n and n_others) or count * n_others == others * n:
        return 1.0
    low, high = 0.0, _FARTHEST
    for _ in range(_HALVINGS):
        z = (low + high) / 2
        if difference_interval(count, n, others, n_others, z).excludes_nought:
            low = z
        else:
            high = z
    return 2 * NormalDist().cdf(-low)


def stand_together(p_values: Sequence[float], risk: float = 1 - LEVEL) -> list[bool]:
    """Which of several findings stand when the risk of a single false one among all is `risk`.

    Holm (1979), Scandinavian Journal of Statistics 6: 65-70.
    """
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    stand = [False] * len(p_values)
    for rank, at in enumerate(order):
        if p_values[at] > risk / (len(p_values) - rank):
            break
        stand[at] = True
    return stand
