"""Numbers of inhabitants as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.population import read_population


@pytest.mark.parametrize(
    "text",
    [
        "1450",
        "1 450",
        "1.450",
        "1,450",
        "1\u00a0450",
        "1\u202f450",
        "1\u2009450",
        " 1450 ",
        "1450.0",
        "1450,00",
        "1 450 innbyggere",
        "1450 innbyggjarar",
        "1 450 innb.",
    ],
)
def test_an_exact_number_is_read(text: str) -> None:
    assert read_population(text) == 1450


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ukjent",
        "ca. 1 200",
        "1200-1500",
        "1.5",
        "14 50",
        "-5",
        "1e3",
        "under 2000",
        ">50000",
        "12 345 6",
        "9" * 5000,
        "١٢٣",
    ],
)
def test_anything_else_is_unknown(text: str) -> None:
    assert read_population(text) is None


def test_zero_is_a_number() -> None:
    assert read_population("0") == 0


@given(number=st.integers(0, 999_999_999), sign=st.sampled_from([" ", ".", "\u00a0", "\u202f"]))
def test_every_number_is_read_with_its_thousands_apart(number: int, sign: str) -> None:
    assert read_population(f"{number:,}".replace(",", sign)) == number
