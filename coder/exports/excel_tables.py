"""A sheet with one table: title, heads, real numbers, N, notes."""

from coder.exports.controls import one_line
from coder.exports.excel_book import Book, Sheet
from coder.exports.excel_styles import RowStyles, TableStyles, row_styles
from coder.exports.fixed_words import fixed_words
from coder.exports.rows import (
    TOTAL_N,
    Value,
    cell_values,
    has_intervals,
    has_themes,
    interval_value,
    number_heads,
    row_name,
)
from coder.exports.signs import IMPOSSIBLE, printed_notes
from coder.results.saved.listing import list_lines
from coder.results.table import Row, Table

_NUMBER_WIDTH = 8
_NAME_AT_LEAST = 24
_NAME_AT_MOST = 60
_LINE_WIDTH = 90


def add_table(book: Book, name: str, table: Table) -> None:
    """Add the sheet: in crossed tables two columns a group, count and percent of the group's n."""
    crossed = bool(table.columns)
    styles, rows = TableStyles(book), row_styles(book, crossed, total=False)
    totals = row_styles(book, crossed, total=True)
    sheet = book.sheet(name)
    sheet.widths(_widths(table))
    sheet.across(0, one_line(table.title), styles.title)
    heads = (2, 4) if crossed else (2, 2)
    _write_heads(sheet, table, heads, styles)
    first = heads[1] + 1
    for at, row in enumerate(table.rows, start=first):
        _write_row(sheet, at, table, row, totals if row.kind == "total" else rows)
    last = first + len(table.rows)
    _write_n(sheet, last, table, styles)
    for at, note in enumerate(printed_notes(table), start=last + 2):
        sheet.across(at, one_line(note), styles.note)
    sheet.print_set_up(heads, _names(table), "", fixed_words(table.language))


def add_list(book: Book, name: str, table: Table) -> None:
    """Add the sheet of a table that is a list: title, a line a row, notes."""
    styles = TableStyles(book)
    sheet = book.sheet(name)
    sheet.widths([_LINE_WIDTH])
    sheet.text(0, 0, one_line(table.title), styles.title)
    sheet.height(0, sheet.lines([table.title]))
    lines = list_lines(table)
    for at, line in enumerate(lines, start=2):
        sheet.text(at, 0, one_line(line), styles.line)
        sheet.height(at, sheet.lines([line]))
    for at, note in enumerate(printed_notes(table), start=len(lines) + 3):
        sheet.text(at, 0, one_line(note), styles.note)
        sheet.height(at, sheet.lines([note]))
    sheet.print_set_up((0, 0), 0, "", fixed_words(table.language))


def _names(table: Table) -> int:
    return 2 if has_themes(table) else 1


def _widths(table: Table) -> list[int]:
    themes = has_themes(table)
    names = [row_name(row, themes) for row in table.rows] or [[table.code_head]]
    longest = [max(len(name) for name in column) for column in zip(*names, strict=True)]
    numbers = [_NUMBER_WIDTH] * (len(number_heads(table)) * (1 + len(table.columns)))
    return [*(min(max(width + 1, _NAME_AT_LEAST), _NAME_AT_MOST) for width in longest), *numbers]


def _write_heads(sheet: Sheet, table: Table, rows: tuple[int, int], styles: TableStyles) -> None:
    """Heads in the last row; in crossed tables what the columns are and each group above."""
    names = _names(table)
    numbers = number_heads(table)
    heads = [fixed_words(table.language).theme] if names > 1 else []
    heads += [table.code_head, *numbers * (1 + len(table.columns))]
    for column, head in enumerate(heads):
        style = styles.name_head if column < names else styles.number_head
        sheet.text(rows[1], column, one_line(head), style)
    if table.columns:
        sheet.text(rows[0], names + len(numbers), one_line(table.by_head), styles.over)
    for index, group in enumerate(table.columns, start=1):
        first = names + len(numbers) * index
        sheet.pair(rows[0] + 1, first, one_line(group.head), styles.group)


def _write_row(sheet: Sheet, at: int, table: Table, row: Row, styles: RowStyles) -> None:
    names, intervals = row_name(row, has_themes(table)), has_intervals(table)
    for column, name in enumerate(names):
        sheet.text(at, column, name, styles.name)
    sheet.height(at, sheet.lines(names))
    shares: list[tuple[Value, ...]] = [(row.count, row.percent, *interval_value(row, intervals))]
    for cell, group in zip(row.cells, table.columns, strict=False):
        values = cell_values(cell) if group.n else (IMPOSSIBLE, IMPOSSIBLE)
        shares.append((*values, *interval_value(cell, intervals)))
    for index, (count, percent, *interval) in enumerate(shares):
        is_under_one = count != 0 and percent == 0
        column = len(names) + len(number_heads(table)) * index
        _write_value(sheet, at, column, count, styles, is_under_one=False)
        _write_value(sheet, at, column + 1, percent, styles, is_under_one)
        for value in interval:
            _write_value(sheet, at, column + 2, value, styles, is_under_one=False)


def _write_value(
    sheet: Sheet, row: int, column: int, value: Value, styles: RowStyles, is_under_one: bool
) -> None:
    if isinstance(value, str):
        sheet.text(row, column, value, styles.sign)
    else:
        sheet.number(row, column, value, styles.under_one if is_under_one else styles.number)


def _write_n(sheet: Sheet, row: int, table: Table, styles: TableStyles) -> None:
    names = _names(table)
    sheet.text(row, 0, "", styles.n)
    sheet.text(row, names - 1, TOTAL_N, styles.n)
    width = len(number_heads(table))
    for index, n in enumerate([table.base.n, *(column.n for column in table.columns)]):
        sheet.number(row, names + width * index, n, styles.n)
        for beside in range(1, width):
            sheet.text(row, names + width * index + beside, "", styles.n)
