"""Some rows of a table, as they stand in it."""

from collections.abc import Sequence
from dataclasses import replace

from coder.results.table import Table
from corpus.problems import Problem


def rows_of(table: Table, codes: Sequence[str]) -> Table:
    """The table with the rows of these codes (GUIDs) only, hidden cells and notes as they were.

    Raises a Problem when the table has no row for one of them.
    """
    if missing := len(set(codes) - {row.code for row in table.rows}):
        raise Problem(
            f"The table has no row for {missing} of the codes.",
            "A code without answers, or under a theme or a cut-off, has none.",
        )
    return replace(table, rows=tuple(row for row in table.rows if row.code in codes))
