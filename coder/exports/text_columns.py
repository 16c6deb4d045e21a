"""The columns of a text table: how wide each is, which fit beside each other, and their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coder.exports.controls import one_line
from coder.exports.layout import display_width, left, longest_piece, right, words_of, wrap
from coder.exports.signs import n_of, printed_rows, spanner
from coder.results.table import Table
from corpus.visible import visible

_GAP = "  "
_NAMES_AT_LEAST = 20
_OVER_AT_LEAST = 34
_HEAD_AT_MOST = 20
_TOTALS = 2


@dataclass(frozen=True)
class TextColumn:
    """Numbers under a head: the head's lines, one cell a row, and the width of both."""

    head: tuple[str, ...]
    cells: tuple[str, ...]
    width: int


@dataclass(frozen=True)
class TextBlock:
    """What stands side by side: names and columns; `ruled` rows have a line above them.

    `over` stands above the columns from position `over_from` on.
    """

    name_head: str
    names: tuple[str, ...]
    name_width: int
    columns: tuple[TextColumn, ...]
    ruled: frozenset[int]
    over: str
    over_from: int


def column_blocks(table: Table, width: int) -> tuple[TextBlock, ...]:
    """The table in as many blocks as it takes to stay within `width` columns, names in each."""
    rows = printed_rows(table)
    names = tuple(visible(one_line(row.name)) for row in rows)
    name_head = visible(one_line(table.code_head))
    longest = max(map(display_width, (*names, name_head)))
    parts = _parts(table, width - min(longest, _NAMES_AT_LEAST))
    name_width = max(min(longest, *(width - _taken(part) for part in parts)), 1)
    ruled = frozenset(index for index, row in enumerate(rows) if row.kind == "total")
    over = visible(one_line(spanner(table))) if table.columns else ""
    return tuple(
        TextBlock(name_head, names, name_width, tuple(part), ruled, over, 0 if index else _TOTALS)
        for index, part in enumerate(parts)
    )


def lines_of_block(block: TextBlock, width: int) -> Iterator[str]:
    """The lines of a block: what stands over the columns, heads, rows and rules."""
    rule = "-" * (block.name_width + _taken(block.columns))
    yield from _over(block, len(rule), width)
    name_lines = wrap(block.name_head, block.name_width)
    height = max(len(name_lines), *(len(column.head) for column in block.columns))
    heads = [_lowered(column.head, height) for column in block.columns]
    for name, *cells in zip(_lowered(name_lines, height), *heads, strict=True):
        yield _line(block, name, cells)
    yield rule
    for index, name in enumerate(block.names):
        if index in block.ruled:
            yield rule
        first, *others = wrap(name, block.name_width)
        yield _line(block, first, [column.cells[index] for column in block.columns])
        yield from others
    yield rule


def _over(block: TextBlock, total: int, width: int) -> Iterator[str]:
    """What stands over the columns, as wide as they are, or wider while the page allows it."""
    if block.over and len(block.columns) > block.over_from:
        before = block.name_width + _taken(block.columns[: block.over_from]) + len(_GAP)
        room = min(max(total - before, _OVER_AT_LEAST), width - before)
        for line in wrap(block.over, max(room, 1)):
            yield " " * before + line


def _parts(table: Table, room: int) -> list[list[TextColumn]]:
    """The columns in rows that fit the room: heads broken inside words only if that helps."""
    wide = _packed(_columns(table, narrow=False), room)
    return wide if len(wide) == 1 else _packed(_columns(table, narrow=True), room)


def _packed(columns: list[TextColumn], room: int) -> list[list[TextColumn]]:
    parts = [columns[:_TOTALS]]
    for column in columns[_TOTALS:]:
        if _taken([*parts[-1], column]) > room:
            parts.append([])
        parts[-1].append(column)
    return parts


def _columns(table: Table, narrow: bool) -> list[TextColumn]:
    rows = printed_rows(table)
    return [
        _column(table.count_head, "", [row.count for row in rows], narrow),
        _column(table.percent_head, "", [row.percent for row in rows], narrow),
        *(
            _column(column.head, n_of(column.n, table.language), [r.cells[i] for r in rows], narrow)
            for i, column in enumerate(table.columns)
        ),
    ]


def _column(head: str, n: str, cells: Sequence[str], narrow: bool) -> TextColumn:
    head = visible(one_line(head))
    word = longest_piece(head) if narrow else max(map(display_width, words_of(head)), default=0)
    width = max(min(word, _HEAD_AT_MOST), display_width(n), *map(display_width, cells), 1)
    return TextColumn((*wrap(head, width), *([n] if n else [])), tuple(cells), width)


def _taken(columns: Sequence[TextColumn]) -> int:
    return sum(len(_GAP) + column.width for column in columns)


def _lowered(lines: Sequence[str], height: int) -> list[str]:
    return [""] * (height - len(lines)) + list(lines)


def _line(block: TextBlock, name: str, cells: Sequence[str]) -> str:
    numbers = [right(cell, col.width) for cell, col in zip(cells, block.columns, strict=True)]
    return _GAP.join([left(name, block.name_width), *numbers]).rstrip()
