"""A long text is laid out only as far as it is wanted."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.texts import ANY_TEXT
from tui.widgets.text_lines import TextLines

LONG = "Vi mangler folk og penger. " * 40_000


def test_no_more_is_laid_out_than_asked_for() -> None:
    lines = TextLines(LONG, (), 80)
    assert lines.known == []
    lines.know(30)
    lines.know(20)
    assert len(lines.known) == 30
    assert not lines.is_whole


def test_the_line_of_an_offset_is_found_wherever_it_is() -> None:
    lines = TextLines(LONG, (), 80)
    number = lines.line_at(500_000)
    assert lines.known[number].start <= 500_000 < lines.known[number].end
    assert not lines.is_whole


def test_an_empty_text_is_whole_and_has_no_line() -> None:
    lines = TextLines("", (), 80)
    lines.know(5)
    assert lines.is_whole
    assert lines.known == []
    assert lines.line_at(0) == 0


@given(ANY_TEXT, st.integers(8, 40))
def test_every_offset_is_in_the_line_that_is_found_for_it(text: str, width: int) -> None:
    lines = TextLines(text, (), width)
    for offset in range(len(text)):
        number = lines.line_at(offset)
        line = lines.known[number]
        assert line.start <= offset < line.end
