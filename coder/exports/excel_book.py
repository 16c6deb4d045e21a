"""A workbook in memory: text stays text, nothing is cut in silence, the same bytes every time."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from coder.exports.controls import holdable, lines_of, one_line
from coder.exports.fixed_words import FixedWords
from corpus.problems import Problem

CELL_LIMIT = 32767
"""What a cell holds, in UTF-16 units."""

_CREATED = datetime(2000, 1, 1)
_A4 = 9
_TITLE_LIMIT = 255
_HEADER_LIMIT = 200
_FONT = {"font_name": "Arial", "font_size": 10}
_LINE_HEIGHT = 13.5
_HIGHEST = 409


class Book:
    """A workbook that is filled sheet by sheet; `content` closes it."""

    def __init__(self, title: str) -> None:
        self._buffer = io.BytesIO()
        literally = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
        options = {"in_memory": True, **dict.fromkeys(literally, False)}
        self._workbook = Workbook(self._buffer, options)
        title = holdable(one_line(title))[:_TITLE_LIMIT]
        self._workbook.set_properties({"title": title, "author": "", "created": _CREATED})

    def style(self, **properties: str | int | bool) -> Format:
        """A cell style of this workbook, by XlsxWriter's property names."""
        return self._workbook.add_format({**_FONT, **properties})

    def sheet(self, name: str) -> "Sheet":
        """A new sheet at the end."""
        return Sheet(self._workbook.add_worksheet(name))

    def content(self) -> bytes:
        """The finished file."""
        self._workbook.close()
        return self._buffer.getvalue()


class Sheet:
    """A sheet of text and numbers, never formulas; links lead to other sheets only.

    Rows and columns count from 0.
    """

    def __init__(self, raw: Worksheet) -> None:
        self._raw = raw
        self._widths: list[int] = []

    def text(self, row: int, column: int, text: str, style: Format) -> None:
        """Write text as it is, with `�` for control characters; Problem when it does not fit."""
        content = "\n".join(lines_of(holdable(text)))
        if self._raw.write_string(row, column, content, style) != 0:
            raise Problem(
                "A workbook cannot hold this: a text over 32,767 characters or too many rows.",
                "Choose fewer, or another format (docx, html, csv).",
            )

    def number(self, row: int, column: int, number: int, style: Format) -> None:
        """Write a number."""
        self._raw.write_number(row, column, number, style)

    def link(self, row: int, column: int, name: str, style: Format) -> None:
        """Write the name of a sheet of this workbook, which leads there."""
        quoted = name.replace("'", "''")
        self._raw.write_url(row, column, f"internal:'{quoted}'!A1", style, string=name)

    def pair(self, row: int, column: int, text: str, style: Format) -> None:
        """Write text over two columns."""
        self._raw.merge_range(row, column, row, column + 1, "", style)
        self.text(row, column, text, style)

    def widths(self, widths: Sequence[int]) -> None:
        """Set the widths of the first columns, in characters."""
        self._widths = list(widths)
        for column, width in enumerate(widths):
            self._raw.set_column(column, column, width)

    def across(self, row: int, text: str, style: Format) -> None:
        """Write text over all columns whose widths are set, in a row high enough for it."""
        self._raw.merge_range(row, 0, row, len(self._widths) - 1, "", style)
        self.text(row, 0, text, style)
        self.height(row, len(text) // max(sum(self._widths), 1) + 1)

    def lines(self, texts: Sequence[str]) -> int:
        """How many lines the highest of a row's texts takes in its column, about."""
        return max(
            sum(len(line) // max(width - 1, 1) + 1 for line in lines_of(text))
            for text, width in zip(texts, self._widths, strict=False)
        )

    def height(self, row: int, lines: int) -> None:
        """Make a row high enough for so many lines, as far as a row can be."""
        self._raw.set_row(row, min(_LINE_HEIGHT * lines + 3, _HIGHEST))

    def filter_by(self, row: int, rows: int) -> None:
        """Give the heads in a row their filters over so many rows below."""
        self._raw.autofilter(row, 0, row + rows, len(self._widths) - 1)

    def print_set_up(
        self, heads: tuple[int, int], names: int, header: str, words: FixedWords
    ) -> None:
        """A4 across, fitted to the page's width; rows `heads` (from, to) repeated and frozen.

        The first `names` columns are frozen too; `header` stands on every page.
        """
        self._raw.set_landscape()
        self._raw.set_paper(_A4)
        self._raw.fit_to_pages(1, 0)
        self._raw.repeat_rows(*heads)
        self._raw.freeze_panes(heads[1] + 1, names)
        if header:
            shown = holdable(one_line(header))[:_HEADER_LIMIT].replace("&", "&&")
            self._raw.set_header(f"&R&B{shown}")
        self._raw.set_footer(f"&R{words.page} &P {words.of} &N")
