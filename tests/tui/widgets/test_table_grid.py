"""A table fits the room there is, and the cell under the cursor is always seen."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.harness import control_characters
from tests.tui.widgets.showing import HOSTILE
from tui.widgets.cells import CURSOR, cells
from tui.widgets.table_grid import Head, Line, TableGrid, _head

NAMES = st.sampled_from((*HOSTILE, "Bolig", "Et ganske langt navn på en kode i en liste", ""))


@settings(max_examples=30)
@given(
    heads=st.lists(NAMES, min_size=1, max_size=12),
    names=st.lists(NAMES, min_size=1, max_size=4),
    width=st.integers(30, 200),
    column=st.integers(0, 11),
)
def test_every_line_fits_and_shows_the_cell_of_the_cursor(
    heads: list[str], names: list[str], width: int, column: int
) -> None:
    grid = TableGrid()
    numbers = tuple(str(at) for at in range(len(heads)))
    lines = [Line(name, numbers) for name in names]
    grid.show("Kode", [Head(head, "n=1 234") for head in heads], lines, 0)
    grid.column = min(column, len(heads) - 1)
    layout = grid.placed(width)
    assert grid.column in layout.shown
    for place in range(len(names)):
        drawn = "".join(piece.text for piece in grid.draw(place, width))
        assert cells(drawn) <= width
        assert not control_characters(drawn)
        assert (f"{CURSOR}{grid.column}" in drawn) == (place == 0)


def test_a_head_stands_on_two_lines_of_words() -> None:
    assert _head(Head("50000 og større", "n=4"), 9) == ("50000 og", "større", "n=4")
    assert _head(Head("Bolig", "n=4"), 9) == ("", "Bolig", "n=4")
    assert _head(Head("", "n=4"), 9) == ("", "", "n=4")
