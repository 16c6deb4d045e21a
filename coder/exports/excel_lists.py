"""A list of rows as a sheet: heads, filters, numbers as numbers, notes below."""

from collections.abc import Sequence
from pathlib import Path

from coder.exports.controls import one_line, replaced_in_texts
from coder.exports.excel_book import Book, Sheet
from coder.exports.excel_names import sheet_names
from coder.exports.fixed_words import FixedWords
from coder.exports.rows import Value

_NARROW, _WIDE = 10, 40
_SHORT = 8


def write_list(
    rows: Sequence[Sequence[Value]],
    path: Path,
    title: str,
    words: FixedWords,
    notes: Sequence[str] = (),
    header: str = "",
) -> tuple[str, ...]:
    """Write rows, the heads first, under a title; return what a person must be told.

    `header` stands on every printed page.
    """
    book = Book(title)
    (name,) = sheet_names([title], otherwise=words.table)
    sheet = book.sheet(name)
    sheet.widths([_width(rows, column) for column in range(len(rows[0]))])
    sheet.across(0, one_line(title), book.style(bold=True, font_size=13))
    _write_rows(book, sheet, rows)
    last = len(rows) + 1
    sheet.filter_by(2, len(rows) - 1)
    sheet.print_set_up((2, 2), 0, header, words)
    style = book.style(font_size=9, font_color="#404040", text_wrap=True, valign="top")
    for at, note in enumerate(notes, start=last + 2):
        sheet.across(at, one_line(note), style)
    path.write_bytes(book.content())
    return replaced_in_texts(str(value) for row in rows for value in row)


def _write_rows(book: Book, sheet: Sheet, rows: Sequence[Sequence[Value]]) -> None:
    head = book.style(bold=True, bottom=1, text_wrap=True)
    text = book.style(text_wrap=True, valign="top")
    number = book.style(valign="top", num_format="#,##0")
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.number(at, column, value, number)
            else:
                sheet.text(at, column, value, head if at == 2 else text)
        sheet.height(at, sheet.lines([str(value) for value in row]))


def _width(rows: Sequence[Sequence[Value]], column: int) -> int:
    longest = max((len(str(row[column])) for row in rows[1:]), default=0)
    return _NARROW if longest <= _SHORT else _WIDE
