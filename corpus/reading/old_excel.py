"""Old .xls workbooks, read in a process of their own: a damaged one may end the process."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import TypedDict

from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

from corpus.problems import Problem
from corpus.reading.cells import numbered_rows
from corpus.reading.extent import Extent
from corpus.reading.framing import framed
from corpus.reading.limits import MOST_CELLS
from corpus.reading.markup import broken
from corpus.reading.plan import Oddity
from corpus.reading.sheet import Sheet
from corpus.reading.spreadsheet import choose_sheet, with_content

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PASSWORD = 3
_SECONDS = 120
_MEMORY = 2_000_000_000
_CAUTION = Oddity(
    0, "unreadable cell", "Errors such as #N/A cannot be told from blank cells in an .xls file."
)


class _Found(TypedDict):
    """What the reading process tells of one sheet."""

    name: str
    visible: bool
    rows: int
    columns: int
    records: list[tuple[int, list[str]]]


def read_old_workbook(data: bytes, sheet: str | None = None) -> Sheet:
    """The table of one sheet of an .xls file; a workbook with a password is a problem."""
    if _ENCRYPTED in data:
        raise _locked()
    found = _read_apart(data)
    extents = [Extent(one["name"], one["visible"], one["rows"], one["columns"]) for one in found]
    chosen, doubts = choose_sheet(extents, sheet)
    chosen.check()
    table = framed(found[extents.index(chosen)]["records"])
    oddities = (_CAUTION, *table.oddities)
    names = with_content(extents)
    return replace(table, oddities=oddities, doubts=doubts, sheet=chosen.name, sheets=names)


def _read_apart(data: bytes) -> Sequence[_Found]:
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", __name__],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "PYTHONPATH": paths},
        )
        if done.returncode == _PASSWORD:
            raise _locked()
        found: list[_Found] = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        raise broken() from None
    return found


def _locked() -> Problem:
    return Problem(
        "The workbook is protected by a password.",
        "Open it in Excel, save it without a password as .xlsx, and import that file.",
    )


def _tell() -> None:
    """Read a workbook from standard input and write its sheets as JSON to standard output."""
    _limit_memory()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
    except PasswordError:
        sys.exit(_PASSWORD)
    found = [_told(workbook, index) for index in range(len(workbook.sheet_names))]
    sys.stdout.write(json.dumps(found))


def _told(workbook: CalamineWorkbook, index: int) -> _Found:
    meta = workbook.sheets_metadata[index]
    sheet = workbook.get_sheet_by_index(index)
    rows, columns = (end + 1 for end in sheet.end or (-1, -1))
    return _Found(
        name=meta.name,
        visible=meta.visible == SheetVisibleEnum.Visible,
        rows=rows,
        columns=columns,
        records=list(numbered_rows(sheet)) if rows * columns <= MOST_CELLS else [],
    )


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _tell()
