"""From a file to a table: the content decides what kind of file it is."""

from pathlib import Path

from corpus.problems import Problem
from corpus.reading.delimited import read_delimited
from corpus.reading.limits import check_size
from corpus.reading.old_excel import read_old_workbook
from corpus.reading.sheet import Sheet
from corpus.reading.spreadsheet import read_workbook

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".tab", ".txt")
"""The usual endings of tables, those included whose reading is refused with what to do instead."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a rich text document"),
    (b"$FL2", "an SPSS file"),
    (b"$FL3", "an SPSS file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
)


def read_sheet(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    headed: bool = True,
) -> Sheet:
    """The table in a .csv, .tsv, .txt, .xlsx, .xlsm, .ods or .xls file, whatever its ending says.

    `encoding` and `delimiter` settle how text is read, `sheet` which sheet of a workbook. Whatever
    keeps the file from being read is a problem; what was guessed without certainty is a doubt.
    When the table is not `headed` the first row is a row like others (not in .xls files).
    """
    data = _content(path)
    if data.startswith(_ZIP):
        return read_workbook(data, sheet, headed)
    if data.startswith(_OLE):
        return read_old_workbook(data, sheet)
    _refuse_foreign(data)
    return read_delimited(data, encoding=encoding, delimiter=delimiter, headed=headed)


def _content(path: Path) -> bytes:
    if not path.exists():
        raise Problem(f"There is no file {path}.", "Check the name and the folder.")
    if not path.is_file():
        what = "a folder" if path.is_dir() else "not a file"
        raise Problem(f"{path} is {what}.", "Name the file with the answers.")
    try:
        check_size(path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            f"{path} cannot be opened: {error.strerror}.",
            "Close it in other programs, and see that you may read it.",
        ) from None
    if not data:
        raise Problem(f"{path} is empty (0 bytes).", "Save or download the file again.")
    return data


def _refuse_foreign(data: bytes) -> None:
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, what in _FOREIGN:
        if start.startswith(magic.lower()):
            raise Problem(
                f"The file is {what}, not a table.",
                "Save the answers as .xlsx, .ods or .csv, and import that file.",
            )
