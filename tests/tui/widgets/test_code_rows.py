"""The rows of the codebook: folding, counts, width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.widgets.showing import HOSTILE
from tui.widgets.cells import cells
from tui.widgets.code_rows import CodeRow, Coverage, counted, row_line, theme_over, unfolded

ROWS = (
    CodeRow(1, "Kapasitet", 0, 1, 3, 12, theme=True),
    CodeRow(2, "Årsverk", 1, 2, 4, 9, theme=True),
    CodeRow(3, "Vikarer", 2, 3, 5, 5),
    CodeRow(4, "Økonomi", 0, 4, 7, 7),
)


def said(row: CodeRow, width: int, folded: bool = False) -> str:
    """A row as it is drawn."""
    return "".join(piece.text for piece in row_line(row, width, 5, folded))


@pytest.mark.parametrize(
    ("folded", "seen"),
    [((), [1, 2, 3, 4]), ((2,), [1, 2, 4]), ((1,), [1, 4]), ((1, 2), [1, 4]), ((4,), [1, 2, 3, 4])],
)
def test_what_stands_under_a_folded_theme_is_not_seen(
    folded: tuple[int, ...], seen: list[int]
) -> None:
    assert [row.id for row in unfolded(ROWS, frozenset(folded))] == seen


def test_the_theme_over_a_code_is_found() -> None:
    assert [theme_over(ROWS, place) for place in range(4)] == [None, 0, 1, None]


def test_a_theme_has_two_counts() -> None:
    assert [counted(row) for row in ROWS] == ["3/12", "4/9", "5", "7"]


def test_the_row_of_the_cursor_has_a_sign() -> None:
    assert row_line(ROWS[3], 40, 5, False, current=True)[0].text.startswith("›")


def test_a_row_says_everything_without_colour() -> None:
    assert said(ROWS[0], 40) == "   ▾ Kapasitet                  #1  3/12"
    assert said(ROWS[0], 40, folded=True).startswith("   ▸ Kapasitet")
    assert said(ROWS[2], 40).startswith("         Vikarer ")
    retired = CodeRow(5, "Gammel", retired=True, coverage=Coverage.SOME)
    assert said(retired, 24) == " ▫   Gammel †          0"
    assert said(CodeRow(6, "Bolig", coverage=Coverage.ALL), 24).startswith(" ▪   Bolig")


@given(
    st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE)),
    st.integers(0, 2),
    st.integers(18, 120),
    st.sampled_from(Coverage),
    st.booleans(),
)
def test_a_row_has_exactly_its_width(
    name: str, depth: int, width: int, coverage: Coverage, theme: bool
) -> None:
    row = CodeRow(1, name, depth, 12, 3, 12, theme, not theme, coverage)
    assert cells(said(row, width)) == width
