"""What a figure shows, for the bars of a screen: the same numbers under the same names."""

from coder.exports.figures.drawn import DrawnRow, drawn_rows
from coder.results.table import Table

BarValues = tuple[str, int | None, str]
"""A name on one line, percent (None: hidden or missing, which is no bar), the number in print."""


def bars_on_screen(table: Table, group: int | None = None) -> list[BarValues]:
    """The rows of a table as they stand for everyone, or for the group at this place from 0.

    Raises a Problem when there is nothing to draw, or too much.
    """
    return [_bar(row, group) for row in drawn_rows(table).rows]


def _bar(row: DrawnRow, group: int | None) -> BarValues:
    name = " ".join(row.name)
    if group is None:
        return name, row.whole.percent, f"{row.whole.text} ({row.counted})"
    return name, row.marks[group].percent, row.marks[group].text
