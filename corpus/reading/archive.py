"""Zip files: what they hold, and that they are neither bombs nor damaged."""

import zipfile
import zlib
from io import BytesIO
from typing import Literal

from corpus.problems import Problem
from corpus.reading.limits import MOST_BYTES
from corpus.reading.markup import broken

Package = Literal["xlsx", "ods"]

_SUSPECT_RATIO = 200
_SUSPECT_BYTES = 100_000_000
_PIECE = 1 << 20
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The parts of an open zip file whose unpacked size has been checked; use it with `with`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAULTS:
            raise broken() from None
        self.names = tuple(info.filename for info in self._zip.infolist())
        self._refuse_bomb(len(data))

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def part(self, name: str) -> bytes:
        """The unpacked content of a part, found whatever its case; a missing one is a problem.

        It is read in pieces, so that a part larger than it claims is not unpacked beyond its claim.
        """
        found = next((one for one in self.names if one.casefold() == name.casefold()), None)
        if found is None:
            raise broken()
        try:
            with self._zip.open(found) as part:
                return b"".join(iter(lambda: part.read(_PIECE), b""))
        except _FAULTS:
            raise broken() from None

    def package(self) -> Package:
        """Which kind of workbook this is; anything else is a problem that says what it is."""
        plain = {name.casefold() for name in self.names}
        if "xl/workbook.xml" in plain:
            return "xlsx"
        if "content.xml" in plain and b"opendocument.spreadsheet" in self._kind():
            return "ods"
        raise Problem(
            f"The file is {_described(plain)}, which cannot be read as a table.",
            "Save the answers as .xlsx, .ods or .csv, and import that file.",
        )

    def _kind(self) -> bytes:
        return self.part("mimetype") if "mimetype" in self.names else b"opendocument.spreadsheet"

    def _refuse_bomb(self, packed: int) -> None:
        size = sum(info.file_size for info in self._zip.infolist())
        swollen = size > _SUSPECT_BYTES and size > _SUSPECT_RATIO * max(packed, 1)
        if size > MOST_BYTES or swollen:
            self._zip.close()
            raise Problem(
                f"The file unpacks from {packed // 1000} kB to {size // 1_000_000} MB, "
                "more than any set of answers.",
                "If it is the right file, save the sheet with the answers as .csv and import that.",
            )


def _described(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "a binary workbook (.xlsb)"
    if "word/document.xml" in names:
        return "a Word document"
    if "project.qde" in names:
        return "a REFI-QDA project"
    return "a packed folder (zip)"
