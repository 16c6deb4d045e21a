"""Percents rounded half up: what they are of a count, and what they tell about it."""

from coder.disclosure.publication import Percent


def percent_of(count: int, base: int, decimals: int = 0) -> Percent:
    """100 x count / base, rounded half up; nought when the base is."""
    whole = 200 * 10**decimals * count
    return Percent((whole + base) // (2 * base) if base else 0, decimals)


def counts_of(percent: Percent, base: int) -> tuple[int, int]:
    """The least and the greatest count of a base that is printed as this percent."""
    whole = 200 * 10**percent.decimals
    least = -(-(2 * percent.value - 1) * base // whole)
    most = -(-(2 * percent.value + 1) * base // whole) - 1
    return max(0, least), min(base, most)
