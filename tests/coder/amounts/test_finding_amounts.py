"""Amounts are found in text; years, dates, percents and the numbers of lists are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.amounts.finding import amounts_in
from coder.amounts.keeping import as_amount, written


def _values(text: str) -> list[str]:
    return [str(each.value) for each in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi har 3 psykologer og 12 sykepleiere", ["3", "12"]),
        ("ca. 1 200 brukere, 1.200 timer, 2\u00a0500", ["1200", "1200", "2500"]),
        ("2,5 årsverk; 0.75 stilling", ["2.5", "0.75"]),
        ("½ stilling, 1½, 1/2 stilling", ["0.5", "1.5", "0.500"]),
        ("To psykologer, éin lege og TRE miljøarbeidere", ["2", "1", "3"]),
        ("Halvannen stilling, ingen lege", ["1.5"]),
        ("Ingen.", ["0"]),
        ("En psykolog i kommunen", []),
        ("50 % stilling, 20 prosent", []),
        ("Siden 2015, i 2016-2017", []),
        ("12.3.2016 og 1. mai kl. 10.30, 08:15", []),
        ("1. Bolig\n2. Arbeid\n3) Fritid", []),
        ("Ring 12 34 56 78, k7.3, covid-19, 12345678901", []),
        ("3-4 personer", ["3", "4"]),
        ("", []),
    ],
)
def test_what_is_an_amount(text: str, found: list[str]) -> None:
    assert _values(text) == found


@given(st.text(max_size=200))
def test_amounts_stand_where_they_are_said_to_stand(text: str) -> None:
    end = 0
    for each in amounts_in(text):
        assert end <= each.start < each.end <= len(text)
        assert each.value >= 0
        end = each.end


@given(st.text(alphabet="0123456789 .,½/%:-\n", max_size=4_000))
def test_no_text_takes_long_or_breaks_it(text: str) -> None:
    assert all(each.value.is_finite() for each in amounts_in(text))


@given(st.decimals(0, 10**9, places=3), st.sampled_from(["nb", "en"]))
def test_an_amount_is_read_as_it_was_written(value: Decimal, language: str) -> None:
    assert as_amount(written(value, "en" if language == "en" else "nb")) == value


@pytest.mark.parametrize("text", ["", "x", "-1", "nan", "inf", "1e99", "tre"])
def test_what_is_no_amount(text: str) -> None:
    assert as_amount(text) is None
