"""Tables and quotes as rows of cells, the same in delimited text and in spreadsheets."""

from collections.abc import Iterator

from coder.exports.controls import one_line
from coder.exports.fixed_words import fixed_words
from coder.exports.signs import HIDDEN, LEVELS, MISSING, marked
from coder.results.quote import QuoteSelection
from coder.results.saved.wording import saved_words
from coder.results.table import Cell, Row, Table

TOTAL_N = "N"
Value = str | int


def table_heads(table: Table) -> list[str]:
    """Heads of the columns: theme (when a code has one), code, count, percent; two per group."""
    heads = [fixed_words(table.language).theme] if has_themes(table) else []
    numbers = number_heads(table)
    heads += [table.code_head, *numbers]
    for column in table.columns:
        heads += [f"{column.head} {head}" for head in numbers]
    return [one_line(head) for head in heads]


def table_values(table: Table) -> Iterator[list[Value]]:
    """The rows under the heads, then a row N; hidden numbers are `:`, missing ones `..`."""
    themes, intervals = has_themes(table), has_intervals(table)
    for row in table.rows:
        values: list[Value] = [row.count, row.percent, *interval_value(row, intervals)]
        yield [*row_name(row, themes), *values, *_cell_values(table, row, intervals)]
    rest: list[Value] = [""] * (len(number_heads(table)) - 1)
    ns: list[Value] = [value for column in table.columns for value in (column.n, *rest)]
    yield [*([""] if themes else []), TOTAL_N, table.base.n, *rest, *ns]


def number_heads(table: Table) -> list[str]:
    """The heads of a row's numbers: count, percent, and the interval when there are any."""
    heads = [table.count_head, table.percent_head]
    return [*heads, saved_words(table.language).interval_head] if has_intervals(table) else heads


def has_intervals(table: Table) -> bool:
    """Whether any share of the table has an interval."""
    cells = (cell for row in table.rows for cell in row.cells)
    return any(row.interval for row in table.rows) or any(cell.interval for cell in cells)


def interval_value(of: Row | Cell, is_wanted: bool) -> list[Value]:
    """The interval of a share as text, "" where it has none; nothing in tables without any."""
    if not is_wanted:
        return []
    return ["\N{EN DASH}".join(map(str, of.interval)) if of.interval else ""]


def row_name(row: Row, themes: bool) -> list[str]:
    """The row's name, with its themes in a cell before it when the table has themes."""
    *parents, name = (one_line(part) for part in row.path or ("",))
    name = marked(name, row)
    return [LEVELS.join(parents), name] if themes else [name]


def has_themes(table: Table) -> bool:
    """Whether any code of the table stands under a theme."""
    return any(len(row.path) > 1 for row in table.rows)


def cell_values(cell: Cell) -> tuple[Value, Value]:
    """Count and percent of a cell, or the sign that stands for both."""
    if cell.suppressed:
        return HIDDEN, HIDDEN
    if cell.count is None or cell.percent is None:
        return MISSING, MISSING
    return cell.count, cell.percent


def text_position(selection: QuoteSelection) -> int:
    """The position from 0 of the column with the texts: after question and levels."""
    return max((len(quote.path) for quote in selection.quotes), default=1)


def quote_heads(selection: QuoteSelection) -> list[str]:
    """Heads of the columns of quotes: question and levels, text, label, status of a draft."""
    words = fixed_words(selection.language)
    levels = [words.question, *(f"{words.level} {i}" for i in range(1, text_position(selection)))]
    return [*levels, words.quote, words.label, *([words.status] if selection.draft else [])]


def quote_values(selection: QuoteSelection) -> Iterator[list[str]]:
    """A row per quote under the heads; the warning of a draft stands in every row."""
    levels = text_position(selection)
    status = [selection.draft] if selection.draft else []
    for quote in selection.quotes:
        path = [one_line(name) for name in quote.path]
        yield [*path, *[""] * (levels - len(path)), quote.text, one_line(quote.label), *status]


def _cell_values(table: Table, row: Row, intervals: bool) -> list[Value]:
    values: list[Value] = []
    for cell in row.cells:
        values += [*cell_values(cell), *interval_value(cell, intervals)]
    return values + [""] * (len(number_heads(table)) * len(table.columns) - len(values))
