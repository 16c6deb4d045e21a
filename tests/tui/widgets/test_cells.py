"""What is drawn harms no terminal, and takes exactly the cells that it is said to take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.harness import control_characters
from tests.tui.widgets.showing import HOSTILE
from tui.widgets.cells import (
    Piece,
    cells,
    cut,
    cut_front,
    drawn,
    fill,
    is_simple,
    left,
    one_line,
    right,
)

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*HOSTILE, "æøå ", "中", "👩", "\u0301", "\t", "\n"])).map("".join),
)


@given(TEXTS)
def test_nothing_that_a_terminal_obeys_is_drawn(text: str) -> None:
    assert control_characters(drawn(text)) == set()


@given(TEXTS)
def test_the_cells_of_a_text_are_those_of_its_characters(text: str) -> None:
    assert cells(drawn(text)) == sum(cells(drawn(character)) for character in text)


@given(TEXTS)
def test_the_quick_way_to_count_cells_is_right(text: str) -> None:
    assert cells(drawn(text)) == cell_len(drawn(text))


@given(TEXTS, st.integers(0, 60))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cells(cut(drawn(text), width)) <= width
    assert cells(cut_front(drawn(text), width)) <= width


@given(TEXTS, st.integers(0, 60))
def test_a_padded_text_has_exactly_its_width(text: str, width: int) -> None:
    assert cells(left(drawn(text), width)) == width
    assert cells(right(drawn(text), width)) == width


@given(st.lists(TEXTS), st.integers(0, 60))
def test_pieces_fill_a_line_exactly(texts: list[str], width: int) -> None:
    pieces = fill([Piece(drawn(text)) for text in texts], width)
    assert sum(cells(piece.text) for piece in pieces) == width
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_one_line_has_no_line_breaks(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize("text", ["Vi mangler folk", "", "æøå ÆØÅ é §"])
def test_ordinary_text_is_drawn_as_it_is(text: str) -> None:
    assert is_simple(text)
    assert drawn(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\tb", "a    b"),
        ("a\nb", "ab"),
        ("❤\ufe0f", "❤"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 4),
        ("del\u00adt", "del-t"),
        ("\u061c\U000e0041", "��"),
    ],
)
def test_signs_stand_for_what_cannot_be_drawn(text: str, shown: str) -> None:
    assert drawn(text) == shown


def test_what_is_cut_off_is_shown() -> None:
    assert cut("kommunen", 5) == "komm…"
    assert cut("to ord", 4) == "to…"
    assert cut_front("R-000123", 5) == "…0123"


def test_a_wide_character_is_never_halved() -> None:
    assert left("中文字", 5) == "中文…"
    assert left("中文字", 4) == "中… "
