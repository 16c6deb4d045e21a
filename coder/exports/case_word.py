"""A case matrix as a Word file: tables across the page, heads repeated, themes in parts."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from coder.exports.controls import holdable, lines_of, one_line, replaced_in_texts
from coder.exports.fixed_words import fixed_words
from coder.exports.word import styled_line
from coder.exports.word_package import LONG_SIDE, MARGIN, section, word_bytes
from coder.exports.word_xml import Element, element, paragraph, text_run
from coder.results.case_matrix import CaseMatrix

_ROOM, _FIRST = LONG_SIDE - 2 * MARGIN, 1900
_BESIDE = 5
"""So many columns stand beside each other; the others go on in another table."""


def write_case_matrix(matrix: CaseMatrix, path: Path) -> tuple[str, ...]:
    """Write the matrix on landscape pages; return what a person must be told. Raises OSError.

    The warning of a draft stands at the top and in the header of every page.
    """
    body = [*_elements(matrix), section(landscape=True)]
    words = fixed_words(matrix.language)
    path.write_bytes(word_bytes(body, matrix.title, matrix.draft, words))
    return replaced_in_texts(matrix.texts())


def _elements(matrix: CaseMatrix) -> Iterator[Element]:
    yield styled_line("Title", matrix.title)
    if matrix.draft:
        yield styled_line("Draft", matrix.draft)
    for over, columns, is_first in _parts(matrix):
        if over and is_first:
            yield styled_line("Heading1", over)
        if not is_first:
            continued = fixed_words(matrix.language).continued
            yield paragraph("Normal", [text_run([f"({continued})"])], element("keepNext"))
        yield _table(matrix, columns, over)
        yield element("p")
    for note in matrix.notes:
        yield styled_line("Notes", note)


def _parts(matrix: CaseMatrix) -> Iterator[tuple[str, Sequence[int], bool]]:
    """The columns that stand beside each other, what stands over them, and whether it is new."""
    for over, each in groupby(range(len(matrix.columns)), lambda at: _over(matrix.columns[at])):
        columns = list(each)
        for first in range(0, len(columns), _BESIDE):
            yield over, columns[first : first + _BESIDE], not first


def _over(head: str) -> str:
    return head.rpartition("\n")[0]


def _table(matrix: CaseMatrix, columns: Sequence[int], over: str) -> Element:
    widths = [_FIRST, *[(_ROOM - _FIRST) // len(columns)] * len(columns)]
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="ReportTable"),
            element("tblW", w=str(sum(widths)), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="00A0", firstRow="1", firstColumn="1"),
            element("tblCaption", val=holdable(one_line(matrix.title))),
        ),
        element("tblGrid", *[element("gridCol", w=str(width)) for width in widths]),
    )
    names = [matrix.columns[at][len(over) :].strip() for at in columns]
    heads = [(matrix.corner,), *[(name,) for name in names]]
    made.append(_row(heads, widths, is_head=True))
    for name, cells in zip(matrix.rows, matrix.cells, strict=True):
        made.append(_row([(name,), *[cells[at] for at in columns]], widths, is_head=False))
    return made


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int], is_head: bool) -> Element:
    """A row that may go on over pages, as cells can be long; a row of heads stays whole."""
    heading = [element("cantSplit"), element("tblHeader")] if is_head else []
    made = element("tr", element("trPr", *heading))
    for at, (texts, width) in enumerate(zip(cells, widths, strict=True)):
        made.append(_cell(texts, width, bold=is_head or not at, ruled=is_head))
    return made


def _cell(texts: Sequence[str], width: int, bold: bool, ruled: bool) -> Element:
    rule = element("bottom", val="single", sz="6" if ruled else "4", space="0", color="7F7F7F")
    properties = element(
        "tcPr",
        element("tcW", w=str(width), type="dxa"),
        element("tcBorders", rule),
        element("vAlign", val="bottom" if ruled else "top"),
    )
    marks = [element("b")] if bold else []
    written = [
        paragraph("TableText", [text_run(lines_of(text), *marks)], element("spacing", after="60"))
        for text in texts or ("",)
    ]
    return element("tc", properties, *written)
