"""Intervals of shares and differences against the examples that were published with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.results.shares import (
    Interval,
    difference_interval,
    p_value,
    share_interval,
    stand_together,
)

Group = tuple[int, int]
GROUPS = st.integers(0, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SOME = GROUPS.filter(lambda group: group[1] > 0)


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_the_published_one(
    count: int, n: int, low: float, high: float
) -> None:
    """Newcombe (1998), Statistics in Medicine 17: 857-872, table I, method 3."""
    found = share_interval(count, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_the_published_one(
    first: Group, second: Group, low: float, high: float
) -> None:
    """Newcombe (1998), Statistics in Medicine 17: 873-890, table II, method 10."""
    found = difference_interval(*first, *second)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_an_empty_group_tells_nothing() -> None:
    assert share_interval(0, 0) == Interval(0.0, 1.0)
    assert difference_interval(0, 0, 5, 10) == Interval(-1.0, 1.0)
    assert p_value(0, 0, 5, 10) == 1.0


@given(SOME)
def test_a_share_lies_in_its_interval(group: Group) -> None:
    found = share_interval(*group)
    assert 0 <= found.low <= group[0] / group[1] + 1e-12
    assert group[0] / group[1] - 1e-12 <= found.high <= 1 + 1e-12


@given(SOME, SOME)
def test_a_difference_lies_in_its_interval_and_turns_its_sign(first: Group, second: Group) -> None:
    found, turned = difference_interval(*first, *second), difference_interval(*second, *first)
    difference = first[0] / first[1] - second[0] / second[1]
    assert found.low - 1e-12 <= difference <= found.high + 1e-12
    assert (found.low, found.high) == pytest.approx((-turned.high, -turned.low))


@given(SOME, SOME)
def test_the_p_value_says_when_the_interval_excludes_nought(first: Group, second: Group) -> None:
    p = p_value(*first, *second)
    if abs(p - 0.05) > 1e-6:
        assert difference_interval(*first, *second).excludes_nought == (p < 0.05)


def test_holm_is_stricter_than_one_by_one_and_kinder_than_bonferroni() -> None:
    """By hand: 0.010 <= 0.05/4, 0.015 <= 0.05/3, but 0.03 > 0.05/2 stops it."""
    assert stand_together([0.03, 0.010, 0.04, 0.015]) == [False, True, False, True]


def test_nothing_stands_after_the_first_that_falls() -> None:
    assert stand_together([0.04, 0.04, 0.04]) == [False] * 3
    assert stand_together([]) == []
