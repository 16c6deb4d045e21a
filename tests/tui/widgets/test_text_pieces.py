"""Every character of a line is in exactly one piece, with its segments and the selection."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.harness import control_characters
from tests.tui.widgets.texts import texts_with_segments
from tui.widgets.cells import drawn
from tui.widgets.segment_signs import CodedSegment, Signs
from tui.widgets.text_pieces import TextPiece, pieces_of
from tui.widgets.wrapping import SPACES, Line, Wrapping

Given = tuple[str, tuple[CodedSegment, ...]]


def laid_out(
    text: str, segments: tuple[CodedSegment, ...], width: int, chosen: tuple[int, int] | None
) -> list[list[TextPiece]]:
    """The pieces of every line."""
    signs = Signs(segments, text)
    lines = Wrapping(text, width, signs).lines()
    return [pieces_of(text, line, signs, chosen) for line in lines]


def said(text: str, *segments: CodedSegment) -> str:
    """A text on one long line as it is drawn."""
    return "".join(piece.drawn for line in laid_out(text, segments, 500, None) for piece in line)


@given(texts_with_segments(), st.integers(8, 60), st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_every_character_is_in_exactly_one_piece(
    given_text: Given, width: int, chosen: tuple[int, int]
) -> None:
    text, segments = given_text
    lines = laid_out(text, segments, width, (min(chosen), max(chosen)))
    at = 0
    for piece in (piece for line in lines for piece in line if not piece.is_sign):
        assert piece.start == at
        at = piece.end
    assert at == len(text)


@given(texts_with_segments(), st.integers(8, 60))
def test_a_piece_is_drawn_as_its_characters_or_is_the_unseen_end_of_a_line(
    given_text: Given, width: int
) -> None:
    text, segments = given_text
    for line in laid_out(text, segments, width, None):
        for piece in line:
            own = text[piece.start : piece.end]
            if not piece.is_sign and piece.drawn != drawn(own):
                assert piece.drawn == ""
                assert set(own) <= SPACES | {"\n"}
            assert control_characters(piece.drawn) == set()


@given(texts_with_segments(), st.integers(8, 60))
def test_the_depth_of_a_piece_is_how_many_segments_lie_on_each_of_its_characters(
    given_text: Given, width: int
) -> None:
    text, segments = given_text
    inside = [segment for _, segment in Signs(segments, text).segments]
    for line in laid_out(text, segments, width, None):
        for piece in line:
            for at in range(piece.start, piece.end):
                assert piece.depth == sum(s.start <= at < s.end for s in inside)


@given(texts_with_segments(), st.integers(8, 60), st.integers(0, 99), st.integers(1, 99))
def test_exactly_the_chosen_characters_are_shown_as_chosen(
    given_text: Given, width: int, start: int, length: int
) -> None:
    text, segments = given_text
    chosen = (start, start + length)
    shown = {
        at
        for line in laid_out(text, segments, width, chosen)
        for piece in line
        if piece.selected
        for at in range(piece.start, piece.end)
    }
    assert shown == set(range(len(text))) & set(range(*chosen))


@given(texts_with_segments(), st.integers(8, 60))
def test_every_segment_has_its_two_numbers(given_text: Given, width: int) -> None:
    text, segments = given_text
    signs = Signs(segments, text)
    drawn_signs = "".join(
        piece.drawn
        for line in laid_out(text, segments, width, None)
        for piece in line
        if piece.is_sign
    )
    numbers = [number - 1 for number, _ in signs.segments]
    for digits in ("¹²³⁴⁵", "₁₂₃₄₅"):
        assert sorted(digits.index(sign) for sign in drawn_signs if sign in digits) == numbers


def test_overlapping_segments_can_be_told_apart() -> None:
    text = "for få folk og penger"
    shown = said(text, CodedSegment(0, 11), CodedSegment(7, 21))
    assert shown == "¹for få ²folk₁ og penger₂"


def test_segments_that_begin_or_end_together_share_a_place() -> None:
    shown = said("for få folk", CodedSegment(0, 6), CodedSegment(0, 11), CodedSegment(7, 11))
    assert shown == "¹·²for få₁ ³folk₂·₃"


def test_numbers_go_on_after_nine() -> None:
    segments = [CodedSegment(at, at + 1) for at in range(12)]
    assert said("abcdefghijkl", *segments).endswith("¹²l₁₂")


def test_the_spaces_at_the_ends_of_a_segment_do_not_count() -> None:
    assert said("for få folk her", CodedSegment(3, 12)) == "for ¹få folk₁ her"
    assert said("for   få", CodedSegment(3, 6)) == "for   få"


def test_a_segment_outside_of_the_text_is_left_out() -> None:
    assert said("folk", CodedSegment(0, 9), CodedSegment(3, 3), CodedSegment(0, 4)) == "³folk₃"


def test_an_indent_is_no_character_of_the_text() -> None:
    pieces = pieces_of("1. folk og", Line(8, 10, 3), Signs((), "1. folk og"), None)
    assert [(piece.start, piece.end, piece.drawn) for piece in pieces] == [
        (8, 8, "   "),
        (8, 10, "og"),
    ]
