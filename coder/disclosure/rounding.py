"""Rounding to base 3 instead of hiding: a table that keeps all its cells, none of them exact.

Unbiased random rounding: Hundepool et al. (2012), Statistical Disclosure Control, section 5.4. A
count goes to a neighbouring multiple of 3, to the nearer one with the greater chance, so that it is
right on average; multiples stay. The chance is drawn from a seed and from what is counted, so that
one number is rounded alike wherever it stands, and every time.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from coder.disclosure.compiling import system_of
from coder.disclosure.decisions import Decision, Interval, interval_of
from coder.disclosure.probing import Prober
from coder.disclosure.publication import (
    ALL,
    Entry,
    Line,
    Place,
    Publication,
    Sheet,
    entries,
    spot_names,
)

BASE = 3
_DRAWS = 25


@dataclass(frozen=True, slots=True)
class Rounded:
    """The publication with windows instead of counts, what was done, and the cells that follow.

    A cell follows when fewer than `BASE` counts fit, though its own rounding leaves more.
    """

    publication: Publication
    decisions: tuple[Decision, ...]
    exposed: tuple[Interval, ...]


def rounded(count: int, place: Place, seed: int, draw: int = 0) -> int:
    """A multiple of 3 less than 3 away, right on average over all seeds."""
    over = count % BASE
    text = f"{seed}:{draw}:{place.universe}:{place.row}:{place.column}"
    chance = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64
    return count - over + (BASE if chance < over / BASE else 0)


def printed_count(entry: Entry) -> int | None:
    """What is printed of an entry: its count, or the multiple that its window stands around."""
    return entry.count if entry.window is None else entry.window[1] - BASE + 1


def round_counts(publication: Publication, seed: int) -> Rounded:
    """Round the counts and totals of all rows; draw anew for rows with a cell that would follow.

    The respondents of the columns stay exact; tables already published stay as they are. Percents
    go: they are to be reckoned from what is printed.
    """
    draws: dict[Place, int] = {}
    for _ in range(_DRAWS):
        done = _with_windows(publication, draws, seed)
        exposed = _exposed(done)
        if not exposed:
            break
        rows = {(each.place.universe, each.place.row) for each in exposed}
        for place in {place for _, place, _ in entries(publication)}:
            if (place.universe, place.row) in rows:
                draws[place] = draws.get(place, 0) + 1
    log = tuple(
        Decision(*spot_names(done, spot), "rounded", f"base {BASE}, seed {seed}", "rounded")
        for spot, _, entry in entries(done)
        if entry.window is not None
    )
    return Rounded(done, log, tuple(exposed))


def _with_windows(publication: Publication, draws: Mapping[Place, int], seed: int) -> Publication:
    def entry(sheet: Sheet, row: str, column: str, old: Entry) -> Entry:
        place = Place(sheet.universe, row, column)
        if old.count is None or old.sign:
            return old
        middle = rounded(old.count, place, seed, draws.get(place, 0))
        window = max(0, middle - BASE + 1), middle + BASE - 1
        return replace(old, window=window, percent=None, is_counted=True)

    def line(sheet: Sheet, old: Line) -> Line:
        total = old.total and entry(sheet, old.key, ALL, old.total)
        beside = zip(sheet.columns, old.cells, strict=True)
        cells = tuple(entry(sheet, old.key, column, each) for column, each in beside)
        return replace(old, total=total, cells=cells)

    sheets = tuple(
        sheet if sheet.fixed else replace(sheet, lines=tuple(line(sheet, x) for x in sheet.lines))
        for sheet in publication.sheets
    )
    return replace(publication, sheets=sheets)


def _exposed(publication: Publication) -> list[Interval]:
    """The rounded cells of which fewer counts are possible than the rounding is to leave."""
    system = system_of(publication)
    prober, found = Prober(system), []
    for at, number in enumerate(system.numbers):
        if not number.is_cell or number.is_hidden or number.shown is None:
            continue
        low, high = number.shown[0], min(number.shown[1], system.most[at])
        wanted = min(BASE - 1, high - low)
        if not prober.is_open(at, wanted):
            found.append(interval_of(publication, number, prober.exact(at), wanted))
    return found
