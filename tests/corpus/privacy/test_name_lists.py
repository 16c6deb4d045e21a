"""The lists of names are complete, tidy and read only when needed."""

import csv
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from corpus.language import alphabetical
from corpus.privacy.listed import listed_names
from corpus.privacy.name_lists import (
    city_districts,
    counties,
    demonyms,
    given_names,
    health_trusts,
    is_ordinary,
    municipalities,
    ordinary_words,
    places,
)
from corpus.privacy.own_names import names_in

DUAL = (
    ("Oslo", "Oslove"),
    ("Kárášjohka", "Karasjok"),
    ("Deatnu", "Tana"),
    ("Gáivuotna", "Kåfjord", "Kaivuono"),
    ("Snåase", "Snåsa"),
)


def test_every_municipality_of_the_register_is_covered(shared_data: Path) -> None:
    known = listed_names()
    with (shared_data / "kommuner.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    names = {
        name for row in rows for name in (row["name"], *row["names_since_1994"].split("|")) if name
    }
    parts = {part for name in names for part in names_in(name)}
    assert {part.keys for part in parts} - set(known) == set()
    assert len(names) > 400


def test_the_fifteen_city_districts_of_today_are_listed(shared_data: Path) -> None:
    with (shared_data / "kommuner.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        districts = {row["name"] for row in rows if row["kind"] == "bydel"}
    assert len(districts) == 15
    assert districts <= set(city_districts())


@pytest.mark.parametrize("names", DUAL)
def test_the_parts_of_a_dual_name_are_listed_one_by_one(names: tuple[str, ...]) -> None:
    assert set(names) <= set(municipalities())
    assert "-".join(names) not in municipalities()


@pytest.mark.parametrize("former", ["Skjerstad", "Våle", "Tustna", "Ølen", "Bjarkøy", "Ski", "Bø"])
def test_municipalities_that_are_no_more_are_listed(former: str) -> None:
    assert former in municipalities()


@pytest.mark.parametrize(
    "names", [municipalities(), city_districts(), counties(), health_trusts(), demonyms()]
)
def test_a_list_has_each_name_once_in_alphabetical_order(names: tuple[str, ...]) -> None:
    assert list(names) == sorted(set(names), key=alphabetical)


@pytest.mark.parametrize("names", [municipalities(), city_districts()])
def test_listed_names_are_composed_and_hold_no_signs_of_lists(names: tuple[str, ...]) -> None:
    assert unicodedata.is_normalized("NFC", "".join(names))
    assert not set("".join(names)) & set(",;/()#")


def test_ordinary_words_are_names_of_the_lists() -> None:
    names = (*municipalities(), *city_districts(), *counties(), *places(), *health_trusts())
    assert ordinary_words() <= {name.casefold() for name in names} | given_names()


@pytest.mark.parametrize("name", ["Time", "ski", "Eid", "Hole", "Våler", "Ål", "Flå"])
def test_a_name_that_is_also_another_word_is_ordinary(name: str) -> None:
    assert is_ordinary(name)


@pytest.mark.parametrize("name", ["Gamle Oslo", "Karasjok", "Bergen", "Nord-Aurdal"])
def test_a_name_that_is_nothing_else_is_not_ordinary(name: str) -> None:
    assert not is_ordinary(name)


def test_importing_the_finder_reads_no_list_and_imports_no_heavy_library() -> None:
    lines = (
        "import sys",
        "import corpus.privacy.masking",
        "from corpus.privacy import listed, name_lists",
        "read = (name_lists.municipalities, name_lists.city_districts,"
        " name_lists.ordinary_words, listed.listed_names)",
        "assert not any(function.cache_info().currsize for function in read)",
        "assert not {'lxml', 'numpy', 'phonenumbers', 'spacy', 'sqlalchemy'} & set(sys.modules)",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)
