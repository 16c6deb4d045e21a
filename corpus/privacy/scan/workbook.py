"""Sheets of an Excel file: every cell, hidden or not, and what stands around the cells."""

import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from corpus.privacy.scan.markup import attributes_of, local_name, parsed, texts_of
from corpus.privacy.scan.package import damaged, part_bytes, part_pieces
from corpus.privacy.scan.piece import Piece

_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_SHORTEST_NUMBER = 8
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z&])')


def workbook_pieces(package: zipfile.ZipFile) -> Iterator[Piece]:
    """The text of an Excel file: one piece per cell, then comments, properties and the rest.

    Numbers in cells are read where they are whole and have eight digits or more.
    """
    strings = _SharedStrings(package)
    sheets = _sheet_names(package)
    for part, name in sheets.items():
        yield from _sheet_pieces(parsed(part_bytes(package, part)), f"sheet '{name}'", strings)
    yield from (Piece("strings that no cell shows", text) for text in strings.unused())
    for part in package.namelist():
        if part not in sheets and part != _STRINGS:
            yield from part_pieces(package, part)


class _SharedStrings:
    """The texts that cells refer to by number, and which of them have been referred to."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._texts: list[str] = []
        self._used: set[int] = set()
        if _STRINGS in package.namelist():
            root = parsed(part_bytes(package, _STRINGS))
            self._texts = [_joined_text(item) for item in root.iter("{*}si")]

    def text(self, number: str) -> str:
        """The text with this number; empty where there is none."""
        if not number.isdecimal() or int(number) >= len(self._texts):
            return ""
        self._used.add(int(number))
        return self._texts[int(number)]

    def unused(self) -> Iterator[str]:
        """The texts that have not been asked for."""
        return (text for at, text in enumerate(self._texts) if at not in self._used and text)


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The parts that hold sheets, hidden ones too, and the names of the sheets."""
    parts = package.namelist()
    if _WORKBOOK not in parts or _LINKS not in parts:
        raise damaged()
    links = parsed(part_bytes(package, _LINKS)).iter("{*}Relationship")
    targets = {link.get("Id", ""): posixpath.join("/xl", link.get("Target", "")) for link in links}
    names = {}
    for sheet in parsed(part_bytes(package, _WORKBOOK)).iter("{*}sheet"):
        link = dict(attributes_of(sheet)).get("id", "")
        part = posixpath.normpath(targets.get(link, "")).lstrip("/")
        if part in parts:
            names[part] = sheet.get("name", "")
    return names


def _sheet_pieces(root: etree._Element, place: str, strings: _SharedStrings) -> Iterator[Piece]:
    for cell in root.iter("{*}c"):
        for text in _cell_texts(cell, strings):
            yield Piece(f"{place}, cell {cell.get('r', '')}", text)
    for data in root.iter("{*}sheetData"):
        data.clear()
    for _, text in texts_of(root):
        yield Piece(place, _HEADER_CODE.sub(" ", text))


def _cell_texts(cell: etree._Element, strings: _SharedStrings) -> Iterator[str]:
    kind = cell.get("t", "n")
    for node in cell:
        name, text = local_name(node), node.text or ""
        if name == "is":
            yield _joined_text(node)
        elif name == "f":
            yield text
        elif name == "v" and kind == "s":
            yield strings.text(text)
        elif name == "v" and (kind == "str" or _is_long_number(text)):
            yield text


def _joined_text(node: etree._Element) -> str:
    return "".join(part.text or "" for part in node.iter("{*}t"))


def _is_long_number(text: str) -> bool:
    return text.isdecimal() and len(text) >= _SHORTEST_NUMBER
