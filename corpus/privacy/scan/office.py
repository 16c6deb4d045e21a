"""Word and Excel files as pieces of text, with the files that are embedded in them."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.privacy.scan.package import damaged, open_package, part_bytes, part_pieces
from corpus.privacy.scan.piece import Piece
from corpus.privacy.scan.workbook import workbook_pieces

WORD_ENDINGS = (".docx", ".docm")
EXCEL_ENDINGS = (".xlsx", ".xlsm")
_DEEPEST = 2


def word_pieces(data: bytes) -> Iterator[Piece]:
    """The text of a Word file: one piece per paragraph, then comments, properties and the rest."""
    yield from _office_pieces(data, ".docx", 0)


def excel_pieces(data: bytes) -> Iterator[Piece]:
    """The text of an Excel file: one piece per cell, then comments, properties and the rest."""
    yield from _office_pieces(data, ".xlsx", 0)


def _office_pieces(data: bytes, ending: str, depth: int) -> Iterator[Piece]:
    package = open_package(data)
    if ending in EXCEL_ENDINGS:
        yield from workbook_pieces(package)
    else:
        yield from _document_pieces(package)
    for name in package.namelist():
        inner = PurePosixPath(name).suffix.lower()
        if inner not in WORD_ENDINGS + EXCEL_ENDINGS:
            continue
        if depth == _DEEPEST:
            raise damaged()
        for piece in _office_pieces(part_bytes(package, name), inner, depth + 1):
            yield Piece(f"embedded file {PurePosixPath(name).name}, {piece.place}", piece.text)


def _document_pieces(package: zipfile.ZipFile) -> Iterator[Piece]:
    if "word/document.xml" not in package.namelist():
        raise damaged()
    for name in package.namelist():
        yield from part_pieces(package, name)
