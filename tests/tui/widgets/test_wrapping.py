"""Text is broken by words, and none of it is lost or doubled."""

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.texts import ANY_TEXT, texts_with_segments
from tui.widgets.cells import cells
from tui.widgets.segment_signs import CodedSegment, Signs
from tui.widgets.text_pieces import pieces_of
from tui.widgets.wrapping import Wrapping

Given = tuple[str, tuple[CodedSegment, ...]]


def wrapped(text: str, width: int, *segments: CodedSegment) -> list[str]:
    """The lines as they are drawn."""
    signs = Signs(segments, text)
    return [
        "".join(piece.drawn for piece in pieces_of(text, line, signs, None))
        for line in Wrapping(text, width, signs).lines()
    ]


@given(texts_with_segments(), st.integers(1, 60))
def test_the_lines_together_are_the_text(given_text: Given, width: int) -> None:
    text, segments = given_text
    lines = list(Wrapping(text, width, Signs(segments, text)).lines())
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert [line.start for line in lines] == [0, *(line.end for line in lines)][: len(lines)]
    assert all(line.start < line.end for line in lines)


@given(texts_with_segments(), st.integers(16, 60))
def test_no_line_is_wider_than_it_may_be(given_text: Given, width: int) -> None:
    text, segments = given_text
    assert all(cells(line) <= width for line in wrapped(text, width, *segments[:2]))


@given(ANY_TEXT, st.integers(8, 60))
def test_a_line_is_broken_only_where_the_next_word_does_not_fit(text: str, width: int) -> None:
    signs = Signs((), text)
    lines = list(Wrapping(text, width, signs).lines())
    for line, following in pairwise(lines):
        if not text[line.start : line.end].endswith("\n"):
            joined = wrapped(text[line.start : following.end].split("\n")[0], 10_000)
            assert cells(joined[0]) + line.indent > width or following.indent


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Vi mangler folk og tid", ["Vi mangler", "folk og tid"]),
        ("en\n\nto", ["en", "", "to"]),
        ("to\n", ["to"]),
        ("ord      og   ord         ", ["ord      og", "ord"]),
        ("kompetanseheving", ["kompetansehe", "ving"]),
        ("ja kompetanseheving", ["ja", "kompetansehe", "ving"]),
        ("中文字中文字中", ["中文字中文字", "中"]),
        ("ti\u00a0tusen kroner", ["ti\u00a0tusen", "kroner"]),
        ("", []),
    ],
)
def test_text_is_broken_by_words(text: str, lines: list[str]) -> None:
    assert wrapped(text, 12) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. mangler folk og tid", ["1. mangler", "   folk og", "   tid"]),
        ("- for lite folk\n- tid", ["- for lite", "  folk", "- tid"]),
        ("a) for lite av alt", ["a) for lite", "   av alt"]),
    ],
)
def test_the_items_of_a_list_stand_under_their_first_word(text: str, lines: list[str]) -> None:
    assert wrapped(text, 12) == lines


def test_the_numbers_of_segments_have_room_and_are_not_torn_from_their_words() -> None:
    text = "for lite folk her"
    assert wrapped(text, 12, CodedSegment(4, 13)) == ["for ¹lite", "folk₁ her"]


def test_the_lines_come_one_at_a_time() -> None:
    text = "Vi mangler folk. " * 100_000
    lines = Wrapping(text, 80, Signs((), text)).lines()
    assert [line.start for line in islice(lines, 4)] == [0, 79, 156, 232]
