"""A codebook from a table: CSV or a workbook, one row a code."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from codebooks.exchange.cleaning import Remarks
from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.separators import split_column
from codebooks.exchange.shaping import shaped
from codebooks.exchange.table_columns import Columns, Rows, find_columns, is_figure
from codebooks.exchange.words import IS_NO, IS_YES, Field, field_named
from corpus.problems import Problem
from corpus.reading.files import read_sheet
from corpus.reading.sheet import Sheet

_GUARDED = re.compile(r"'('*[=+\-@\t\r].*)", re.DOTALL)
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ONE_COLUMN = "\x1f"
_HINT = "Save the codebook as .xlsx, .csv or .qdc; a table needs a column path, or one a level."
_SHOWN = 3


def read_table(path: Path, separator: str | None = None) -> DraftBook:
    """The codebook in a .csv, .tsv, .xlsx, .xlsm, .ods or .xls file, with or without heads.

    `separator` parts the levels of a path; without it they are found out. A theme that is blank in
    columns of levels is that of the row above.
    """
    try:
        sheet, rows = _read(path)
    except Problem as problem:
        raise Problem(problem.sentence, _HINT) from None
    columns = find_columns(rows)
    body = rows[columns.first :]
    paths, told = _paths(body, columns, separator)
    remarks = Remarks()
    codes = [
        _code(names, cells, columns, remarks) for names, (_, cells) in zip(paths, body, strict=True)
    ]
    book = shaped(path.stem, codes, warnings=(*_oddities(sheet), *columns.warnings, *told))
    return DraftBook(book.name, book.codes, warnings=(*book.warnings, *remarks.sentences()))


def _read(path: Path) -> tuple[Sheet, Rows]:
    """The sheet and all its rows, the first one too."""
    sheet = read_sheet(path, headed=False)
    if path.read_bytes()[:4] == _OLD_WORKBOOK:
        return sheet, ((1, sheet.header), *sheet.rows)
    if not sheet.encoding:
        return sheet, sheet.rows
    if _is_torn(sheet):
        sheet = read_sheet(path, headed=False, delimiter=_ONE_COLUMN)
    return sheet, [(at, tuple(map(_unguarded, cells))) for at, cells in sheet.rows]


def _is_torn(sheet: Sheet) -> bool:
    """Whether a list of names was taken for a table because of signs in the names."""
    first = sheet.rows[0][1]
    if len(first) < 2 or any(map(field_named, first)):
        return False
    doubtful = any(doubt.option.startswith("--delimiter") for doubt in sheet.doubts)
    return doubtful or all(cell.startswith(" ") for cell in first[1:])


def _paths(
    rows: Rows, columns: Columns, separator: str | None
) -> tuple[Sequence[tuple[str, ...]], tuple[str, ...]]:
    if columns.path is not None:
        return split_column([cells[columns.path] for _, cells in rows], separator)
    return list(_filled_down(rows, columns.levels)), ()


def _filled_down(rows: Rows, levels: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The names of each row; blank ones before the first that is filled are those above."""
    above: list[str] = [""] * len(levels)
    for _, cells in rows:
        own = [cells[position].strip() for position in levels]
        first = next((at for at, name in enumerate(own) if name), len(own))
        if first == len(own):
            yield ()
            continue
        above = [*above[:first], *own[first:]]
        yield tuple(name for name in above if name)


def _code(
    names: tuple[str, ...], cells: Sequence[str], columns: Columns, remarks: Remarks
) -> DraftCode:
    def cell(field: Field) -> str:
        position = columns.facts.get(field)
        return "" if position is None else cells[position]

    return DraftCode(
        path=names,
        guid=cell("guid"),
        number=_number(cell("number").strip(), remarks),
        definition=cell("definition"),
        include=cell("include"),
        exclude=cell("exclude"),
        color=cell("color"),
        symbol=cell("symbol"),
        outcome=_is_yes(cell("outcome"), remarks),
        retired=_is_yes(cell("retired"), remarks),
        locked=_is_yes(cell("locked"), remarks),
    )


def _number(cell: str, remarks: Remarks) -> int | None:
    if is_figure(cell):
        return int(cell.partition(".")[0])
    if cell:
        remarks.add("number", cell)
    return None


def _is_yes(cell: str, remarks: Remarks) -> bool:
    said = cell.strip().casefold()
    if said not in IS_YES and said not in IS_NO:
        remarks.add("yes", cell)
    return said in IS_YES


def _unguarded(cell: str) -> str:
    """Without the sign that keeps a spreadsheet from taking the cell for a formula."""
    guarded = _GUARDED.fullmatch(cell)
    return guarded[1] if guarded else cell


def _oddities(sheet: Sheet) -> Iterator[str]:
    yield from (doubt.sentence for doubt in sheet.doubts)
    told = [odd for odd in sheet.oddities if odd.kind != "ragged row"]
    for odd in told[:_SHOWN]:
        yield f"Row {odd.row}: {odd.sentence}" if odd.row else odd.sentence
    if len(told) > _SHOWN:
        yield f"{len(told) - _SHOWN} more rows are odd in such ways."
