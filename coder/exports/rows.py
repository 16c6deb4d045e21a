"""Tables and quotes as rows of cells, the same in delimited text and in spreadsheets."""

from collections.abc import Iterator

from coder.exports.controls import one_line
from coder.exports.fixed_words import fixed_words
from coder.exports.signs import HIDDEN, LEVELS, MISSING, marked
from coder.results.quote import QuoteSelection
from coder.results.table import Cell, Row, Table

TOTAL_N = "N"
Value = str | int


def table_heads(table: Table) -> list[str]:
    """Heads of the columns: theme (when a code has one), code, count, percent; two per group."""
    heads = [fixed_words(table.language).theme] if has_themes(table) else []
    heads += [table.code_head, table.count_head, table.percent_head]
    for column in table.columns:
        heads += [f"{column.head} {head}" for head in (table.count_head, table.percent_head)]
    return [one_line(head) for head in heads]


def table_values(table: Table) -> Iterator[list[Value]]:
    """The rows under the heads, then a row N; hidden numbers are `:`, missing ones `..`."""
    themes = has_themes(table)
    for row in table.rows:
        yield [*row_name(row, themes), row.count, row.percent, *_cell_values(table, row)]
    ns: list[Value] = [value for column in table.columns for value in (column.n, "")]
    yield [*([""] if themes else []), TOTAL_N, table.base.n, "", *ns]


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


def _cell_values(table: Table, row: Row) -> list[Value]:
    values = [value for cell in row.cells for value in cell_values(cell)]
    return values + [""] * (2 * len(table.columns) - len(values))
