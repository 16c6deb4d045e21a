"""Finished tables and chosen quotes as one publication, ready to be attacked and protected."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import overload

from coder.disclosure.percents import percent_of
from coder.disclosure.publication import (
    EVERYONE,
    HIDDEN,
    Cover,
    Entry,
    Line,
    Percent,
    Place,
    Publication,
    Quoted,
    Sheet,
    entries,
)
from coder.disclosure.rounding import printed_count
from coder.results.quote import Quote
from coder.results.remainders import PART, with_remainders
from coder.results.table import Cell, Row, Table
from coder.results.wording import wording

Told = Mapping[tuple[tuple[str, ...], str], int]
"""Of how many different answers the quotes with a label are, under a heading and below it."""

Labels = Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]
"""By a question's key and wave: for every label of its quotes the size bands it stands for."""


def publication_of(
    tables: Sequence[Table],
    quotes: Sequence[Quote] = (),
    labels: Labels | None = None,
    complete: bool = False,
    published: Collection[int] = (),
    pins: Collection[tuple[str, ...]] = (),
    same: Sequence[str] = (),
    remainders: bool = True,
    told: Told | None = None,
) -> Publication:
    """Tables built without hiding, in their order, and the labelled quotes printed beside them.

    `complete`: the quotes are all there are under their headings. `published`: which tables (by
    place) are out already. `pins`: paths of rows whose cells must stay. `same`: for each table what
    its answers have in common, when it does not say so itself. `remainders`: what lies between a
    table of some respondents and one of all is guarded, too; it stands behind the tables. `told`,
    for a choice of quotes: of how many answers at least each label under each heading is.
    """
    sheets = tuple(
        _sheet(table, same[at] if at < len(same) else "", at in published, pins)
        for at, table in enumerate(tables)
    )
    bare = Publication(sheets)
    covers = tuple(dict.fromkeys(_covers(tables, bare)))
    found = tuple(_quoted(tables, bare, quotes, labels or {}, complete, told))
    publication = Publication(sheets, covers, found)
    return with_remainders(publication) if remainders else publication


def with_hidden(
    tables: Sequence[Table], publication: Publication, places: Collection[Place]
) -> tuple[Table, ...]:
    """The tables that the publication was made of, with a `:` at these places."""
    return tuple(
        table if sheet.fixed else _hide_in(table, sheet, places)
        for table, sheet in zip(tables, publication.sheets, strict=False)
    )


def with_rounded(tables: Sequence[Table], publication: Publication) -> tuple[Table, ...]:
    """The tables with the counts that a rounded publication prints, percents reckoned from them."""
    return tuple(
        table if sheet.fixed else _round_in(table, sheet)
        for table, sheet in zip(tables, publication.sheets, strict=False)
    )


def _round_in(table: Table, sheet: Sheet) -> Table:
    rows = []
    for row, line in zip(table.rows, sheet.lines, strict=True):
        count = row.count if line.total is None else _printed(line.total, row.count)
        cells = tuple(
            _rounded_cell(cell, entry, column.n)
            for cell, entry, column in zip(row.cells, line.cells, table.columns, strict=True)
        )
        share = _percent(count, table.base.n)
        rows.append(replace(row, count=count, percent=share, cells=cells))
    return replace(table, rows=tuple(rows))


def _rounded_cell(cell: Cell, entry: Entry, n: int) -> Cell:
    count = _printed(entry, cell.count)
    return cell if count is None else replace(cell, count=count, percent=_percent(count, n))


@overload
def _printed(entry: Entry, otherwise: int) -> int: ...
@overload
def _printed(entry: Entry, otherwise: int | None) -> int | None: ...
def _printed(entry: Entry, otherwise: int | None) -> int | None:
    found = printed_count(entry)
    return otherwise if found is None else found


def _percent(count: int, base: int) -> int:
    return min(100, percent_of(count, base).value)


def _hide_in(table: Table, sheet: Sheet, places: Collection[Place]) -> Table:
    rows = []
    for row, line in zip(table.rows, sheet.lines, strict=True):
        cells = tuple(
            Cell(None, None, True) if Place(sheet.universe, line.key, column) in places else cell
            for cell, column in zip(row.cells, sheet.columns, strict=True)
        )
        rows.append(replace(row, cells=cells))
    return replace(table, rows=tuple(rows))


def _universe(table: Table, same: str) -> str:
    universe = "|".join((table.question, table.wave, same or table.same))
    return f"{universe}{PART}{table.part}" if table.part else universe


def _group(table: Table, key: str) -> str:
    is_band = table.by_head == wording(table.language).size_band
    return f"{'band' if is_band else table.by_head}={key}"


def _sheet(table: Table, same: str, fixed: bool, pins: Collection[tuple[str, ...]]) -> Sheet:
    """One table; its columns are taken to be a partition when every row adds up to its total."""
    base = Line(
        EVERYONE + table.base.kind,
        "n",
        Entry(table.base.n),
        tuple(Entry(column.n) for column in table.columns),
    )
    lines = tuple(_line(row, row.path in pins) for row in table.rows)
    return Sheet(
        name=table.title,
        universe=_universe(table, same),
        columns=tuple(_group(table, column.key) for column in table.columns),
        heads=tuple(column.head for column in table.columns),
        base=base,
        lines=lines,
        partition=bool(table.columns) and all(map(_adds_up, (base, *lines))),
        fixed=fixed,
    )


