"""Tests of differences give the published figures, and are silent where groups are small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.results.band_differences import Share, chi_square, differences, fisher_p, least_expected

SHARES = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("first", "second", "p"),
    [((3, 4), (1, 4), 0.4857), ((4, 4), (0, 4), 0.0286), ((10, 13), (2, 17), 0.0005)],
)
def test_fishers_test_gives_the_published_p(first: Share, second: Share, p: float) -> None:
    """The tea and the twins of Fisher (1935); two-sided p as in Agresti (2007), section 2.6."""
    assert round(fisher_p(first, second), 4) == p


def test_the_chi_square_is_the_published_one() -> None:
    """Agresti (2007), An Introduction to Categorical Data Analysis, table 2.5: 30.1 with df 2."""
    statistic, freedom, p = chi_square([(762, 1246), (327, 566), (468, 945)])
    assert (round(statistic, 1), freedom) == (30.1, 2)
    assert p < 0.0001


@given(SHARES, SHARES)
def test_fishers_p_is_a_probability_and_the_order_is_no_matter(a: Share, b: Share) -> None:
    assert 0 < fisher_p(a, b) <= 1
    assert fisher_p(a, b) == fisher_p(b, a)


def test_where_nothing_can_differ_nothing_is_found() -> None:
    assert chi_square([(0, 5), (0, 9)]) == (0.0, 0, 1.0)
    assert chi_square([]) == (0.0, 0, 1.0)
    assert fisher_p((0, 0), (3, 9)) == 1.0
    assert least_expected([]) == 0.0


def test_the_least_expected_number_says_when_chi_square_may_be_used() -> None:
    assert least_expected([(5, 10), (5, 30)]) == 2.5


def test_a_group_below_the_stated_n_is_not_tested() -> None:
    small, large, rest = differences([(9, 9), (50, 60), (10, 60)])
    assert small.p is None
    assert not small.stands
    assert large.stands
    assert rest.stands


def test_holm_holds_back_what_would_stand_alone() -> None:
    groups = [(22, 60), (13, 60), (13, 60), (13, 60), (13, 60), (13, 60)]
    first = differences(groups)[0]
    assert first.p is not None
    assert first.p < 0.05
    assert not first.stands
