"""The extents of the sheets of an .ods workbook."""

from corpus.reading.archive import Archive
from corpus.reading.extent import Extent
from corpus.reading.framing import letter
from corpus.reading.markup import Attributes, broken, local, walk

_CELLS = ("table-cell", "covered-table-cell")


def ods_extents(archive: Archive) -> list[Extent]:
    """One extent for every sheet, in workbook order."""
    scan = _Scan()
    walk(archive.part("content.xml"), scan.start, scan.end, scan.text)
    return scan.extents


class _Scan:
    """Walks through the sheets, cell by cell; rows and cells may stand for many of their kind."""

    def __init__(self) -> None:
        self.extents: list[Extent] = []
        self.row = self.column = 0
        self.row_repeats = self.cell_repeats = 1
        self.filled = False
        self.error = False
        self.length = 0
        self.value: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        tag = local(name)
        if tag == "table":
            self.extents.append(Extent(attributes.get("table:name", "")))
            self.row = self.column = 0
        elif tag == "table-row":
            self.row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self.column = 0
        elif tag in _CELLS:
            self.cell_repeats = _repeats(attributes, "table:number-columns-repeated")
            self.filled = "office:value-type" in attributes
            self.error = attributes.get("calcext:value-type") == "error"
            self.length = sum(map(len, attributes.values()))
            self.value.clear()
        elif tag == "p":
            self.filled = True

    def text(self, text: str) -> None:
        self.length += len(text)
        if self.error:
            self.value.append(text)

    def end(self, name: str) -> None:
        tag = local(name)
        if tag == "table-row":
            self.row += self.row_repeats
        elif tag in _CELLS:
            if self.filled and self.extents:
                self.finish(self.extents[-1])
            self.column += self.cell_repeats
            self.error = False

    def finish(self, extent: Extent) -> None:
        """Note the cell that has been read, as often as it is repeated."""
        extent.include(self.row + self.row_repeats, self.column + self.cell_repeats)
        extent.characters += self.length * self.row_repeats * self.cell_repeats
        if self.error:
            cell = f"{letter(self.column)}{self.row + 1}"
            extent.unreadable(self.row + 1, cell, f"the error {''.join(self.value)}")


def _repeats(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise broken()
    return int(text)
