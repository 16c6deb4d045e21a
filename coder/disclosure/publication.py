"""What is published together, as a reader sees it and as it is: tables, what binds them, quotes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Sign = Literal["", ":", ".", ".."]
Suppression = Literal["none", "1-2", "1-4"]
LineKind = Literal["code", "rest", "total"]
Axis = Literal["row", "column"]

HIDDEN: Sign = ":"
EVERYONE = "*"
ALL = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What is counted: answers of a universe (question, wave, coder) with a code, of a group.

    `row` is a code, theme or group of codes, `EVERYONE` for all respondents; `column` a group of
    respondents, `ALL` for all. The same place in two tables is the same number.
    """

    universe: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A percent as printed, rounded half up: `value` counts units of 10 to the `-decimals`."""

    value: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a table: the true count (None: not known here), and how it is printed.

    `sign`: "" as it is (nought as `-`), `:` hidden, `.` not possible, `..` missing. With `percent`
    and `is_counted` False only the percent of the base is printed. A `pinned` entry must stay.
    `window`: the counts from and to that a rounded number stands for.
    """

    count: int | None
    sign: Sign = ""
    percent: Percent | None = None
    is_counted: bool = True
    pinned: bool = False
    window: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its key, its name in print, the total (None: not printed) and a cell each column."""

    key: str
    name: str
    total: Entry | None
    cells: tuple[Entry, ...]
    kind: LineKind = "code"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its columns, the row of their respondents (`base`), its rows.

    `partition`: every respondent stands in exactly one column, so that a row adds up to its total.
    `fixed`: already published, nothing in it can be hidden any more.
    """

    name: str
    universe: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    base: Line
    lines: tuple[Line, ...]
    partition: bool = True
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """A whole and its parts: codes of a theme (axis row), or groups of a wider one (column).

    No part exceeds the whole. `disjoint`: nor does their sum. `complete`: the whole does not
    exceed the sum. `universe` "": in all of them.
    """

    axis: Axis
    whole: str
    parts: tuple[str, ...]
    disjoint: bool = False
    complete: bool = False
    universe: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quotes under a heading with one label: of `count` different answers of these groups.

    `is_all`: everything coded there is printed, so that the label counts the groups exactly.
    """

    universe: str
    row: str
    columns: tuple[str, ...]
    count: int
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that a reader can lay side by side."""

    sheets: tuple[Sheet, ...]
    covers: tuple[Cover, ...] = ()
    quoted: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands: sheet, line (-1: the base) and column (-1: the total), from 0."""

    sheet: int
    line: int
    column: int


def entries(publication: Publication) -> Iterator[tuple[Spot, Place, Entry]]:
    """Every number of every table, with where it stands and what it counts."""
    for at, sheet in enumerate(publication.sheets):
        for to, line in enumerate((sheet.base, *sheet.lines), start=-1):
            if line.total is not None:
                yield Spot(at, to, -1), Place(sheet.universe, line.key, ALL), line.total
            for beside, (column, entry) in enumerate(zip(sheet.columns, line.cells, strict=True)):
                yield Spot(at, to, beside), Place(sheet.universe, line.key, column), entry


def spot_names(publication: Publication, spot: Spot) -> tuple[str, str, str]:
    """Table, row and column of a spot in the words of the tables; "" for the total."""
    sheet = publication.sheets[spot.sheet]
    line = sheet.base if spot.line < 0 else sheet.lines[spot.line]
    return sheet.name, line.name, sheet.heads[spot.column] if spot.column >= 0 else ""


def entry_base(publication: Publication, spot: Spot) -> Entry | None:
    """What a percent at this spot is of: the respondents of its column, or all of them."""
    base = publication.sheets[spot.sheet].base
    return base.total if spot.column < 0 else base.cells[spot.column]
