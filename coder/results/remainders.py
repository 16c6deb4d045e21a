"""What lies between a table of all respondents and one of some of them, which a reader can reckon.

All who have a code are those of the part and those outside: so the table of those outside is known
to whoever has the other two, and is guarded like one that is printed.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from coder.disclosure.publication import Cover, Entry, Line, Publication, Quoted, Sheet

PART = "\x1f"
"""Stands in a universe between what all answers are of and what the respondents have in common."""

_OUTSIDE = "outside "


def with_remainders(publication: Publication) -> Publication:
    """The publication with parts and wholes as numbers of one universe, and what lies between.

    The tables keep their places; those that are not printed stand behind them.
    """
    sheets = tuple(map(_joined, publication.sheets))
    covers = [_cover(cover) for cover in publication.covers]
    quoted = tuple(map(_quoted, publication.quoted))
    rests: list[Sheet] = []
    for at, part in enumerate(publication.sheets):
        _, _, name = part.universe.partition(PART)
        if not name:
            continue
        for to, whole in enumerate(publication.sheets):
            if PART not in whole.universe and whole.universe == sheets[at].universe:
                rest = _rest(sheets[to], part, name)
                if rest is not None:
                    rests.append(rest)
                    covers += _sums(rest, name)
    return Publication((*sheets, *rests), tuple(dict.fromkeys(covers)), quoted)


def _joined(sheet: Sheet) -> Sheet:
    universe, _, part = sheet.universe.partition(PART)
    if not part:
        return replace(sheet, universe=universe)
    lines = tuple(replace(line, key=_of(line.key, part)) for line in sheet.lines)
    base = replace(sheet.base, key=_of(sheet.base.key, part))
    return replace(sheet, universe=universe, base=base, lines=lines)


def _cover(cover: Cover) -> Cover:
    universe, _, part = cover.universe.partition(PART)
    if not part or cover.axis != "row":
        return replace(cover, universe=universe)
    parts = tuple(_of(each, part) for each in cover.parts)
    return replace(cover, universe=universe, whole=_of(cover.whole, part), parts=parts)


def _quoted(quoted: Quoted) -> Quoted:
    """Quotes of all: how many are of a part is not known."""
    universe, _, part = quoted.universe.partition(PART)
    if not part:
        return replace(quoted, universe=universe)
    return replace(quoted, universe=universe, row=_of(quoted.row, part), is_all=False, count=0)


def _rest(whole: Sheet, part: Sheet, name: str) -> Sheet | None:
    """The table of those outside the part, in the columns and rows of both; None without any."""
    columns = [column for column in whole.columns if column in part.columns]
    lines = {line.key: line for line in part.lines}
    base = _less(whole, whole.base, part, part.base, columns, name)
    shared = [line for line in whole.lines if line.key in lines]
    if not columns or not shared or whole.base.key != part.base.key or base is None:
        return None
    found = [_less(whole, line, part, lines[line.key], columns, name) for line in shared]
    return Sheet(
        name=f"{whole.name} ({_OUTSIDE}{name})",
        universe=whole.universe,
        columns=tuple(columns),
        heads=tuple(whole.heads[whole.columns.index(column)] for column in columns),
        base=base,
        lines=tuple(line for line in found if line is not None),
        partition=whole.partition and part.partition and len(columns) == len(whole.columns),
    )


def _less(
    whole: Sheet, line: Line, part: Sheet, other: Line, columns: Collection[str], name: str
) -> Line | None:
    """A row of the whole less that of the part; None where a number is not known."""
    totals = [each.count if each else None for each in (line.total, other.total)]
    pairs = [
        (line.cells[whole.columns.index(c)], other.cells[part.columns.index(c)]) for c in columns
    ]
    if None in totals or any(None in (one.count, two.count) for one, two in pairs):
        return None
    cells = tuple(Entry((one.count or 0) - (two.count or 0)) for one, two in pairs)
    total = Entry((totals[0] or 0) - (totals[1] or 0))
    return Line(_of(line.key, _OUTSIDE + name), line.name, total, cells, line.kind)


def _sums(rest: Sheet, name: str) -> Iterator[Cover]:
    for line in (rest.base, *rest.lines):
        key = line.key.removesuffix(PART + _OUTSIDE + name)
        yield Cover("row", key, (_of(key, name), line.key), True, True, rest.universe)


def _of(key: str, part: str) -> str:
    return f"{key}{PART}{part}"
