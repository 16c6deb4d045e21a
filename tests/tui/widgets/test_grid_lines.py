"""A line of the grid is exactly as wide as the grid, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.workbench.filters import Flag, GridRow
from tests.tui.harness import control_characters
from tests.tui.widgets.showing import CODES, HOSTILE, row
from tui.widgets.cells import cells
from tui.widgets.chips import Chip
from tui.widgets.grid_columns import columns
from tui.widgets.grid_line import line, short_band

TEXTS = st.one_of(st.text(max_size=30), st.sampled_from(HOSTILE))


@pytest.mark.parametrize("longest_key", [3, 6, 36])
def test_the_columns_together_are_the_grid(longest_key: int) -> None:
    assert [columns(width, longest_key).width for width in range(20, 400)] == [*range(20, 400)]


def test_the_text_has_the_most_room() -> None:
    for width in range(30, 250):
        wide = columns(width)
        assert wide.text >= max(wide.chips, wide.key, wide.band)


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.integers(1, 2000), st.integers(20, 250))
def test_a_line_has_exactly_the_width_of_the_grid(
    respondent: str, beginning: str, band: str, name: str, same: int, width: int
) -> None:
    given_row = GridRow(1, respondent, beginning, (1, 2, 3), band, frozenset(Flag), same)
    chips = {1: Chip(name, name), 2: Chip("Økonomi", "●")}
    text = "".join(p.text for p in line(given_row, columns(width), chips, True, True))
    assert cells(text) == width
    assert control_characters(text) == set()


def test_the_cursor_and_the_mark_are_signs() -> None:
    def beginning(marked: bool, current: bool) -> str:
        return line(row(1), columns(80), CODES, marked, current)[0].text

    assert [beginning(False, False), beginning(True, False)] == ["  ", " ●"]
    assert [beginning(False, True), beginning(True, True)] == ["› ", "›●"]


def test_how_many_have_the_same_text_stands_at_the_end_of_the_text() -> None:
    text = "".join(piece.text for piece in line(row(2), columns(80), CODES, False, False))
    assert " ×3 " in text


def test_a_row_that_is_not_there_yet_is_an_ellipsis() -> None:
    text = "".join(piece.text for piece in line(None, columns(80), CODES, False, False))
    assert text.strip() == "…"
    assert len(text) == 80


@pytest.mark.parametrize(
    ("band", "width", "shown"),
    [
        ("2000-5000", 11, "2000-5000"),
        ("2000-5000", 6, "2-5k"),
        ("20000-50000", 6, "20-50k"),
        (">50000", 6, ">50000"),
        ("1500-3000", 6, "1500-…"),
        ("bydel", 6, "bydel"),
        ("unknown", 11, "?"),
    ],
)
def test_a_size_band_is_shortened(band: str, width: int, shown: str) -> None:
    assert short_band(band, width) == shown
