"""Whether a share differs between groups of respondents: exact and chi-square tests; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from coder.results.shares import LEVEL, stand_together

FEWEST = 30
"""Groups of fewer respondents are not tested."""

_MOST_EXACT = 5_000

Share = tuple[int, int]
"""Answers with a code, and the respondents they are of."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A group against all others: `p` by Fisher's test (None: too few), whether it stands."""

    p: float | None
    stands: bool


def fisher_p(first: Share, second: Share) -> float:
    """Fisher's exact test, two-sided: the chance of a table that is no more likely than this one.

    Fisher (1935), Journal of the Royal Statistical Society 98: 39-82. Reckoned in whole numbers;
    1 when a group is empty. With more than 5,000 respondents by logarithms, to seven digits.
    """
    (count, n), (others, n_others) = first, second
    having, whole = count + others, n + n_others
    if whole > _MOST_EXACT:
        return _by_logarithms(first, second)
    ways = [
        comb(n, here) * comb(n_others, having - here)
        for here in range(max(0, having - n_others), min(having, n) + 1)
    ]
    seen = comb(n, count) * comb(n_others, others)
    return sum(way for way in ways if way <= seen) / comb(whole, having)


def _by_logarithms(first: Share, second: Share) -> float:
    from numpy import arange, exp
    from scipy.special import gammaln

    (count, n), (others, n_others) = first, second
    having = count + others
    here = arange(max(0, having - n_others), min(having, n) + 1)
    there = having - here
    ways = -gammaln(here + 1) - gammaln(n - here + 1)
    ways -= gammaln(there + 1) + gammaln(n_others - there + 1)
    whole = gammaln(n + 1) + gammaln(n_others + 1) - gammaln(n + n_others + 1)
    whole += gammaln(having + 1) + gammaln(n + n_others - having + 1)
    seen = ways[count - int(here[0])]
    return min(1.0, float(exp(ways[ways <= seen + 1e-7] + whole).sum()))


def chi_square(groups: Sequence[Share]) -> tuple[float, int, float]:
    """Pearson's statistic for equal shares in all groups, its degrees of freedom, and p.

    Pearson (1900), Philosophical Magazine 50: 157-175. Groups without respondents are left out;
    (0, 0, 1) when nothing can differ.
    """
    from scipy.special import chdtrc

    here = [(count, n) for count, n in groups if n]
    having, whole = sum(count for count, _ in here), sum(n for _, n in here)
    if len(here) < 2 or having in (0, whole):
        return 0.0, 0, 1.0
    share = having / whole
    statistic = sum((count - n * share) ** 2 / (n * share * (1 - share)) for count, n in here)
    freedom = len(here) - 1
    return statistic, freedom, float(chdtrc(freedom, statistic))


def least_expected(groups: Sequence[Share]) -> float:
    """The smallest expected number of answers with or without the code; below 5, no chi-square.

    Cochran (1954), Biometrics 10: 417-451. 0 when there is nothing to expect.
    """
    having, whole = sum(count for count, _ in groups), sum(n for _, n in groups)
    fewer = min(having, whole - having)
    return min((n * fewer / whole for _, n in groups if n), default=0.0) if whole else 0.0


def differences(
    groups: Sequence[Share], fewest: int = FEWEST, risk: float = 1 - LEVEL
) -> list[Judged]:
    """Every group against all others together, by Fisher's test with Holm's correction.

    A group is tested only when it and the others have at least `fewest` respondents.
    """
    having, whole = sum(count for count, _ in groups), sum(n for _, n in groups)
    found = [
        fisher_p((count, n), (having - count, whole - n)) if min(n, whole - n) >= fewest else None
        for count, n in groups
    ]
    tested = [p for p in found if p is not None]
    stands = iter(stand_together(tested, risk))
    return [Judged(p, p is not None and next(stands)) for p in found]
