"""A sheet of quotes: a row each, headings in columns of their own, long texts whole."""

from collections.abc import Sequence

from coder.exports.controls import one_line
from coder.exports.excel_book import CELL_LIMIT, Book, Sheet
from coder.exports.fixed_words import fixed_words
from coder.exports.rows import quote_heads, quote_values, text_position
from coder.results.quote import QuoteSelection

_LEVEL_WIDTH = 24
_TEXT_WIDTH = 90
_LABEL_WIDTH = 30


def add_quotes(book: Book, selection: QuoteSelection) -> int:
    """Add the sheet: title, warning of a draft, heads, quotes, notes.

    A text that is longer than a cell goes on in columns after the last one; returns how many do.
    """
    words = fixed_words(selection.language)
    at, heads = text_position(selection), quote_heads(selection)
    rows = [_split(row, at) for row in quote_values(selection)]
    extra = max((len(row) for row in rows), default=len(heads)) - len(heads)
    split = sum(len(row) > len(heads) for row in rows)
    heads += [f"{words.quote} ({words.continued} {number})" for number in range(1, extra + 1)]
    sheet = book.sheet(words.quotes)
    sheet.widths(_widths(at, len(heads), extra))
    first = _write_top(book, sheet, selection)
    _write_rows(book, sheet, first, [heads, *rows])
    last = first + len(rows)
    sheet.filter_by(first, len(rows))
    sheet.print_set_up((first, first), 0, selection.draft, words)
    note = book.style(font_size=9, font_color="#404040", text_wrap=True, valign="top")
    for offset, text in enumerate(selection.notes, start=2):
        sheet.across(last + offset, one_line(text), note)
    return split


def cell_pieces(text: str) -> list[str]:
    """A text in pieces that each fit a cell, no character broken; joined they are the text."""
    if 2 * len(text) <= CELL_LIMIT:
        return [text]
    pieces, start, used = [], 0, 0
    for position, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if used + size > CELL_LIMIT:
            pieces.append(text[start:position])
            start, used = position, 0
        used += size
    return [*pieces, text[start:]]


def _split(row: list[str], at: int) -> list[str]:
    first, *others = cell_pieces(row[at])
    return [*row[:at], first, *row[at + 1 :], *others]


def _widths(at: int, columns: int, extra: int) -> list[int]:
    levels, between = [_LEVEL_WIDTH] * at, columns - extra - at - 1
    return [*levels, _TEXT_WIDTH, *[_LABEL_WIDTH] * between, *[_TEXT_WIDTH] * extra]


def _write_top(book: Book, sheet: Sheet, selection: QuoteSelection) -> int:
    """Write what stands above the heads; return the row of the heads."""
    sheet.across(0, one_line(selection.title), book.style(bold=True, font_size=13))
    if not selection.draft:
        return 2
    sheet.across(1, one_line(selection.draft), book.style(bold=True, font_color="#9B1C1C"))
    return 3


def _write_rows(book: Book, sheet: Sheet, first: int, rows: Sequence[Sequence[str]]) -> None:
    head = book.style(bold=True, bottom=1, text_wrap=True)
    text = book.style(text_wrap=True, valign="top")
    for row, values in enumerate(rows, start=first):
        for column, value in enumerate(values):
            sheet.text(row, column, value, head if row == first else text)
        sheet.height(row, sheet.lines(values))
