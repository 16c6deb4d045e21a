"""The first sheet of a workbook with several tables: what there is, and the way to it."""

from collections.abc import Sequence

from coder.exports.controls import one_line
from coder.exports.excel_book import Book
from coder.exports.fixed_words import FixedWords

_SHEET_WIDTH, _TITLE_WIDTH = 24, 110


def add_contents(
    book: Book, words: FixedWords, names: Sequence[str], titles: Sequence[str]
) -> None:
    """Add the sheet: a line for each sheet with its name, which leads there, and its title."""
    sheet = book.sheet(words.contents)
    sheet.widths([_SHEET_WIDTH, _TITLE_WIDTH])
    sheet.across(0, words.contents, book.style(bold=True, font_size=13))
    link = book.style(font_color="#0B5394", underline=1, valign="top")
    text = book.style(text_wrap=True, valign="top")
    for row, (name, title) in enumerate(zip(names, titles, strict=True), start=2):
        sheet.link(row, 0, name, link)
        sheet.text(row, 1, one_line(title), text)
        sheet.height(row, sheet.lines([name, title]))
    sheet.print_set_up((0, 0), 0, "", words)
