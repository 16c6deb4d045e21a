"""The sums that hold between published numbers: tables add up, wholes cover parts, quotes count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from coder.disclosure.publication import (
    ALL,
    Cover,
    Place,
    Publication,
    Sheet,
    entries,
    entry_base,
)
from coder.disclosure.system import UNBOUNDED, Sum

At = Mapping[Place, int]


def sheet_sums(publication: Publication, at: At) -> Iterator[Sum]:
    """Rows add up to their totals (or stay under them); no number exceeds its respondents."""
    for sheet in publication.sheets:
        for line in (sheet.base, *sheet.lines):
            cells = [Place(sheet.universe, line.key, column) for column in sheet.columns]
            total = Place(sheet.universe, line.key, ALL)
            if total in at:
                yield from _cover(total, cells, sheet.partition, sheet.partition, at)
            if line is not sheet.base:
                yield from _under_base(sheet, [total, *cells], at)


def cover_sums(publication: Publication, at: At) -> Iterator[Sum]:
    """Every cover: for all columns that its rows stand in, or all rows that its columns do."""
    lines: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place in at:
        lines["row", place.universe, place.row].append(place)
        lines["column", place.universe, place.column].append(place)
    universes = sorted({place.universe for place in at})
    for cover in publication.covers:
        for universe in [cover.universe] if cover.universe else universes:
            for whole in lines[cover.axis, universe, cover.whole]:
                parts = [_beside(whole, cover, part) for part in cover.parts]
                here = [part for part in parts if part in at]
                complete = cover.complete and len(here) == len(parts)
                yield from _cover(whole, here, cover.disjoint, complete, at)


def quote_sums(publication: Publication, at: At) -> Iterator[Sum]:
    """Labels under a heading count at least, or exactly, the answers of their groups."""
    for quoted in publication.quoted:
        places = [Place(quoted.universe, quoted.row, column) for column in quoted.columns]
        if places and all(place in at for place in places):
            high = quoted.count if quoted.is_all else UNBOUNDED
            yield Sum(tuple((at[place], 1) for place in places), quoted.count, high)


def percent_sums(publication: Publication, at: At) -> Iterator[Sum]:
    """Percents whose base is not printed bind the two: a half unit down, less than one up."""
    for spot, place, entry in entries(publication):
        base = entry_base(publication, spot)
        if entry.sign or entry.percent is None or base is None or not base.sign:
            continue
        sheet = publication.sheets[spot.sheet]
        count, whole = at[place], at[Place(sheet.universe, sheet.base.key, place.column)]
        factor, twice = 200 * 10**entry.percent.decimals, 2 * entry.percent.value
        yield Sum(((count, factor), (whole, 1 - twice)), 0, UNBOUNDED)
        yield Sum(((count, factor), (whole, -1 - twice)), -UNBOUNDED, -1)


def _beside(whole: Place, cover: Cover, part: str) -> Place:
    if cover.axis == "row":
        return Place(whole.universe, part, whole.column)
    return Place(whole.universe, whole.row, part)


def _under_base(sheet: Sheet, places: Sequence[Place], at: At) -> Iterator[Sum]:
    for place in places:
        base = Place(sheet.universe, sheet.base.key, place.column)
        if place in at and base in at:
            yield Sum(((at[place], 1), (at[base], -1)), -UNBOUNDED, 0)


def _cover(
    whole: Place, parts: Sequence[Place], disjoint: bool, complete: bool, at: At
) -> Iterator[Sum]:
    inside = [(at[part], 1) for part in parts]
    if inside and (disjoint or complete):
        low, high = 0 if complete else -UNBOUNDED, 0 if disjoint else UNBOUNDED
        yield Sum((*inside, (at[whole], -1)), low, high)
    if not disjoint:
        yield from (Sum((part, (at[whole], -1)), -UNBOUNDED, 0) for part in inside)
