"""What a file calls a respondent is taken apart into the names to look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.privacy.hits import Category
from corpus.privacy.own_names import called, names_in

MUNICIPALITY, DISTRICT, NAME = Category.MUNICIPALITY, Category.CITY_DISTRICT, Category.NAME


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Lier", ["lier"]),
        ("Lier kommune", ["lier"]),
        ("Kvam herad", ["kvam"]),
        ("Stord kommuna", ["stord"]),
        ("Kommunen Lier", ["lier"]),
        ("LIER KOMMUNE", ["lier"]),
        ("Nord-Aurdal", ["nord aurdal"]),
        ("Nore og Uvdal kommune", ["nore og uvdal"]),
        ("Oslo-Oslove", ["oslo", "oslove"]),
        ("Kárášjohka - Karasjok", ["kárášjohka", "karasjok"]),
        ("Sør-Varanger – Mátta-Várjjat", ["sør varanger", "mátta várjjat"]),
        ("Gáivuotna-Kåfjord-Kaivuono", ["gáivuotna", "kåfjord", "kaivuono"]),
        ("Sør-Varanger-Mátta-Várjjat", ["sør varanger", "mátta várjjat"]),
        ("Hammerfest/Hámmerfeasta", ["hammerfest", "hámmerfeasta"]),
        ("0301 Oslo", ["oslo"]),
        ("Herøy (Nordland)", ["herøy"]),
        ("Karasjok (Kárášjohka)", ["karasjok", "kárášjohka"]),
        ("Ka\u00adrasjok\u200b", ["karasjok"]),
        ("Våler i Solør", ["våler i solør", "våler"]),
        ("Bydel Sagene", ["sagene"]),
        ("Sagene bydel", ["sagene"]),
        ("Bydel St. Hanshaugen", ["st hanshaugen"]),
        ("Oslo kommune, Bydel Frogner", ["oslo", "frogner"]),
        ("Oslo kommune Bydel Frogner", ["oslo", "frogner"]),
        ("Lier kommune, helse og omsorg", ["lier"]),
        ("A\u030alesund kommune", ["ålesund"]),
    ],
)
def test_a_respondents_name_becomes_the_names_in_it(written: str, names: list[str]) -> None:
    assert [" ".join(name.keys) for name in names_in(written)] == names


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("Lier", MUNICIPALITY),
        ("Fjellbygd kommune", MUNICIPALITY),
        ("Sagene", DISTRICT),
        ("Bydel Elvebakken", DISTRICT),
        ("Kari Nordmann", NAME),
    ],
)
def test_a_name_knows_what_it_is_a_name_of(written: str, category: Category) -> None:
    assert [name.category for name in names_in(written)] == [category]


@pytest.mark.parametrize("written", ["", "kommune", "17", "Kommune 12", "Bydel A", " - ", "(ny)"])
def test_numbers_and_single_letters_are_no_names(written: str) -> None:
    assert names_in(written) == ()


def test_a_lower_case_half_of_a_compound_is_no_name() -> None:
    assert [name.keys for name in names_in("Lier-regionen")] == [("lier",)]


@given(st.text())
def test_any_text_can_be_a_respondents_name(written: str) -> None:
    assert all(name.keys for name in names_in(written))


@pytest.mark.parametrize(
    ("name", "kind", "category"),
    [
        ("Storvik", "kommune", MUNICIPALITY),
        ("Storvik", "bydel i Oslo", DISTRICT),
        ("Storvik kommune", "kommune", MUNICIPALITY),
        ("Bydel Storvik", "kommune", DISTRICT),
        ("Storvik", "", NAME),
        ("Storvik", "etat", NAME),
    ],
)
def test_the_kind_of_unit_says_what_an_unlisted_name_is_of(
    name: str, kind: str, category: Category
) -> None:
    assert [found.category for found in names_in(called(name, kind))] == [category]


def test_a_respondent_without_a_name_is_called_nothing() -> None:
    assert called("", "kommune") == ""
