"""Added amounts as text, delimited text, JSON, a workbook: a row for all, one for each code."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from coder.amounts.adding import FEWEST, PERCENT, Added, AddedTable
from coder.amounts.keeping import written
from coder.exports.controls import encodable, one_line
from coder.exports.delimited import csv_bytes, delimited
from coder.exports.excel_lists import write_list
from coder.exports.fixed_words import fixed_words
from coder.exports.layout import left, right, wrap
from coder.exports.rows import Value
from coder.exports.signs import HIDDEN, LEVELS, MISSING
from coder.exports.table_formats import Writer
from coder.exports.text import WIDTH
from coder.results.amounts_wording import amounts_wording
from coder.results.wording import wording
from corpus.language import format_number
from corpus.visible import visible

AMOUNT_FORMATS = ("text", "csv", "json", "xlsx")
_NUMBERS = 12


def amounts_writer(table: AddedTable, form: str, formula_safe: bool = False) -> Writer:
    """The writer of the table in one of the formats."""
    if form == "xlsx":
        rows, words = list(_rows(table)), fixed_words(table.language)
        return lambda path: write_list(rows, path, _title(table), words, _notes(table))
    if form == "csv":
        data = csv_bytes(encodable(delimited(_rows(table), table.language, formula_safe)))
    else:
        data = (amounts_text(table) if form == "text" else _json(table)).encode()

    def write(path: Path) -> tuple[str, ...]:
        path.write_bytes(data)
        return ()

    return write


def amounts_text(table: AddedTable, width: int = WIDTH) -> str:
    """The table in aligned columns, names wrapped, notes below."""
    heads, *rows = _rows(table)
    names = width - _NUMBERS * (len(heads) - 1)
    lines = [*_aligned(heads, names), "-" * width]
    for row in rows:
        lines += _aligned(row, names)
    notes = [line for note in _notes(table) for line in wrap(note, width)]
    title = "\n".join(wrap(visible(one_line(_title(table))), width))
    return "\n\n".join([title, "\n".join(lines), "\n".join(notes)]) + "\n"


def _aligned(row: list[Value], names: int) -> Iterator[str]:
    first, *more = wrap(visible(one_line(str(row[0]))), names - 2) or [""]
    yield left(first, names) + "".join(right(str(value), _NUMBERS) for value in row[1:])
    yield from more


def _rows(table: AddedTable) -> Iterator[list[Value]]:
    words = amounts_wording(table.language)
    code = wording(table.language).code
    yield [code, words.answers, words.with_amount, words.total, words.mean, words.median]
    for row in table.rows:
        name = LEVELS.join(map(one_line, row.path)) or words.everyone
        yield [name, row.answers, row.with_amount, *_numbers(table, row)]


def _numbers(table: AddedTable, row: Added) -> list[Value]:
    if row.is_hidden:
        return [HIDDEN] * 3
    if row.total is None or row.mean is None or row.median is None:
        return [MISSING] * 3
    return [_number(table, value) for value in (row.total, row.mean, row.median)]


def _number(table: AddedTable, value: Decimal) -> Value:
    whole = int(value)
    return whole if value == whole else written(value, table.language)


def _title(table: AddedTable) -> str:
    words = amounts_wording(table.language)
    return words.title.format(variable=table.variable, question=table.question)


def _notes(table: AddedTable) -> list[str]:
    words = amounts_wording(table.language)
    left_out = table.rows[0].answers - table.rows[0].with_amount
    notes = [words.base.format(n=format_number(left_out, table.language))]
    if len(table.rows) > 2:
        notes.append(words.several)
    if any(row.is_hidden for row in table.rows):
        notes.append(words.hidden.format(fewest=FEWEST, percent=PERCENT))
    return notes


def _json(table: AddedTable) -> str:
    rows = [
        {
            "path": list(row.path),
            "answers": row.answers,
            "with_amount": row.with_amount,
            "suppressed": row.is_hidden,
            "sum": _plain(row.total),
            "mean": _plain(row.mean),
            "median": _plain(row.median),
        }
        for row in table.rows
    ]
    value = {"question": table.question, "variable": table.variable, "rows": rows}
    return encodable(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
