"""PDF files: text, properties, comments, bookmarks, forms, alternative texts, embedded files."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from corpus.privacy.scan.markup import all_nodes, attributes_of
from corpus.privacy.scan.markup import parsed as parsed_xml
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

_WRAPPED = 40
_LINE_ENDS = re.compile(r"[.!?:]\s*\Z")
_APART = re.compile(r"\s{2,}")
_NO_TEXTS = frozenset({"/ID", "/Filter", "/Panose", "/CharSet", "/FontFamily"})
_DEEPEST = 40
_QUIET = logging.CRITICAL + 1

Reading = Callable[[str, bytes], Iterator[Piece]]
"""Reads an embedded file: its name and its bytes."""


def pdf_pieces(data: bytes, embedded: Reading) -> Iterator[Piece]:
    """The text of each page, then every other text in the file, shown or not."""
    import pypdf
    from pypdf.errors import DeprecationError, PyPdfError

    logging.getLogger("pypdf").setLevel(_QUIET)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Problem(
                "The file cannot be searched: it has a password, or is protected.",
                "Save it without, and scan that file.",
            )
        pages = [_lines(page) for page in reader.pages]
        if not any(map(any, pages)) and any(map(_holds_pictures, reader.pages)):
            raise _pictured()
        for number, lines in enumerate(pages, start=1):
            yield from (Piece(f"page {number}", text) for text in _paragraphs(lines))
        yield from _objects(reader, embedded)
    except Problem:
        raise
    except (PyPdfError, DeprecationError, *_UNREADABLE) as error:
        raise _damaged() from error


_UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def _lines(page: Any) -> list[str]:
    """The lines of a page as they stand on it; what stands apart in a line is a line of its own.

    So four percents beside each other in a table are no telephone number.
    """
    laid_out = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    return [part for line in laid_out.splitlines() for part in _APART.split(line.strip())]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines that run on are joined: long ones without a sentence's end, before a small letter."""
    joined = ""
    for line in (line.strip() for line in lines):
        runs_on = bool(joined) and not _LINE_ENDS.search(joined) and bool(line)
        if runs_on and joined.endswith(("-", "\u00ad")):
            joined = joined + line if line[0].isupper() else joined[:-1] + line
        elif runs_on and (line[0].islower() or len(joined.rpartition("\n")[2]) >= _WRAPPED):
            joined = f"{joined} {line}"
        else:
            if joined:
                yield joined
            joined = line
    if joined:
        yield joined


def _objects(reader: "PdfReader", embedded: Reading) -> Iterator[Piece]:
    """The texts of all objects but the pages' drawing: each object is looked at once."""
    from pypdf.generic import IndirectObject

    places = [(number, gen) for gen, table in reader.xref.items() for number in table if number]
    places += [(number, 0) for number in reader.xref_objStm]
    for number, generation in sorted(set(places)):
        found = reader.get_object(IndirectObject(number, generation, reader))
        yield from _texts(found, f"object {number}", embedded, 0)
    for key, value in (reader.trailer.get("/Info") or {}).items():
        yield Piece(f"document properties, {key}", str(value))


def _texts(found: Any, place: str, embedded: Reading, depth: int) -> Iterator[Piece]:
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        IndirectObject,
        StreamObject,
        TextStringObject,
    )

    if depth > _DEEPEST:
        raise _damaged()
    if isinstance(found, TextStringObject):
        yield Piece(place, str(found))
    elif isinstance(found, ArrayObject):
        for each in list.__iter__(found):
            if not isinstance(each, IndirectObject):
                yield from _texts(each, place, embedded, depth + 1)
    elif isinstance(found, DictionaryObject):
        if isinstance(found, StreamObject) and found.get("/Type") == "/Metadata":
            yield from _properties(found.get_data())
        if "/EF" in found:
            name = str(found.get("/UF", found.get("/F", "")))
            streams = found["/EF"].get_object()
            if isinstance(streams, DictionaryObject) and isinstance(
                stream := streams["/F"].get_object(), StreamObject
            ):
                yield from embedded(name, stream.get_data())
        for key, value in dict.items(found):
            if key not in _NO_TEXTS and not isinstance(value, IndirectObject):
                yield from _texts(value, f"{place}, {key}", embedded, depth + 1)


def _properties(data: bytes) -> Iterator[Piece]:
    """The texts of properties that are written as XML."""
    for node in all_nodes(parsed_xml(data, lenient=True)):
        yield Piece("document properties", node.text or "")
        if isinstance(node.tag, str):
            yield from (Piece("document properties", value) for _, value in attributes_of(node))


def _holds_pictures(page: Any) -> bool:
    return "/XObject" in (page.get("/Resources") or {})


def _pictured() -> Problem:
    return Problem(
        "The file cannot be searched: its pages are pictures without text.",
        "Scan the document that it was made of, or read the pages yourself.",
    )


def _damaged() -> Problem:
    return Problem(
        "The file cannot be searched: it is damaged or no PDF file.",
        "Write it again, and scan the new file.",
    )
