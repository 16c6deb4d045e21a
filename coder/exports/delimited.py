"""Tables and quotes as delimited text: numbers as numbers, one line of heads, one row each."""

import csv
import io
from collections.abc import Iterable, Sequence

from coder.exports.controls import encodable, one_line
from coder.exports.rows import Value, quote_heads, quote_values, table_heads, table_values
from coder.results.quote import QuoteSelection
from coder.results.saved.listing import list_lines
from coder.results.table import Table
from corpus.language import Language

_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table, delimiter: str | None = None, formula_safe: bool = False) -> str:
    """The table with count and percent in columns of their own and N in a last row, or a list.

    Delimiter `;` in Norwegian, `,` in English; hidden numbers are `:`; percent below 1 is 0.
    `formula_safe` puts `'` before cells that a spreadsheet would take for a formula.
    """
    rows: Iterable[Sequence[Value]] = [table_heads(table), *table_values(table)]
    if table.shape != "table":
        rows = [[table.code_head], *([one_line(line)] for line in list_lines(table))]
    return _delimited(rows, delimiter or _usual(table.language), formula_safe)


def quotes_csv(
    selection: QuoteSelection, delimiter: str | None = None, formula_safe: bool = False
) -> str:
    """The quotes with their headings, text and label; a draft says so on every row.

    Delimiter and `formula_safe` as for tables.
    """
    return _delimited(
        [quote_heads(selection), *quote_values(selection)],
        delimiter or _usual(selection.language),
        formula_safe,
    )


def delimited(
    rows: Iterable[Sequence[Value]], language: Language, formula_safe: bool = False
) -> str:
    """Rows of any kind, the heads first; delimiter and `formula_safe` as for tables."""
    return _delimited(rows, _usual(language), formula_safe)


def csv_bytes(text: str) -> bytes:
    """Delimited text as spreadsheets know it: UTF-8 with a byte-order mark."""
    return (_MARK + text).encode("utf-8")


def _delimited(rows: Iterable[Sequence[Value]], delimiter: str, formula_safe: bool) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(cell) if formula_safe else cell for cell in row])
    return encodable(buffer.getvalue())


def _guarded(cell: Value) -> Value:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _usual(language: Language) -> str:
    return "," if language == "en" else ";"
