"""Text set in the columns of a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from coder.exports.layout import display_width, left, longest_piece, right, wrap

LETTERS = st.text(st.sampled_from("abcæøå -漢🙂\u0301"))


def test_an_emoji_takes_two_columns() -> None:
    assert display_width("å🙂") == 3


def test_a_combining_accent_takes_none() -> None:
    assert display_width("A\u030angstro\u0308m") == 8


def test_text_is_set_left_and_right_in_its_field() -> None:
    assert (left("漢", 4), right("漢", 4)) == ("漢  ", "  漢")


def test_a_long_word_is_broken_after_its_hyphen() -> None:
    assert wrap("10000-20000 og", 6) == ["10000-", "20000", "og"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert wrap("av 1\u00a0234 svar", 7) == ["av", "1\u00a0234", "svar"]


def test_the_longest_piece_is_what_cannot_be_broken() -> None:
    assert longest_piece("10000-20000 og større") == 6


@given(LETTERS, st.integers(min_value=2, max_value=20))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(display_width(line) <= width for line in wrap(text, width))


@given(LETTERS, st.integers(min_value=2, max_value=20))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")
