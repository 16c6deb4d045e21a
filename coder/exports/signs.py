"""Tables as they are printed: names, numbers and signs as text, nothing left to decide."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coder.exports.fixed_words import fixed_words
from coder.results.table import Cell, Row, RowKind, Table
from corpus.language import Language, format_number

ZERO = "-"
IMPOSSIBLE = "."
MISSING = ".."
HIDDEN = ":"
UNDER_ONE = "<1"
DIFFERS = "*"
LEVELS = " / "


@dataclass(frozen=True)
class PrintedRow:
    """A row in print: its name, count and percent, and the percent of each column's n."""

    name: str
    count: str
    percent: str
    cells: tuple[str, ...]
    kind: RowKind


def printed_rows(table: Table) -> tuple[PrintedRow, ...]:
    """The rows of a table with Statistics Norway's signs; plain tables print 0 as a number."""
    names = row_names(table.rows)
    return tuple(_printed(table, row, name) for row, name in zip(table.rows, names, strict=True))


def row_names(rows: Sequence[Row]) -> tuple[str, ...]:
    """Each row's own name, with as many themes before it as it takes to tell rows apart.

    What is new and what confirms an earlier wave stands behind it.
    """
    depths = [1] * len(rows)
    while True:
        names = [LEVELS.join(row.path[-d:]) for row, d in zip(rows, depths, strict=True)]
        seen = Counter(names)
        alike = [
            i for i, row in enumerate(rows) if seen[names[i]] > 1 and depths[i] < len(row.path)
        ]
        if not alike:
            return tuple(map(marked, names, rows))
        for i in alike:
            depths[i] += 1


def marked(name: str, row: Row) -> str:
    """A row's name with its mark in parentheses."""
    return f"{name} ({row.mark})" if row.mark else name


def printed_notes(table: Table) -> tuple[str, ...]:
    """The table's notes, and the meaning of the signs in its columns that no note gives.

    What is hidden is counted.
    """
    words = fixed_words(table.language)
    used = {sign for row in printed_rows(table) for sign in (row.count, row.percent, *row.cells)}
    meanings = [
        f"{sign} = {words.signs[sign]}{_hidden_cells(table) if sign == HIDDEN else ''}"
        for sign in sorted(used & words.signs.keys())
        if not any(_explains(note, sign) for note in table.notes)
    ]
    return (*table.notes, *([f"{words.sign}: {'; '.join(meanings)}."] if meanings else []))


def n_of(count: int, language: Language) -> str:
    """How many a column is of, as it stands in its head: `n=1 234`."""
    return f"n={format_number(count, language)}"


def spanner(table: Table) -> str:
    """What stands over the columns of a crossed table: what they are, and what is in them."""
    words = fixed_words(table.language)
    over = f"{table.by_head} ({words.percent_of_n})" if table.by_head else words.percent_of_n
    return over[:1].upper() + over[1:]


def _hidden_cells(table: Table) -> str:
    hidden = sum(cell.suppressed for row in table.rows for cell in row.cells)
    form = fixed_words(table.language).cells[hidden != 1]
    return f" ({form.format(n=format_number(hidden, table.language))})" if hidden else ""


def _explains(note: str, sign: str) -> bool:
    return re.search(rf"(?:^|[.;] ){re.escape(sign)} ", note) is not None


def _printed(table: Table, row: Row, name: str) -> PrintedRow:
    zero = ZERO if table.columns else "0"
    cells = tuple(
        _cell(cell, column.n) for cell, column in zip(row.cells, table.columns, strict=False)
    )
    return PrintedRow(
        name,
        format_number(row.count, table.language) if row.count else zero,
        _percent(row.count, row.percent, table.base.n, zero) + _interval(row.interval),
        cells + ("",) * (len(table.columns) - len(cells)),
        row.kind,
    )


def _cell(cell: Cell, n: int) -> str:
    if cell.suppressed:
        return HIDDEN
    if cell.count is None or cell.percent is None:
        return MISSING
    sign = DIFFERS if cell.differs else ""
    return _percent(cell.count, cell.percent, n, ZERO) + sign + _interval(cell.interval)


def _interval(interval: tuple[int, int] | None) -> str:
    return f" ({interval[0]};{interval[1]})" if interval else ""


def _percent(count: int, percent: int, n: int, zero: str) -> str:
    if n == 0:
        return IMPOSSIBLE
    if count == 0:
        return zero
    return str(percent) if percent else UNDER_ONE
