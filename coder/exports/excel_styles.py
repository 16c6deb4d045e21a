"""The cell styles of a sheet with a table."""

from dataclasses import dataclass

from xlsxwriter.format import Format

from coder.exports.excel_book import Book
from coder.exports.signs import UNDER_ONE, ZERO

Properties = dict[str, str | int | bool]

_PLAIN = "#,##0"
_CROSSED = f'{_PLAIN};-{_PLAIN};"{ZERO}"'
_HEAD: Properties = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
_LIGHT = "#D9D9D9"
_QUIET = "#404040"


@dataclass(frozen=True)
class RowStyles:
    """Styles of a row: its name, its numbers, a percent shown as `<1`, a sign for a number."""

    name: Format
    number: Format
    under_one: Format
    sign: Format


class TableStyles:
    """Styles made once for a sheet, above, in and under the rows."""

    def __init__(self, book: Book) -> None:
        self.title = book.style(bold=True, font_size=13, text_wrap=True, valign="top")
        self.over = book.style(font_color=_QUIET)
        self.group = book.style(**{**_HEAD, "align": "center", "bottom_color": _LIGHT})
        self.name_head = book.style(**_HEAD)
        self.number_head = book.style(**_HEAD, align="right")
        self.n = book.style(font_color=_QUIET, top=1, num_format=_PLAIN)
        self.line = book.style(text_wrap=True, valign="top")
        self.note = book.style(font_size=9, font_color=_QUIET, text_wrap=True, valign="top")


def row_styles(book: Book, crossed: bool, total: bool) -> RowStyles:
    """The styles of ordinary rows, or of the row Totalt.

    In crossed tables a zero is shown as `-`, and a percent of 0 of a count above 0 as `<1`
    everywhere; the cells hold the number 0.
    """
    row: Properties = {"valign": "bottom", **({"bold": True, "top": 1} if total else {})}
    numbers: Properties = {**row, "align": "right"}
    return RowStyles(
        name=book.style(**row, text_wrap=True),
        number=book.style(**numbers, num_format=_CROSSED if crossed else _PLAIN),
        under_one=book.style(**numbers, num_format=f'"{UNDER_ONE}"'),
        sign=book.style(**numbers),
    )
