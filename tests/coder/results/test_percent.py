"""Percent is rounded half up, exactly."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.results.tally import percent


@given(base=st.integers(1, 10**6), data=st.data())
def test_percent_is_the_exact_fraction_rounded_half_up(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    assert percent(count, base) == math.floor(Fraction(100 * count, base) + Fraction(1, 2))


@given(count=st.integers(0, 1000), base=st.integers(1, 1000), times=st.integers(1, 50))
def test_percent_depends_on_the_share_alone(count: int, base: int, times: int) -> None:
    assert percent(count, base) == percent(count * times, base * times)


@pytest.mark.parametrize(
    ("count", "base", "rounded"),
    [(1, 200, 1), (1, 201, 0), (87, 226, 38), (1, 8, 13), (63, 63, 100), (0, 5, 0), (0, 0, 0)],
)
def test_a_half_goes_up(count: int, base: int, rounded: int) -> None:
    assert percent(count, base) == rounded