def _line(row: Row, pinned: bool) -> Line:
    total = Entry(row.count, percent=Percent(row.percent))
    cells = tuple(_entry(cell, pinned) for cell in row.cells)
    return Line(row_key(row), " / ".join(row.path), total, cells, row.kind)


def row_key(row: Row) -> str:
    """What a row counts: a code, codes put together, or a total."""
    if row.codes:
        return "+".join(sorted(row.codes))
    return row.code or f"{row.kind}:{' / '.join(row.path)}"


def _entry(cell: Cell, pinned: bool) -> Entry:
    if cell.suppressed:
        return Entry(cell.count, HIDDEN)
    if cell.count is None:
        return Entry(None, "..")
    percent = None if cell.percent is None else Percent(cell.percent)
    return Entry(cell.count, percent=percent, pinned=pinned)


def _adds_up(line: Line) -> bool:
    counts = [cell.count for cell in line.cells]
    known = sum(count for count in counts if count is not None)
    total = line.total.count if line.total else None
    return total is None or known == total or (None in counts and known <= total)


def _covers(tables: Sequence[Table], bare: Publication) -> Iterator[Cover]:
    """Themes over the rows next below them, Totalt over the rows at the top."""
    counts = {place: entry.count for _, place, entry in entries(bare)}
    keys: dict[str, dict[tuple[str, ...], str]] = {}
    single: set[str] = set()
    for table, sheet in zip(tables, bare.sheets, strict=True):
        paths = keys.setdefault(sheet.universe, {})
        paths |= {row.path: row_key(row) for row in table.rows if row.kind == "code"}
        for cover in _total(table, sheet, counts):
            single.add(sheet.universe)
            yield cover
    for universe, paths in keys.items():
        below: dict[str, list[str]] = {}
        for path, key in paths.items():
            above = next((path[:n] for n in range(len(path) - 1, 0, -1) if path[:n] in paths), None)
            if above:
                below.setdefault(paths[above], []).append(key)
        for whole, parts in below.items():
            yield _cover(universe, whole, parts, counts, universe in single)
    yield from _together(tables, bare, counts, single)


def _together(
    tables: Sequence[Table],
    bare: Publication,
    counts: Mapping[Place, int | None],
    single: Collection[str],
) -> Iterator[Cover]:
    """Rows that put codes together, over the rows of these codes wherever they are printed."""
    shown: dict[str, set[str]] = {}
    for table, sheet in zip(tables, bare.sheets, strict=True):
        codes = shown.setdefault(sheet.universe, set())
        codes |= {row.code for row in table.rows if row.code}
    for table, sheet in zip(tables, bare.sheets, strict=True):
        for row in table.rows:
            parts = [code for code in row.codes if code in shown[sheet.universe]]
            if parts and parts != [row_key(row)]:
                yield _cover(sheet.universe, row_key(row), parts, counts, sheet.universe in single)


def _total(table: Table, sheet: Sheet, counts: Mapping[Place, int | None]) -> Iterator[Cover]:
    paths = {row.path for row in table.rows}
    top = [
        row_key(row)
        for row in table.rows
        if row.kind != "total" and not any(row.path[:n] in paths for n in range(1, len(row.path)))
    ]
    for row in table.rows:
        if row.kind == "total":
            yield _cover(sheet.universe, row_key(row), top, counts, True)


def _cover(
    universe: str,
    whole: str,
    parts: Sequence[str],
    counts: Mapping[Place, int | None],
    single: bool,
) -> Cover:
    """A whole over its parts, with the sums that hold wherever all counts are known.

    A theme that exceeds its codes nowhere is taken to have no codings of its own, because a reader
    may take it so; parts share no answers where each has one code and no two coders differ.
    """
    disjoint, complete = single, True
    for place, over in counts.items():
        if (place.universe, place.row) == (universe, whole) and over is not None:
            inside = [counts.get(Place(universe, part, place.column)) for part in parts]
            known = [count for count in inside if count is not None]
            if len(known) == len(parts):
                disjoint = disjoint and sum(known) <= over
                complete = complete and over <= sum(known)
    return Cover("row", whole, tuple(parts), disjoint, complete, universe)


def _quoted(
    tables: Sequence[Table],
    bare: Publication,
    quotes: Sequence[Quote],
    labels: Labels,
    complete: bool,
    told: Told | None,
) -> Iterator[Quoted]:
    """How many answers of which bands the labels under each heading count.

    Two passages of one answer are two quotes: no more are counted than there are answers.
    """
    counts = {place: entry.count for _, place, entry in entries(bare)}
    numbers: dict[tuple[tuple[str, ...], str], int] = {}
    for quote in quotes:
        if quote.label:
            numbers[quote.path, quote.label] = numbers.get((quote.path, quote.label), 0) + 1
    for table, sheet in zip(tables, bare.sheets, strict=True):
        for row in table.rows:
            path = (table.question_text, *row.path)
            here = labels.get((table.question, table.wave), {})
            is_quoted = told is not None or any(path == quoted for quoted, _ in numbers)
            for label, bands in here.items() if is_quoted else ():
                groups = tuple(f"band={band}" for band in bands)
                groups = tuple(group for group in groups if group in sheet.columns)
                found = [counts[Place(sheet.universe, row_key(row), group)] for group in groups]
                known = [count for count in found if count is not None]
                number = (numbers if told is None else told).get((path, label), 0)
                if len(known) == len(found):
                    number = sum(known) if complete else min(number, sum(known))
                if groups and (number or complete):
                    yield Quoted(sheet.universe, row_key(row), groups, number, complete)
