"""One name is one name, whether its letters were written as one character or as two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalise import REPLACEMENT
from corpus.reading.framing import framed
from corpus.reading.sheet import Sheet
from tests.corpus.reading.tables import read, table

WIDE = ("id|fylke|Årets team|k1å Hva mener dere om dette her?", "Ålesund|Møre|Ja|Vi mangler folk")
LONG = ("id|spørsmål|svar|koder", "Ålesund|Hva mener dere om året?|Vi mangler folk|Råd;Få")
NORWEGIAN = st.lists(st.text("aåÅé;\n x", max_size=6), min_size=3, max_size=3)


def _apart(text: str) -> str:
    """The same text with its letters written as two characters (NFD)."""
    return unicodedata.normalize("NFD", text)


def _framed(*rows: list[str]) -> Sheet:
    return framed(enumerate((["id", "k1", "fylke"], *rows), 1))


@given(NORWEGIAN)
def test_a_row_is_the_same_in_both_forms(cells: list[str]) -> None:
    assert _framed(["1", "x", "y"], cells) == _framed(["1", "x", "y"], list(map(_apart, cells)))


@pytest.mark.parametrize("lines", [WIDE, LONG])
def test_a_file_says_the_same_in_both_forms(lines: tuple[str, str]) -> None:
    found = read(table(*lines))
    assert read(table(*map(_apart, lines))) == found
    assert found.respondents[0].key == "Ålesund"
    assert unicodedata.is_normalized("NFC", repr(found))


def test_two_rows_of_one_respondent_in_two_forms_are_reported() -> None:
    found = read(table(WIDE[0], WIDE[1], _apart(WIDE[1])))
    assert [respondent.row for respondent in found.respondents] == [2]
    assert [(odd.row, odd.kind) for odd in found.oddities] == [(3, "duplicate id")]


def test_two_rows_of_one_long_answer_in_two_forms_are_one_answer() -> None:
    found = read(table(LONG[0], LONG[1], _apart(LONG[1])))
    assert len(found.respondents) == len(found.questions) == len(found.answers) == 1
    assert found.answers[0].codes == ("Råd", "Få")
    assert found.oddities == ()


def test_half_a_character_in_any_cell_is_replaced_and_reported() -> None:
    sheet = _framed(["\ud800", "x", "y"])
    assert sheet.rows == ((2, (REPLACEMENT, "x", "y")),)
    assert [(odd.row, odd.kind) for odd in sheet.oddities] == [(2, "text")]


def test_a_character_that_was_lost_before_is_not_reported_again() -> None:
    assert _framed([f"æ{REPLACEMENT}", "x", "y"]).oddities == ()
