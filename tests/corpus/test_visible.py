"""What a terminal would obey is shown as a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.visible import visible

OBEYED = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\t\n"),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0x200B, 0x2010)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2060, 0x206A)),
    "\ufeff",
    "\ud800",
    "\udfff",
]


@pytest.mark.parametrize("character", OBEYED, ids=lambda character: f"U+{ord(character):04X}")
def test_an_obeyed_character_becomes_one_other_character(character: str) -> None:
    shown = visible(character)
    assert len(shown) == 1
    assert shown not in OBEYED


def test_escape_is_shown_as_its_control_picture() -> None:
    assert visible("\x1b[31m") == "␛[31m"


def test_delete_is_shown_as_its_control_picture() -> None:
    assert visible("\x7f") == "␡"


def test_norwegian_text_with_tabs_and_lines_stays() -> None:
    text = "Ærlig talt:\tvi får «nei»\nhver gang – 100 % 🙂"
    assert visible(text) == text


@given(st.text(st.characters()))
def test_any_text_keeps_its_length_and_holds_nothing_obeyed(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not set(shown) & set(OBEYED)
