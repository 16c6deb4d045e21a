"""How a piece of a text grows and shrinks by a word."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span, grow_left, grow_right, shrink_left, shrink_right, trimmed

TEXT = "  en to,  tre (fire) fem "
TO_TRE = Span(5, 13)
Change = Callable[[str, Span], Span]


def piece(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_the_tried_span_is_two_words() -> None:
    assert piece(TO_TRE) == "to,  tre"


def test_growing_right_takes_the_next_word_with_its_signs() -> None:
    assert piece(grow_right(TEXT, TO_TRE)) == "to,  tre (fire)"


def test_growing_left_takes_the_word_before() -> None:
    assert piece(grow_left(TEXT, TO_TRE)) == "en to,  tre"


def test_shrinking_right_drops_the_last_word() -> None:
    assert piece(shrink_right(TEXT, TO_TRE)) == "to,"


def test_shrinking_left_drops_the_first_word() -> None:
    assert piece(shrink_left(TEXT, TO_TRE)) == "tre"


def test_growing_right_first_completes_the_word_it_ends_in() -> None:
    assert piece(grow_right(TEXT, Span(5, 11))) == "to,  tre"


def test_growing_left_first_completes_the_word_it_begins_in() -> None:
    assert piece(grow_left(TEXT, Span(11, 13))) == "tre"


@pytest.mark.parametrize("change", [grow_left, grow_right])
def test_the_whole_text_does_not_grow(change: Change) -> None:
    whole = trimmed(TEXT, 0, len(TEXT))
    assert whole is not None
    assert change(TEXT, whole) == whole


@pytest.mark.parametrize("change", [shrink_left, shrink_right])
def test_a_single_word_does_not_shrink(change: Change) -> None:
    assert change(TEXT, Span(2, 4)) == Span(2, 4)


def test_nothing_is_left_of_trimmed_white_space() -> None:
    assert trimmed(TEXT, 8, 10) is None


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(st.sampled_from("ab. \n\u00a0")).filter(lambda text: text.strip() != ""))
    start = draw(st.integers(0, len(text)))
    span = trimmed(text, start, draw(st.integers(start, len(text))))
    return text, span or trimmed(text, 0, len(text)) or Span(0, 0)


@given(texts_with_spans(), st.sampled_from([grow_left, grow_right, shrink_left, shrink_right]))
def test_a_changed_span_is_never_empty_and_has_no_white_space_around_it(
    drawn: tuple[str, Span], change: Change
) -> None:
    text, span = drawn
    changed = change(text, span)
    assert trimmed(text, *changed) == changed


@given(texts_with_spans())
def test_growing_by_a_whole_word_is_taken_back_by_shrinking(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    at_word_end = text[span.end : span.end + 1].strip() == ""
    grown = grow_right(text, span)
    assert grown == span or not at_word_end or shrink_right(text, grown) == span
