"""The variables as plain columns: CSV with a list of what they mean, or a workbook with both."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coder.exports.controls import encodable, holdable
from coder.exports.statistics_files.frame import DecimalVariable, Frame, NumberVariable, Variable
from corpus.problems import Problem

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MARK = "\ufeff"
_EXCEL_COLUMNS = 16_384
_EXCEL_ROWS = 1_048_575
_CREATED = datetime(2000, 1, 1)

Value = str | int | float | None


def heads(frame: Frame) -> list[str]:
    """The names of the variables; the first says that the file identifies respondents."""
    first, *others = (variable.name for variable in frame.variables)
    return [f"{first}_{frame.internal.replace(' ', '_')}", *others]


def write_columns(frame: Frame, path: Path, delimiter: str = ";") -> tuple[str, ...]:
    """Write CSV (UTF-8 with a mark): a line of names, a row each, empty where there is none."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_MARK)
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(heads(frame))
        for row in _rows(frame):
            writer.writerow(["" if value is None else value for value in row])
    return ()


def meanings_csv(frame: Frame, delimiter: str = ";") -> bytes:
    """What each variable and value means, as CSV with a mark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(meanings(frame))
    return (_MARK + encodable(buffer.getvalue())).encode()


def meanings(frame: Frame) -> Iterator[list[str]]:
    """Rows of name, meaning and values, the heads first."""
    yield [frame.words.name, frame.words.label, frame.words.values]
    for head, variable in zip(heads(frame), frame.variables, strict=True):
        values = variable.values if isinstance(variable, NumberVariable) else ()
        said = "; ".join(f"{number} = {text}" for number, text in values)
        yield [head, variable.label, said]


def write_workbook(frame: Frame, path: Path) -> tuple[str, ...]:
    """Write a workbook: the rows on the first sheet, what the variables mean on the second.

    Raises a Problem when a sheet cannot hold it.
    """
    from xlsxwriter import Workbook

    if len(frame.variables) > _EXCEL_COLUMNS or frame.rows > _EXCEL_ROWS:
        raise Problem(
            f"A workbook cannot hold {frame.rows} rows of {len(frame.variables)} variables.",
            "Write .sav or .csv, or fewer questions: --question KEY",
        )
    literally = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
    options = {"constant_memory": True, **dict.fromkeys(literally, False)}
    with path.open("wb") as file, Workbook(file, options) as book:
        book.set_properties({"title": frame.internal, "author": "", "created": _CREATED})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("data")
        sheet.freeze_panes(1, 1)
        sheet.set_header(f"&R&B{frame.internal}")
        cut = _fill(sheet, [heads(frame)], bold, 0) + _fill(sheet, _rows(frame, True), None, 1)
        listed = book.add_worksheet(frame.words.name.lower())
        listed.set_column(1, 2, 60)
        listed.set_header(f"&R&B{frame.internal}")
        _fill(listed, meanings(frame), None, 0)
    return (f"{cut} texts are longer than a cell and were cut.",) if cut else ()


def _fill(
    sheet: "Worksheet",
    rows: Iterable[Sequence[Value]],
    style: "Format | None",
    first: int,
) -> int:
    """Write rows of texts and numbers; returns how many texts did not fit."""
    cut = 0
    for at, row in enumerate(rows, start=first):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value)
            elif value:
                cut += sheet.write_string(at, column, holdable(value), style) == -2
    return cut


def _rows(frame: Frame, numeric: bool = False) -> Iterator[list[Value]]:
    """The rows, read a block at a time; `numeric`: texts that are numbers come as numbers."""
    columns = [_reader(variable, numeric) for variable in frame.variables]
    for start in range(0, frame.rows, 1000):
        stop = min(start + 1000, frame.rows)
        for row in zip(*(read(start, stop) for read in columns), strict=True):
            yield list(row)


def _reader(variable: Variable, numeric: bool) -> Callable[[int, int], Sequence[Value]]:
    if isinstance(variable, NumberVariable):
        numbers = variable.numbers
        return lambda start, stop: [
            None if number < 0 else number for number in numbers[start:stop].tolist()
        ]
    if numeric and isinstance(variable, DecimalVariable):
        decimals = variable.numbers
        return lambda start, stop: [
            None if number != number else number for number in decimals[start:stop].tolist()
        ]
    texts = variable.texts
    return lambda start, stop: [encodable(text) for text in texts[start:stop]]
