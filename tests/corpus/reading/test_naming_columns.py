"""Columns are named by header, by key, or by a beginning no other has."""

import pytest

from corpus.problems import Problem
from corpus.reading.headers import find_column, option_for

HEADERS = ("id", "Størrelse på  kommunen", "k1.1 Hva?", "k1.10 Hvorfor?", "k2 Annet, hva?", "type")


@pytest.mark.parametrize(
    ("wanted", "position"),
    [
        ("ID", 0),
        (" størrelse på kommunen ", 1),
        ("størr", 1),
        ("k1.1", 2),
        ("K1.10", 3),
        ("k2 annet", 4),
    ],
)
def test_a_column_is_found_by_what_a_person_types(wanted: str, position: int) -> None:
    assert find_column(HEADERS, wanted, "--question") == position


def test_two_spellings_of_the_same_letter_are_one() -> None:
    assert find_column(("id", "A\u030ar"), "år", "--variable") == 1


def test_a_name_that_fits_several_columns_is_a_problem_that_lists_them() -> None:
    with pytest.raises(Problem, match=r"k1\.1 Hva\?”, “k1\.10"):
        find_column(HEADERS, "k1", "--question")


def test_a_name_that_fits_none_is_a_problem_with_the_nearest() -> None:
    with pytest.raises(Problem, match="no column “typpe”") as told:
        find_column(HEADERS, "typpe", "--type")
    assert told.value.hint == "Did you mean “type”?"


def test_an_empty_name_fits_no_column() -> None:
    with pytest.raises(Problem, match="no column"):
        find_column(HEADERS, " ", "--id")


@pytest.mark.parametrize("position", range(len(HEADERS)))
def test_the_option_that_is_offered_names_the_column(position: int) -> None:
    name = option_for("--question", HEADERS, position).removeprefix("--question ").strip('"')
    assert find_column(HEADERS, name, "--question") == position
