"""Workbooks: .xlsx, .xlsm and .ods, and which of their sheets holds the answers."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook
from rapidfuzz import process

from corpus.problems import Problem
from corpus.reading.archive import Archive
from corpus.reading.cells import numbered_rows
from corpus.reading.extent import Extent
from corpus.reading.framing import Record, framed
from corpus.reading.markup import broken
from corpus.reading.ods_extent import ods_extents
from corpus.reading.plan import Doubt
from corpus.reading.sheet import Sheet
from corpus.reading.xlsx_extent import xlsx_extents


def read_workbook(data: bytes, sheet: str | None = None, headed: bool = True) -> Sheet:
    """The table of one sheet: the one named, or the first with content.

    Rows are numbered as in the spreadsheet. Error cells and formulas without a result are blank and
    reported. Bombs, damaged files and unknown sheets are problems. When the table is not `headed`
    the first row is a row like others, and the columns are called A, B, C.
    """
    with Archive(data) as archive:
        extents = xlsx_extents(archive) if archive.package() == "xlsx" else ods_extents(archive)
    chosen, doubts = choose_sheet(extents, sheet)
    chosen.check()
    records = _records(data, extents.index(chosen), [extent.name for extent in extents])
    found = framed(records, headed)
    oddities = (*chosen.oddities, *found.oddities)
    names = with_content(extents)
    return replace(found, oddities=oddities, doubts=doubts, sheet=chosen.name, sheets=names)


def choose_sheet(extents: Sequence[Extent], name: str | None) -> tuple[Extent, tuple[Doubt, ...]]:
    """The sheet called `name`, else the first visible one with content; a doubt when others have.

    A sheet of one row (a title page) is only chosen when no other has content.
    """
    if name is not None:
        return _named(extents, name), ()
    filled = [extent for extent in extents if extent.rows and extent.visible]
    filled = filled or [extent for extent in extents if extent.rows]
    if not filled:
        raise Problem("The workbook is empty.", "Choose a file with a header and one row or more.")
    chosen = next((extent for extent in filled if extent.rows > 1), filled[0])
    if len(filled) == 1:
        return chosen, ()
    names = ", ".join(f"“{extent.name}”" for extent in filled)
    return chosen, (Doubt(f"Several sheets have content: {names}.", f'--sheet "{chosen.name}"'),)


def with_content(extents: Iterable[Extent]) -> tuple[str, ...]:
    """The names of the sheets that hold anything."""
    return tuple(extent.name for extent in extents if extent.rows)


def _named(extents: Sequence[Extent], name: str) -> Extent:
    for extent in extents:
        if extent.name.strip().casefold() == name.strip().casefold():
            return extent
    names = [extent.name for extent in extents]
    nearest = process.extractOne(name, names)
    raise Problem(
        f"There is no sheet called “{name}”.",
        (f"Did you mean “{nearest[0]}”? " if nearest else "") + f"The sheets: {', '.join(names)}.",
    )


def _records(data: bytes, index: int, names: list[str]) -> Iterator[Record]:
    with _told_plainly(), CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
        if workbook.sheet_names != names:
            raise broken()
        yield from numbered_rows(workbook.get_sheet_by_index(index))


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn whatever the spreadsheet library raises, panics included, into a problem."""
    try:
        yield
    except (CalamineError, OSError, ValueError, OverflowError):
        raise broken() from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise broken() from None
