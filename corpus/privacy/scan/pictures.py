"""Pictures: what is written in SVG, and what PNG and JPEG files say beside their pixels."""

import re
import struct
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from corpus.privacy.scan.markup import all_nodes, attributes_of, local_name
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MOST_TEXT = 10_000_000
_WORDS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d+")
_LONGEST_CHUNK = 2**31 - 1
_COMMENT, _FIRST_SAYING, _LAST_SAYING = 0xFE, 0xE0, 0xEF
_SCAN_STARTS, _ENDS = 0xDA, 0xD9
_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){5,}")
_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){5,}")
_SPOKEN = frozenset({"aria-label", "aria-description", "title", "label", "alt", "href", "id"})
_LETTERS_APART = frozenset({"text", "title", "desc", "p", "div", "li"})


def png_pieces(data: bytes) -> Iterator[Piece]:
    """The texts of a PNG file: its keywords and texts, camera data, and what follows its end."""
    if not data.startswith(_PNG):
        raise _damaged("PNG")
    at = len(_PNG)
    while at < len(data):
        if at + 12 > len(data):
            raise _damaged("PNG")
        size, kind = struct.unpack_from(">I4s", data, at)
        if size > _LONGEST_CHUNK or at + 12 + size > len(data):
            raise _damaged("PNG")
        body = data[at + 8 : at + 8 + size]
        yield from _chunk(kind, body)
        at += 12 + size
        if kind == b"IEND":
            break
    yield from byte_pieces(data[at:], "after the picture")


def jpeg_pieces(data: bytes) -> Iterator[Piece]:
    """The texts of a JPEG file that stand before its pixels: comments, camera data, keywords."""
    if not data.startswith(_JPEG):
        raise _damaged("JPEG")
    at = len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (_SCAN_STARTS, _ENDS):
        size = int.from_bytes(data[at + 2 : at + 4])
        if data[at + 1] == _COMMENT or _FIRST_SAYING <= data[at + 1] <= _LAST_SAYING:
            yield from byte_pieces(data[at + 4 : at + 2 + size], "picture data")
        at += 2 + size


def svg_pieces(data: bytes) -> Iterator[Piece]:
    """The texts of an SVG file: what is drawn, title, description, metadata and comments."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged("SVG") from error
    if any(isinstance(node, etree._Entity) for node in root.iter()):
        raise _damaged("SVG")
    for node in all_nodes(root):
        name = local_name(node)
        if name in _LETTERS_APART:
            yield Piece(f"{name}, line {node.sourceline}", " ".join("".join(_texts(node)).split()))
        elif not isinstance(node.tag, str):
            yield Piece(f"comment, line {node.sourceline}", node.text or "")
        elif name != "style" and not _is_inside(node):
            yield Piece(f"line {node.sourceline}", node.text or "")
        for key, value in attributes_of(node) if name else ():
            if key in _SPOKEN and not value.startswith(("#", "data:")):
                said = _DIGITS.sub(" ", value) if key == "id" else unquote(value)
                yield Piece(f"attribute {key}, line {node.sourceline}", said)


def byte_pieces(data: bytes, place: str) -> Iterator[Piece]:
    """Runs of five characters or more that can be read in bytes of any kind, UTF-8 and UTF-16."""
    for run in _RUN.finditer(data):
        text = run[0].decode("utf-8", "replace")
        if _WORDS.search(text):
            yield Piece(place, text)
    for offset in (0, 1):
        for run in _WIDE_RUN.finditer(data[offset:]):
            if run.start() % 2 == 0:
                yield Piece(place, run[0].decode("utf-16-le", "replace"))


def _chunk(kind: bytes, body: bytes) -> Iterator[Piece]:
    if kind == b"tEXt":
        yield from _said(*body.partition(b"\0")[::2], "latin-1")
    elif kind == b"zTXt":
        key, _, packed = body.partition(b"\0")
        yield from _said(key, _unpacked(packed[1:]), "latin-1")
    elif kind == b"iTXt":
        key, _, rest = body.partition(b"\0")
        is_packed = rest[:1] == b"\1"
        parts = rest[2:].split(b"\0", 2)
        text = parts[-1]
        yield from _said(key, b" ".join(parts[:-1]), "utf-8")
        yield from _said(key, _unpacked(text) if is_packed else text, "utf-8")
    elif kind == b"eXIf":
        yield from byte_pieces(body, "camera data")


def _said(key: bytes, text: bytes, encoding: str) -> Iterator[Piece]:
    name = key.decode("latin-1")
    yield Piece(f"text {name!r}", text.decode(encoding, "replace"))
    yield Piece("name of a text", name)


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, _MOST_TEXT)
    except zlib.error as error:
        raise _damaged("PNG") from error
    if unpacking.unconsumed_tail:
        raise _damaged("PNG")
    return text


def _texts(node: etree._Element) -> Iterator[str]:
    return (str(text) for text in node.itertext() if text)


def _is_inside(node: etree._Element) -> bool:
    """Whether the text of an element has been read with the one around it."""
    return any(local_name(up) in _LETTERS_APART for up in node.iterancestors())


def _damaged(kind: str) -> Problem:
    return Problem(
        f"The file cannot be searched: it is damaged or no {kind} picture.",
        "Write it again, and scan the new file.",
    )
