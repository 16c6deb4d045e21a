"""A codebook as a table: CSV or a workbook, one row a code, the same bytes every time."""

import csv
import io
import re
from datetime import datetime
from typing import TYPE_CHECKING

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.separators import split_column
from codebooks.exchange.words import FIELDS, HEADS, YES, Field
from corpus.language import Language
from corpus.problems import Problem

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MARK = "\ufeff"
_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_CREATED = datetime(2000, 1, 1)
_FLAGS = ("outcome", "retired", "locked")
_TEXTS = ("definition", "include", "exclude")
_LEVELS: tuple[Field, ...] = ("level1", "level2", "level3")
_NARROW, _PATH, _LEVEL, _WIDE, _GUID = 10, 60, 30, 48, 38
_LINE_HEIGHT, _HIGHEST = 13.5, 409
_A4 = 9
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")

Row = tuple[str | int, ...]


def table_rows(draft: DraftBook, language: Language) -> list[Row]:
    """The heads and a row for each code.

    Paths stand in one column with ` / ` between names; in one column a level when these could be
    read otherwise.
    """
    cells = [" / ".join(code.path) for code in draft.codes]
    as_paths = split_column(cells) == ([code.path for code in draft.codes], ())
    heads = HEADS[language]
    names: tuple[Field, ...] = ("path",) if as_paths else _LEVELS
    rows: list[Row] = [tuple(heads[field] for field in (*names, *FIELDS))]
    for code, path in zip(draft.codes, cells, strict=True):
        blank = ("",) * (len(_LEVELS) - len(code.path))
        place = (path,) if as_paths else (*code.path, *blank)
        rows.append((*place, *(_value(code, field, language) for field in FIELDS)))
    return rows


def csv_bytes(draft: DraftBook, language: Language) -> bytes:
    """UTF-8 with a mark; `;` between cells in Norwegian, `,` in English.

    `'` stands before what a spreadsheet would take for a formula, and is taken away in reading.
    """
    buffer = io.StringIO()
    delimiter = "," if language == "en" else ";"
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in table_rows(draft, language):
        writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return (_MARK + buffer.getvalue()).encode("utf-8")


def xlsx_bytes(draft: DraftBook, language: Language) -> bytes:
    """A workbook of one sheet, in which text is never a formula, number or link."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    literally = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
    workbook = Workbook(buffer, {"in_memory": True, **dict.fromkeys(literally, False)})
    workbook.set_properties({"author": "", "created": _CREATED})
    sheet = workbook.add_worksheet(_sheet_name(draft.name))
    font = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    text, head = workbook.add_format(font), workbook.add_format({**font, "bold": True, "bottom": 1})
    rows = table_rows(draft, language)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            _write(sheet, at, column, cell, text if at else head)
    _set_up(sheet, rows)
    workbook.close()
    return buffer.getvalue()


def _write(sheet: "Worksheet", row: int, column: int, cell: str | int, style: "Format") -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, style)
    elif cell and sheet.write_string(row, column, cell, style) != 0:
        raise Problem(
            f"A text in row {row + 1} is over 32,767 characters, more than a cell holds.",
            "Shorten it, or write a .csv or .qdc file.",
        )


def _set_up(sheet: "Worksheet", rows: list[Row]) -> None:
    """Widths, heights, heads that stay, filters, and paper."""
    names = len(rows[0]) - len(FIELDS)
    widths = [_PATH if names == 1 else _LEVEL] * names + [_width(field) for field in FIELDS]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for at, row in enumerate(rows):
        lines = max(map(_lines, row, widths))
        if lines > 1:
            sheet.set_row(at, min(_LINE_HEIGHT * lines + 3, _HIGHEST))
    sheet.freeze_panes(1, names)
    sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _value(code: DraftCode, field: Field, language: Language) -> str | int:
    if field in _FLAGS:
        return YES[language] if getattr(code, field) else ""
    found: str | int | None = getattr(code, field)
    return "" if found is None else found


def _guarded(cell: str) -> str:
    return f"'{cell}" if _LIKE_FORMULA.match(cell) else cell


def _lines(cell: str | int, width: int) -> int:
    """How many lines a cell takes in its column, about."""
    return sum(len(line) // (width - 1) + 1 for line in str(cell).split("\n"))


def _width(field: Field) -> int:
    if field == "guid":
        return _GUID
    return _WIDE if field in _TEXTS else _NARROW


def _sheet_name(name: str) -> str:
    return _SHEET_NAME.sub(" ", name).strip(" '")[:31] or "codebook"
