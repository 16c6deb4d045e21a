"""A built table as the lines of a grid, and which of its rows each line is."""

from collections.abc import Sequence
from dataclasses import dataclass

from coder.exports.signs import n_of, printed_rows
from coder.results.saved.listing import list_lines
from coder.results.table import Table
from tui.widgets.table_grid import Head, Line


@dataclass(frozen=True)
class Laid:
    """A table in a grid; `rows` are the places of the lines' rows in the table."""

    first: str
    heads: Sequence[Head]
    lines: Sequence[Line]
    rows: Sequence[int]


def laid_out(table: Table) -> Laid:
    """The whole row in the first column, then a column each; lists have no columns."""
    if table.shape != "table":
        rows = [at for at, row in enumerate(table.rows) if row.kind != "total"]
        lines = [Line(text, ()) for text in list_lines(table)]
        return Laid(table.code_head, [], lines, rows)
    first = Head(f"{table.count_head} {table.percent_head}", n_of(table.base.n, table.language))
    heads = [Head(column.head, n_of(column.n, table.language)) for column in table.columns]
    lines = [
        Line(row.name, (f"{row.count} {row.percent:>3}", *row.cells), row.kind != "code")
        for row in printed_rows(table)
    ]
    return Laid(table.code_head, [first, *heads], lines, range(len(lines)))
