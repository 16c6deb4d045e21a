"""The columns of a table in a Word file: which stand beside each other, how wide, on what page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coder.exports.fixed_words import fixed_words
from coder.exports.signs import n_of, spanner
from coder.exports.word_package import LONG_SIDE, MARGIN, SHORT_SIDE
from coder.results.table import Table

_MOST_UPRIGHT = 4
_MOST_ACROSS = 8
_TOTAL_WIDTH = 950
_NAMES_AT_LEAST = 3700
_GROUP_AT_MOST = 1150
_NAME, _COUNT, _PERCENT, _FIRST_GROUP = range(4)


@dataclass(frozen=True)
class WordColumn:
    """A column: its position among name, count, percent and groups; its heads; its width.

    `over` stands above the column and its neighbours; widths are twentieths of a point.
    """

    position: int
    over: str
    head: tuple[str, ...]
    width: int

    @property
    def is_name(self) -> bool:
        """Whether the names of the rows stand in this column."""
        return self.position == _NAME


def is_wide(table: Table) -> bool:
    """Whether a table needs a landscape page."""
    return len(table.columns) > _MOST_UPRIGHT


def word_columns(table: Table) -> Iterator[tuple[WordColumn, ...]]:
    """The columns in as many parts as it takes, names in each, totals in the first."""
    page = (LONG_SIDE if is_wide(table) else SHORT_SIDE) - 2 * MARGIN
    totals = _totals(table)
    room = page - _NAMES_AT_LEAST - sum(column.width for column in totals)
    for start, stop in _parts(len(table.columns)):
        groups = _groups(table, start, stop, min(room // max(stop - start, 1), _GROUP_AT_MOST))
        shown = groups if start else [*totals, *groups]
        width = page - sum(column.width for column in shown)
        yield WordColumn(_NAME, "", (table.code_head,), width), *shown


def over_columns(columns: Sequence[WordColumn]) -> Iterator[tuple[str, int, int]]:
    """What stands over the columns: the text, over how many, and their width together."""
    for over, together in groupby(columns, key=lambda column: column.over):
        widths = [column.width for column in together]
        yield over, len(widths), sum(widths)


def _parts(groups: int) -> list[tuple[int, int]]:
    """Half-open ranges of groups, as even as can be, each at most as many as a page holds."""
    count = max(-(-groups // _MOST_ACROSS), 1)
    edges = [groups * part // count for part in range(count + 1)]
    return [(edges[part], edges[part + 1]) for part in range(count)]


def _totals(table: Table) -> list[WordColumn]:
    over = fixed_words(table.language).everyone if table.columns else ""
    return [
        WordColumn(_COUNT, over, (table.count_head,), _TOTAL_WIDTH),
        WordColumn(_PERCENT, over, (table.percent_head,), _TOTAL_WIDTH),
    ]


def _groups(table: Table, start: int, stop: int, width: int) -> list[WordColumn]:
    over = spanner(table)
    return [
        WordColumn(
            _FIRST_GROUP + start + index,
            over,
            (column.head, n_of(column.n, table.language)),
            width,
        )
        for index, column in enumerate(table.columns[start:stop])
    ]
