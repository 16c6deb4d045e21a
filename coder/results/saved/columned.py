"""Rows with columns that are counted one by one: codes of a question, waves, weights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from codebooks.tree import CodeTree
from coder.results.lines import Line
from coder.results.table import Base, Cell, Column, Row
from coder.results.tally import percent, table_rows


@dataclass(frozen=True)
class Beside:
    """A column with the number of answers of every row; None where there is nothing to count."""

    column: Column
    counts: tuple[int | None, ...]


def rows_beside(
    lines: Sequence[Line], base: Base, tree: CodeTree, columns: Sequence[Beside]
) -> tuple[Row, ...]:
    """Lines as rows, with the cells of these columns; the base is of the whole rows."""
    plain = table_rows(lines, (), base, tree)
    return tuple(
        replace(row, cells=tuple(_cell(each.counts[at], each.column.n) for each in columns))
        for at, row in enumerate(plain)
    )


def _cell(count: int | None, n: int) -> Cell:
    return Cell(None, None) if count is None else Cell(count, percent(count, n))
