"""Text files with one record a line: CSV, tab-separated, one answer a line."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from itertools import chain, islice

from corpus.problems import Problem
from corpus.reading.decoding import Decoding, find_decoding
from corpus.reading.delimiters import find_delimiter, read_option
from corpus.reading.framing import Record, framed
from corpus.reading.limits import MOST_BYTES
from corpus.reading.plan import Oddity
from corpus.reading.sheet import Sheet

_LOST = "\ufffd"
_NO_DELIMITER = "\x1f"
_END = "\x00end\x00"
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b")
_SAMPLE = 4096
_DECLARATION = re.compile(r'"?sep=([^"\r\n])"?\r?\n', re.IGNORECASE)

Lines = Callable[[], Iterable[str]]


def read_delimited(
    data: bytes, *, encoding: str | None = None, delimiter: str | None = None, headed: bool = True
) -> Sheet:
    """The table in these bytes; what is not told is found out, or left as a doubt.

    When it is not `headed` the first row is a row like others, and the columns are called A, B, C.

    Rows are counted as records, so a line break inside quotation marks does not count. Cells stay
    as written. A quotation mark that is never closed, or bytes that are no text, are problems.
    """
    csv.field_size_limit(MOST_BYTES)
    decoding = find_decoding(data, encoding)
    try:
        sheet = _decoded(data, decoding, delimiter, headed)
    except UnicodeError:
        raise Problem(
            f"The file cannot be read as {decoding.encoding}.",
            "Try another: --encoding utf-8, cp1252, utf-16 or mac_roman.",
        ) from None
    oddities = (*sheet.oddities, *_lost_letters(sheet, data, decoding))
    doubts = (*decoding.doubts, *sheet.doubts)
    return replace(sheet, oddities=oddities, doubts=doubts, encoding=decoding.encoding)


def _decoded(data: bytes, decoding: Decoding, delimiter: str | None, headed: bool) -> Sheet:
    start = data[decoding.mark : decoding.mark + _SAMPLE].decode(decoding.encoding, "replace")
    _refuse_binary(start, decoding)
    declared = _DECLARATION.match(start)

    def lines() -> Iterator[str]:
        stream = BytesIO(data[decoding.mark :])
        text = TextIOWrapper(stream, decoding.encoding, errors="replace", newline="")
        return islice(text, 1 if declared else 0, None)

    told = delimiter or (declared[1] if declared else None)
    sign, doubts = (read_option(told), ()) if told else find_delimiter(lines)
    sheet = _parsed(lines, sign or _NO_DELIMITER, headed)
    return replace(sheet, doubts=doubts, delimiter=sign)


class _MisplacedQuote(Exception):
    """Text stands behind a closing quotation mark, or none closes: the row where it was seen."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def _parsed(lines: Lines, sign: str, headed: bool) -> Sheet:
    try:
        return framed(_records(lines(), sign), headed)
    except _MisplacedQuote as misplaced:
        sheet = framed(_loose_records(lines(), sign), headed)
        sentence = (
            "Text stands behind a closing quotation mark; "
            "quotation marks may be missing here and further down."
        )
        return replace(sheet, oddities=(Oddity(misplaced.row, "text", sentence), *sheet.oddities))


def _records(lines: Iterable[str], sign: str) -> Iterator[Record]:
    number = 0
    try:
        for cells in csv.reader(lines, delimiter=sign, strict=True):
            number += 1
            yield number, cells
    except csv.Error:
        raise _MisplacedQuote(number + 1) from None


def _loose_records(lines: Iterable[str], sign: str) -> Iterator[Record]:
    number = 0
    for number, cells in enumerate(csv.reader(chain(lines, [_END]), delimiter=sign), 1):
        if cells == [_END]:
            return
        yield number, cells
    raise Problem(
        f"Row {number} opens a quotation mark that is never closed.",
        'Close it, or write it twice (""), or save the table as .xlsx.',
    )


def _refuse_binary(start: str, decoding: Decoding) -> None:
    controls = sum(letter in _CONTROLS for letter in start)
    most = 0.05 if decoding.encoding == "cp1252" and decoding.damaged else 0.3
    if controls > most * len(start):
        raise Problem(
            "The file is not a table of text.",
            "Save the answers as .xlsx, .ods or .csv, and import that file.",
        )


def _lost_letters(sheet: Sheet, data: bytes, decoding: Decoding) -> Iterator[Oddity]:
    if not decoding.damaged and not _holds_lost(data, decoding.encoding):
        return
    for number, cells in sheet.rows:
        for name, cell in zip(sheet.header, cells, strict=True):
            if _LOST in cell:
                sentence = f"Some letters of “{name}” cannot be read and stand as �."
                yield Oddity(number, "unreadable cell", sentence)


def _holds_lost(data: bytes, encoding: str) -> bool:
    try:
        return _LOST.encode(encoding) in data
    except UnicodeError:
        return False
