"""What is added to a table when it is known which of its cells are printed."""

from collections.abc import Iterator
from dataclasses import replace

from coder.results.band_differences import FEWEST, fisher_p
from coder.results.saved.definition import Definition
from coder.results.saved.wording import saved_words
from coder.results.shares import LEVEL, share_interval, stand_together
from coder.results.table import Cell, Column, Row, Table


def finished(table: Table, definition: Definition, rounded: bool) -> Table:
    """The table with intervals and marks, and the notes of what was done to its numbers.

    Intervals and tests use printed numbers only, and neither rounded nor weighted ones.
    """
    words = saved_words(table.language)
    notes = []
    exact = not definition.weight and definition.kind == "codes"
    if rounded:
        notes.append(words.rounded)
        exact = False
    if definition.intervals and exact:
        table = _with_intervals(table)
        notes.append(words.intervals)
    if definition.differences and exact and table.columns:
        table = _with_differences(table)
        notes += [words.differs, words.fewest.format(n=FEWEST)]
    return replace(table, notes=(*table.notes, *notes))


def _with_intervals(table: Table) -> Table:
    def cell(one: Cell, column: Column) -> Cell:
        return one if one.count is None else replace(one, interval=_interval(one.count, column.n))

    rows = (
        row
        if row.kind == "total"
        else replace(
            row,
            interval=_interval(row.count, table.base.n),
            cells=tuple(map(cell, row.cells, table.columns)),
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _interval(count: int, n: int) -> tuple[int, int] | None:
    """Wilson's interval in whole percents, halves up; None without a base."""
    if not n:
        return None
    found = share_interval(count, n)
    return int(100 * found.low + 0.5), int(100 * found.high + 0.5)


def _with_differences(table: Table) -> Table:
    """The table with a mark on the shares that differ from those of all others together.

    Fisher's exact test with Holm's correction over all tests of the table; groups of fewer than 30
    respondents, and those that fewer than 30 are outside of, are not tested.
    """
    places = list(_tested(table))
    stand = stand_together([p for _, _, p in places], 1 - LEVEL)
    marked = {(at, to) for (at, to, _), stands in zip(places, stand, strict=True) if stands}

    def row(at: int, one: Row) -> Row:
        cells = (replace(cell, differs=(at, to) in marked) for to, cell in enumerate(one.cells))
        return replace(one, cells=tuple(cells))

    return replace(table, rows=tuple(row(at, one) for at, one in enumerate(table.rows)))


def _tested(table: Table) -> Iterator[tuple[int, int, float]]:
    for at, row in enumerate(table.rows):
        for to, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            others = table.base.n - column.n
            if cell.count is None or row.kind == "total" or min(column.n, others) < FEWEST:
                continue
            yield at, to, fisher_p((cell.count, column.n), (row.count - cell.count, others))
