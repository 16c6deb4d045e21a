"""The extents of the sheets of an .xlsx workbook."""

import re

from corpus.reading.archive import Archive
from corpus.reading.extent import Extent
from corpus.reading.framing import letter
from corpus.reading.markup import Attributes, broken, local, walk

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_SHARED = re.compile(rb"<(?:\w+:)?si[\s>]")


def xlsx_extents(archive: Archive) -> list[Extent]:
    """One extent for every sheet, in workbook order."""
    targets = _targets(archive)
    shared = _shared_lengths(archive)
    extents = []
    for attributes in _elements(archive.part("xl/workbook.xml"), "sheet"):
        identifier = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        extent = Extent(attributes.get("name", ""), attributes.get("state", "visible") == "visible")
        if "worksheet" in targets.get(identifier, ("", ""))[1]:
            _Scan(extent, shared).read(archive.part(targets[identifier][0]))
        extents.append(extent)
    return extents


class _Scan:
    """Walks through one sheet, cell by cell, and notes in the extent what it meets."""

    def __init__(self, extent: Extent, shared: list[int]) -> None:
        self.extent = extent
        self.shared = shared
        self.row = self.column = 0
        self.cell_row = 0
        self.kind = ""
        self.in_cell = self.formula = self.filled = self.in_value = False
        self.value: list[str] = []

    def read(self, xml: bytes) -> None:
        walk(xml, self.start, text=self.text)
        self.finish()

    def start(self, name: str, attributes: Attributes) -> None:
        tag = local(name)
        self.in_value = tag == "v"
        if tag == "c":
            self.finish()
            self.begin(attributes)
        elif tag == "row":
            self.finish()
            self.row = _number(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = 0
        elif tag in ("v", "is", "f") and self.in_cell:
            self.filled = True
            self.formula |= tag == "f"
        else:
            self.finish()

    def text(self, text: str) -> None:
        if self.in_value:
            self.value.append(text)

    def begin(self, attributes: Attributes) -> None:
        self.in_cell = True
        self.column += 1
        self.cell_row = max(self.row, 1)
        self.kind = attributes.get("t", "")
        if "r" in attributes:
            self.column, self.cell_row = _position(attributes["r"])

    def finish(self) -> None:
        """Note the cell that has been read; without one, nothing."""
        if self.filled:
            self.extent.include(self.cell_row, self.column)
            value = "".join(self.value).strip()
            if self.kind == "s":
                self.extent.characters += self._shared_length(value)
            elif self.kind == "e":
                self._unreadable(f"the error {value}")
            elif self.formula and not value and self.kind != "str":
                self._unreadable("a formula without a result")
        self.in_cell = self.filled = self.formula = False
        self.value.clear()

    def _shared_length(self, value: str) -> int:
        index = _number(value)
        return self.shared[index] if index < len(self.shared) else 0

    def _unreadable(self, what: str) -> None:
        cell = f"{letter(self.column - 1)}{self.cell_row}"
        self.extent.unreadable(self.cell_row, cell, what)


def _position(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise broken()
    column = 0
    for sign in found[1].upper():
        column = column * 26 + ord(sign) - ord("A") + 1
    return column, int(found[2])


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise broken()
    return int(text)


def _targets(archive: Archive) -> dict[str, tuple[str, str]]:
    """Where the parts of the workbook are, and of which type, by relationship."""
    found = {}
    for attributes in _elements(archive.part("xl/_rels/workbook.xml.rels"), "Relationship"):
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
        found[attributes.get("Id", "")] = path, attributes.get("Type", "")
    return found


def _elements(xml: bytes, wanted: str) -> list[Attributes]:
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == wanted:
            found.append(attributes)

    walk(xml, start)
    return found


def _shared_lengths(archive: Archive) -> list[int]:
    """The size of every shared text, a little too large for the markup around it."""
    if not any(name.casefold() == "xl/sharedstrings.xml" for name in archive.names):
        return []
    return [len(piece) for piece in _SHARED.split(archive.part("xl/sharedStrings.xml"))[1:]]
