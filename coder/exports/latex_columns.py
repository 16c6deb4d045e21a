"""How the columns of a table share the width of a line in LaTeX, and when they go on below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from coder.exports.controls import one_line
from coder.exports.layout import display_width, wrap
from coder.exports.signs import PrintedRow, n_of
from coder.results.table import Table

HEAD_LETTERS = 9
_MOST_NAME, _LEAST_NAME, _NARROWEST_NAME = 0.6, 0.22, 0.1
_FEW = 3
_ALL = 0.96


@dataclass(frozen=True)
class LatexSize:
    """Commands for the size of letters and gaps; a letter and a gap in parts of the line."""

    commands: tuple[str, ...]
    letter: float
    gap: float


_NARROW = "\\setlength{\\tabcolsep}{3pt}"
_SMALL = LatexSize(("\\small", "\\centering"), 0.014, 0.035)
_SMALLER = LatexSize(("\\footnotesize", _NARROW), 0.0127, 0.0175)
_SMALLEST = LatexSize(("\\scriptsize", _NARROW), 0.0114, 0.0175)


@dataclass(frozen=True)
class LatexPart:
    """Groups that stand beside each other; the first part has the totals too.

    `name` is the part of the line that the names take.
    """

    groups: slice
    with_totals: bool
    numbers: int
    size: LatexSize
    name: float

    @property
    def name_letters(self) -> int:
        """How many letters of a name fit a line."""
        return int(self.name / self.size.letter)


def parts_of(table: Table, rows: Sequence[PrintedRow]) -> list[LatexPart]:
    """As few parts as leave room for names, with as many groups in each as in the next."""
    groups = len(table.columns)
    for count in range(1, groups + 1):
        each = ceil(groups / count)
        made = [_part(table, rows, start, each) for start in range(0, groups, each)]
        if each <= _FEW or all(part.name >= _LEAST_NAME for part in made):
            return made
    return [_part(table, rows, 0, 0)]


def wrapped_head(head: str) -> list[str]:
    """A head in the lines it stands in."""
    return wrap(one_line(head), HEAD_LETTERS)


def _part(table: Table, rows: Sequence[PrintedRow], start: int, each: int) -> LatexPart:
    groups, with_totals = slice(start, start + each), start == 0
    letters = [*(_totals(table, rows) if with_totals else ()), *_widths(table, rows, groups)]
    size = _size(len(letters))
    left = _ALL - sum(width * size.letter + size.gap for width in letters)
    name = min(_MOST_NAME, max(_NARROWEST_NAME, left))
    return LatexPart(groups, with_totals, len(letters), size, name)


def _size(numbers: int) -> LatexSize:
    """Smaller letters and gaps for tables of many columns."""
    return _SMALL if numbers < 5 else _SMALLER if numbers < 8 else _SMALLEST


def _totals(table: Table, rows: Sequence[PrintedRow]) -> Iterator[int]:
    yield _widest([*wrapped_head(table.count_head), *(row.count for row in rows)])
    yield _widest([*wrapped_head(table.percent_head), *(row.percent for row in rows)])


def _widths(table: Table, rows: Sequence[PrintedRow], groups: slice) -> Iterator[int]:
    """The letters of the widest line in each group."""
    for at, column in list(enumerate(table.columns))[groups]:
        head = [*wrapped_head(column.head), n_of(column.n, table.language)]
        yield _widest([*head, *(row.cells[at] for row in rows)])


def _widest(texts: Sequence[str]) -> int:
    return max(map(display_width, texts))
