"""How names are sorted and numbers are written."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import alphabetical, format_number

NAMES = [
    "Alta",
    "Annet",
    "Ærlighet",
    "Ølmisbruk",
    "Åpenhet",
    "Aap-ordningen",
    "Zoo",
    "økonomi",
    "Økt",
    "étage",
    "Eid",
]


def test_letters_after_z_come_in_norwegian_order() -> None:
    assert sorted("åøæzay", key=alphabetical) == ["a", "y", "z", "æ", "ø", "å"]


def test_aa_is_sorted_as_aa_with_a_ring() -> None:
    assert sorted(["Aas", "Øy", "Ål", "Alta"], key=alphabetical) == ["Alta", "Øy", "Ål", "Aas"]


@pytest.mark.parametrize(("strange", "norwegian"), [("ä", "æ"), ("ö", "ø"), ("ǽ", "æ"), ("ǿ", "ø")])
def test_a_letter_stands_with_its_norwegian_twin(strange: str, norwegian: str) -> None:
    assert alphabetical(f"x{strange}b")[0] == alphabetical(f"x{norwegian}b")[0]


def test_case_and_accents_do_not_count() -> None:
    assert sorted(["Êid", "eie", "Ead", "éh"], key=alphabetical) == ["Ead", "éh", "Êid", "eie"]


def test_a_name_in_two_forms_of_unicode_has_one_place() -> None:
    assert alphabetical("A\u030alesund")[0] == alphabetical("Ålesund")[0]


@given(st.permutations(NAMES))
def test_the_order_does_not_depend_on_where_names_stood(names: list[str]) -> None:
    assert sorted(names, key=alphabetical) == sorted(NAMES, key=alphabetical)


@given(st.text("abzæøåAÆØÅ -", max_size=8), st.text("abzæøåAÆØÅ -", max_size=8))
def test_two_different_names_never_have_the_same_key(one: str, other: str) -> None:
    assert (alphabetical(one) == alphabetical(other)) == (one == other)


@given(st.integers(0, 10**12))
def test_a_number_is_written_in_groups_of_three(number: int) -> None:
    groups = format_number(number, "nb").split("\u00a0")
    assert int("".join(groups)) == number
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3


@pytest.mark.parametrize(
    ("language", "written"), [("nb", "1\u00a0234"), ("nn", "1\u00a0234"), ("en", "1,234")]
)
def test_thousands_stand_apart_as_the_language_has_it(language: str, written: str) -> None:
    from corpus.language import LANGUAGES

    chosen = next(each for each in LANGUAGES if each == language)
    assert format_number(1234, chosen) == written


def test_the_alphabet_is_the_norwegian_one() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzæøå"
    pairs = itertools.pairwise(letters)
    assert all(alphabetical(one) < alphabetical(other) for one, other in pairs)
