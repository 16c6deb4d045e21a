"""Finished files of all kinds as pieces of text, chosen by the ending of their name."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from corpus.privacy.scan import opendocument
from corpus.privacy.scan.office import EXCEL_ENDINGS, WORD_ENDINGS, word_pieces
from corpus.privacy.scan.package import damaged, open_package, part_bytes
from corpus.privacy.scan.pictures import byte_pieces, jpeg_pieces, png_pieces, svg_pieces
from corpus.privacy.scan.piece import Piece
from corpus.privacy.scan.plain import (
    decoded,
    delimited_pieces,
    json_pieces,
    latex_pieces,
    markdown_pieces,
    text_pieces,
)
from corpus.privacy.scan.portable import pdf_pieces
from corpus.privacy.scan.systemfile import sav_pieces
from corpus.privacy.scan.webpage import html_pieces
from corpus.privacy.scan.workbook import workbook_pieces
from corpus.problems import Problem

_DEEPEST = 2
_XML_PARTS = (".xml", ".rels", ".vml", ".rdf", "")
_FONTS = (".odttf", ".fntdata", ".ttf", ".otf", ".woff", ".woff2")

_OF_PACKAGES: dict[str, Callable[[zipfile.ZipFile], Iterator[Piece]]] = {
    **dict.fromkeys(WORD_ENDINGS, word_pieces),
    **dict.fromkeys(EXCEL_ENDINGS, workbook_pieces),
    **dict.fromkeys(opendocument.ENDINGS, opendocument.opendocument_pieces),
}
_OF_BYTES: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    ".png": png_pieces,
    ".jpg": jpeg_pieces,
    ".jpeg": jpeg_pieces,
    ".svg": svg_pieces,
    ".sav": sav_pieces,
}
_OF_TEXT: dict[str, Callable[[str], Iterator[Piece]]] = {
    ".html": html_pieces,
    ".htm": html_pieces,
    ".md": markdown_pieces,
    ".csv": delimited_pieces,
    ".json": json_pieces,
    ".tex": latex_pieces,
    ".txt": text_pieces,
    ".sps": text_pieces,
}
_KNOWN = frozenset({*_OF_PACKAGES, *_OF_BYTES, *_OF_TEXT, ".pdf"})


def read_pieces(path: Path) -> Iterator[Piece]:
    """All text in a file, shown or hidden, in pieces that are not blank.

    Files inside it are read, too, and their names. Raises a Problem for an ending that is not
    known, and for a file that is missing, damaged, huge or has a password.
    """
    ending = path.suffix.lower()
    if ending not in _KNOWN:
        raise Problem(
            f"Files that end in {ending or 'nothing'} cannot be searched.",
            f"These can: {', '.join(sorted(_KNOWN))}.",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            f"{path} cannot be read: {error.strerror}.", "Check the name, and close the file."
        ) from error
    yield from (piece for piece in _pieces(ending, data, 0) if piece.text.strip())


def _pieces(ending: str, data: bytes, depth: int) -> Iterator[Piece]:
    def inside(name: str, found: bytes) -> Iterator[Piece]:
        return _inside(name, found, depth)

    if ending in _OF_PACKAGES:
        package = open_package(data)
        yield from _OF_PACKAGES[ending](package)
        yield Piece("comment of the archive", package.comment.decode("utf-8", "replace"))
        for name in package.namelist():
            if PurePosixPath(name).suffix.lower() not in _XML_PARTS + _FONTS:
                yield from inside(name, part_bytes(package, name))
    elif ending == ".pdf":
        yield from pdf_pieces(data, inside)
    elif ending in _OF_BYTES:
        yield from _OF_BYTES[ending](data)
    else:
        yield from _OF_TEXT[ending](decoded(data))


def _inside(name: str, data: bytes, depth: int) -> Iterator[Piece]:
    """The name and the text of a file inside another; of an unknown kind what can be read in it."""
    if depth == _DEEPEST:
        raise damaged()
    place = f"embedded file {PurePosixPath(name).name}"
    yield Piece(place, PurePosixPath(name).stem)
    ending = PurePosixPath(name).suffix.lower()
    if ending not in _KNOWN:
        yield from byte_pieces(data, place)
        return
    for piece in _pieces(ending, data, depth + 1):
        yield Piece(f"{place}, {piece.place}", piece.text)
