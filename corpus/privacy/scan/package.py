"""What Word and Excel files have in common: they are zip archives of XML parts."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from corpus.privacy.scan.markup import parsed, texts_of
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

_MOST_BYTES = 200_000_000
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    ValueError,
)
_PLACES = (
    (r"docProps/", "document properties"),
    (r"customXml/", "custom XML"),
    (r"word/document\d*\.xml", "page text"),
    (r"word/header\d*\.xml", "header"),
    (r"word/footer\d*\.xml", "footer"),
    (r"word/footnotes\.xml", "footnotes"),
    (r"word/endnotes\.xml", "endnotes"),
    (r".*/(?:comments|threadedComments/|persons/)", "comments"),
    (r".*/(?:drawings|charts|diagrams)/", "drawings"),
    (r"xl/workbook\.xml", "workbook"),
)


def open_package(data: bytes) -> zipfile.ZipFile:
    """The archive in a file's bytes; a Problem where it has a password, is damaged or huge."""
    if data.startswith(_OLE):
        raise Problem(
            "The file cannot be searched: it has a password, or the format of before 2007.",
            "Save it without a password as .docx or .xlsx, and scan that file.",
        )
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except _UNREADABLE as error:
        raise damaged() from error
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise Problem(
            f"The file cannot be searched: unpacked it is over {_MOST_BYTES // 1_000_000} MB.",
            "Divide it into several files, and scan each.",
        )
    if len({entry.filename for entry in entries}) < len(entries):
        raise damaged()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Problem(
            "The file cannot be searched: it has a password.",
            "Save it without one, and scan again.",
        )
    return package


def part_bytes(package: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part; a Problem where the archive is damaged there."""
    try:
        return package.read(name)
    except _UNREADABLE as error:
        raise damaged() from error


def part_pieces(package: zipfile.ZipFile, name: str) -> Iterator[Piece]:
    """The text of one part that holds XML, with the name of the place it has for its reader."""
    if not name.endswith((".xml", ".rels", ".vml", ".rdf")):
        return
    place = _place(name)
    root = parsed(part_bytes(package, name), lenient=name.endswith(".vml"))
    for number, text in texts_of(root):
        yield Piece(f"{place}, paragraph {number}" if number else place, text)


def damaged() -> Problem:
    """The problem of a file that is not what its name says."""
    return Problem(
        "The file cannot be searched: it is damaged or not of the kind its name says.",
        "Open it in the program it was made for, save it again, and scan the new file.",
    )


def _place(part: str) -> str:
    return next((place for pattern, place in _PLACES if re.match(pattern, part)), part)
