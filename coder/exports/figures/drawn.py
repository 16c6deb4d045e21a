"""What a figure draws of a table: rows with their lines of text, and what stands at each place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from coder.exports.controls import encodable, one_line
from coder.exports.layout import wrap
from coder.exports.signs import PrintedRow, n_of, printed_rows
from coder.results.table import Cell, Row, Table
from corpus.language import format_number
from corpus.problems import Problem
from corpus.visible import visible

LABEL_WIDTH, NARROW_LABELS, WIDE_LABELS = 40, 26, 64
_GAP, _DENSE_GAP = 0.75, 0.3
_MANY_LINES = 60
_MOST_ROWS = 200


@dataclass(frozen=True)
class Mark:
    """A number at its place: percent for the length, None when hidden or missing; as printed."""

    percent: int | None
    text: str


@dataclass(frozen=True)
class DrawnRow:
    """A row: its name in lines, `middle` and `height` in lines down from 0, `whole` and `marks`."""

    name: tuple[str, ...]
    middle: float
    height: float
    whole: Mark
    counted: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Drawn:
    """The rows that are drawn, over so many lines; `dense` when they are too many for wide gaps."""

    rows: tuple[DrawnRow, ...]
    lines: float
    dense: bool = False

    @property
    def highest(self) -> int:
        """The highest percent of all, at least 1."""
        return max(1, self.highest_of_groups, *(row.whole.percent or 0 for row in self.rows))

    @property
    def highest_of_groups(self) -> int:
        """The highest percent of any group, at least 1."""
        return max([1, *(mark.percent or 0 for row in self.rows for mark in row.marks)])


def drawn_rows(table: Table, narrow: bool = False) -> Drawn:
    """The rows of a table but its total, each as high as its name takes.

    Many rows stand close, with names on longer lines; `narrow` keeps those short. Raises a Problem
    when there is nothing to draw, or more than a page holds.
    """
    return _placed([_named(table, row, printed) for row, printed in _shown(table)], narrow)


def drawn_groups(table: Table, everyone: str, narrow: bool = False) -> Drawn:
    """Everyone and each group with its n, and what the only row of the table says of them."""
    ((row, printed),) = _shown(table)
    whole = _Named(f"{everyone} ({n_of(table.base.n, table.language)})", _whole(row, printed))
    marks = zip(table.columns, _marks(row, printed), strict=True)
    groups = [_Named(f"{column.head} ({n_of(column.n, table.language)})", m) for column, m in marks]
    return _placed([whole, *groups], narrow)


@dataclass(frozen=True)
class _Named:
    """A row before it has a place."""

    name: str
    whole: Mark
    counted: str = ""
    marks: tuple[Mark, ...] = ()


def _named(table: Table, row: Row, printed: PrintedRow) -> _Named:
    counted = format_number(row.count, table.language)
    return _Named(printed.name, _whole(row, printed), counted, _marks(row, printed))


def _whole(row: Row, printed: PrintedRow) -> Mark:
    return Mark(row.percent, printed.percent)


def _marks(row: Row, printed: PrintedRow) -> tuple[Mark, ...]:
    pairs = zip(row.cells, printed.cells, strict=False)
    return tuple(Mark(_length(cell), text) for cell, text in pairs)


def _shown(table: Table) -> list[tuple[Row, PrintedRow]]:
    shown = [
        pair
        for pair in zip(table.rows, printed_rows(table), strict=True)
        if pair[0].kind != "total"
    ]
    if not shown or not table.base.n:
        raise Problem("There is nothing to draw: no code is in use.", "Code some answers first.")
    most = max(len(shown), len(table.columns))
    if most > _MOST_ROWS:
        raise Problem(
            f"{most} rows or groups are too many for a figure.",
            f"At most {_MOST_ROWS}; try --cutoff or --level theme.",
        )
    return shown


def _placed(named: Sequence[_Named], narrow: bool) -> Drawn:
    drawn = _stacked(named, NARROW_LABELS if narrow else LABEL_WIDTH, _GAP)
    if narrow or drawn.lines <= _MANY_LINES:
        return drawn
    return replace(_stacked(named, WIDE_LABELS, _DENSE_GAP), dense=True)


def _stacked(named: Sequence[_Named], width: int, gap: float) -> Drawn:
    """The rows one under the other, with so many lines between them."""
    names = [tuple(wrap(clean(each.name), width)) for each in named]
    heights = [max(len(name), 1) + gap for name in names]
    tops = [0.0, *accumulate(heights)]
    rows = [
        DrawnRow(name, top + height / 2, height, each.whole, each.counted, each.marks)
        for each, name, top, height in zip(named, names, tops, heights, strict=False)
    ]
    return Drawn(tuple(rows), tops[-1])


def clean(text: str) -> str:
    """A text on one line, as a figure can hold it."""
    return visible(encodable(one_line(text)))


def _length(cell: Cell) -> int | None:
    return None if cell.suppressed else cell.percent
