"""A table as elements of a Word file: caption with its number, rows, notes."""

from collections.abc import Iterator, Sequence

from coder.exports.controls import holdable, one_line
from coder.exports.fixed_words import fixed_words
from coder.exports.signs import PrintedRow, printed_notes, printed_rows
from coder.exports.word_columns import WordColumn, over_columns, word_columns
from coder.exports.word_xml import Element, element, field, paragraph, text_run
from coder.results.saved.listing import list_lines
from coder.results.table import Table

_MOST_KEPT_TOGETHER, _KEPT_WITH_NOTES = 30, 2


def table_elements(table: Table, number: int) -> Iterator[Element]:
    """Caption, table and notes; groups that do not fit beside each other go on in a second part.

    The last element is a paragraph.
    """
    rows = printed_rows(table)
    keep = 0 if len(rows) <= _MOST_KEPT_TOGETHER else len(rows) - _KEPT_WITH_NOTES
    for part, columns in enumerate(word_columns(table)):
        yield _caption(table, number, continued=part > 0)
        widths = [element("gridCol", w=str(column.width)) for column in columns]
        made = element("tbl", _properties(table, columns), element("tblGrid", *widths))
        made.extend(_head_rows(table, columns))
        made.extend(_row(row, columns, at >= keep) for at, row in enumerate(rows))
        yield made
    *notes, last = printed_notes(table) or ("",)
    for note in notes:
        yield paragraph("TableNote", [text_run([one_line(note)])], element("keepNext"))
    yield paragraph("TableNote", [text_run([one_line(last)])])


def list_elements(table: Table) -> Iterator[Element]:
    """A table that is a list: its title, a line each, its notes; the last is a paragraph."""
    title = text_run([one_line(table.title)], element("b"))
    yield paragraph("Normal", [title], element("keepNext"), element("spacing", before="240"))
    for line in list_lines(table):
        yield paragraph("ListLine", [text_run([f"\N{EN DASH}\t{one_line(line)}"])])
    for note in printed_notes(table) or ("",):
        yield paragraph("TableNote", [text_run([one_line(note)])])


def _caption(table: Table, number: int, continued: bool) -> Element:
    words = fixed_words(table.language)
    switch = r"\c" if continued else r"\* ARABIC"
    rest = f" ({words.continued})" if continued else f". {one_line(table.title)}"
    sequence = field(f"SEQ {words.table} {switch}", str(number))
    return paragraph("Caption", [text_run([f"{words.table} "]), *sequence, text_run([rest])])


def _properties(table: Table, columns: Sequence[WordColumn]) -> Element:
    return element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=str(sum(column.width for column in columns)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0"),
        element("tblCaption", val=holdable(one_line(table.title))),
    )


def _head_rows(table: Table, columns: Sequence[WordColumn]) -> Iterator[Element]:
    """One row of heads; in crossed tables a row above it that says what the columns are."""
    names, *numbers = columns
    below = _head(names, _ruled("bottom"))
    if table.columns:
        over = [
            _cell([text], width, "TableSpanner", element("gridSpan", val=str(span)))
            for text, span, width in over_columns(numbers)
        ]
        yield _table_row([_head(names, element("vMerge", val="restart")), *over], is_head=True)
        below = _cell([], names.width, "TableText", element("vMerge"), _ruled("bottom"))
    heads = [_head(column, _ruled("bottom")) for column in numbers]
    yield _table_row([below, *heads], is_head=True)


def _head(column: WordColumn, *properties: Element) -> Element:
    return _cell(column.head, column.width, _style(column), *properties, bold=True)


def _row(row: PrintedRow, columns: Sequence[WordColumn], keep: bool) -> Element:
    values = (row.name, row.count, row.percent, *row.cells)
    is_total = row.kind == "total"
    cells = []
    for column in columns:
        rule = [_ruled("top")] if is_total else []
        text = [values[column.position]]
        cells.append(_cell(text, column.width, _style(column), *rule, bold=is_total, keep=keep))
    return _table_row(cells, is_head=False)


def _table_row(cells: Sequence[Element], is_head: bool) -> Element:
    properties = [element("cantSplit"), *([element("tblHeader")] if is_head else [])]
    return element("tr", element("trPr", *properties), *cells)


def _cell(
    lines: Sequence[str],
    width: int,
    style: str,
    *properties: Element,
    bold: bool = False,
    keep: bool = True,
) -> Element:
    run = text_run([one_line(line) for line in lines], *([element("b")] if bold else []))
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=str(width), type="dxa"),
            *properties,
            element("vAlign", val="bottom"),
        ),
        paragraph(style, [run], *([element("keepNext")] if keep else [])),
    )


def _style(column: WordColumn) -> str:
    return "TableText" if column.is_name else "TableNumber"


def _ruled(side: str) -> Element:
    return element("tcBorders", element(side, val="single", sz="6", space="0", color="1A1A1A"))
