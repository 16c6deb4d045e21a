"""The size band of every respondent is a stored one, and what is odd is reported."""

import pytest

from corpus.reading.plan import Oddity
from tests.corpus.reading.tables import read, table

HEADER = "id|type|innbyggere|størrelse|k1 Hva mener dere?"


def sized(kind: str, population: str, band: str) -> tuple[str, tuple[Oddity, ...]]:
    """The band of a respondent with these cells, and what is odd about it."""
    other = "R2|kommune|7379|5000-10000|Vi mangler folk og penger"
    found = read(table(HEADER, f"R1|{kind}|{population}|{band}|Det går bra hos oss", other))
    return found.respondents[0].band, found.oddities


@pytest.mark.parametrize(
    ("kind", "population", "band", "expected"),
    [
        ("kommune", "1 450", "", "<2000"),
        ("kommune", "2000", "", "2000-5000"),
        ("kommune", "50000", "", ">50000"),
        ("kommune", "", "2000 til 5000", "2000-5000"),
        ("kommune", "1450", "<2000", "<2000"),
        ("Bydel", "40000", "", "bydel"),
        ("bydel i Oslo", "", "", "bydel"),
        ("", "", "bydel", "bydel"),
        ("bydel", "", ">50000", "bydel"),
        ("", "3000", "ukjent", "2000-5000"),
    ],
)
def test_kind_then_band_then_population_decide(
    kind: str, population: str, band: str, expected: str
) -> None:
    assert sized(kind, population, band) == (expected, ())


def test_a_missing_population_is_reported_and_leaves_the_band_unknown() -> None:
    band, oddities = sized("kommune", "", "")
    assert (band, [(odd.row, odd.kind) for odd in oddities]) == ("unknown", [(2, "population")])


def test_an_unreadable_population_is_quoted() -> None:
    band, oddities = sized("kommune", "ca. 1 200", "")
    assert (band, [odd.kind for odd in oddities]) == ("unknown", ["population"])
    assert "“ca. 1 200”" in oddities[0].sentence


def test_an_unreadable_band_is_reported_and_unknown() -> None:
    band, oddities = sized("kommune", "1450", "mellomstor")
    assert (band, [(odd.row, odd.kind) for odd in oddities]) == ("unknown", [(2, "band")])


def test_a_band_that_does_not_fit_the_population_counts_and_is_reported() -> None:
    band, oddities = sized("kommune", "1450", ">50000")
    assert (band, [odd.kind for odd in oddities]) == (">50000", ["band"])


def test_a_file_that_tells_no_size_reports_nothing() -> None:
    found = read(table("id|k1 Hva mener dere?", "R1|Det går bra hos oss"))
    assert (found.respondents[0].band, found.oddities) == ("unknown", ())
