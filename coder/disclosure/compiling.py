"""From tables, covers and quotes to numbers and the sums that hold between them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from coder.disclosure.percents import counts_of
from coder.disclosure.publication import (
    Entry,
    LineKind,
    Place,
    Publication,
    Sheet,
    Spot,
    entries,
    entry_base,
)
from coder.disclosure.relations import cover_sums, percent_sums, quote_sums, sheet_sums
from coder.disclosure.system import FEW, UNBOUNDED, Number, Sum, System
from corpus.problems import Problem


def system_of(publication: Publication) -> System:
    """Everything that holds; a Problem where what is printed contradicts itself."""
    by_place: dict[Place, list[tuple[Spot, Entry]]] = defaultdict(list)
    for spot, place, entry in entries(publication):
        by_place[place].append((spot, entry))
    numbers = tuple(_number(publication, place, found) for place, found in by_place.items())
    at = {number.place: index for index, number in enumerate(numbers)}
    most = [UNBOUNDED] * len(numbers)
    sums: dict[Sum, None] = {}
    for one in chain(
        sheet_sums(publication, at),
        cover_sums(publication, at),
        quote_sums(publication, at),
        percent_sums(publication, at),
    ):
        _check(one, numbers)
        if not _taken_in(one, numbers, most):
            sums[one] = None
    sums_of: list[list[tuple[int, int]]] = [[] for _ in numbers]
    for index, one in enumerate(sums):
        for number, factor in one.terms:
            sums_of[number].append((index, factor))
    grids = tuple(_grid(sheet, at) for sheet in publication.sheets)
    prior = _priors(publication, at, len(numbers))
    few = tuple(tuple(map(_is_few, sheet.base.cells)) for sheet in publication.sheets)
    return System(numbers, tuple(most), tuple(sums), tuple(map(tuple, sums_of)), grids, few, prior)


def _number(publication: Publication, place: Place, found: list[tuple[Spot, Entry]]) -> Number:
    values = {entry.count for _, entry in found if entry.count is not None}
    if len(values) > 1:
        raise Problem(
            f"Two tables give different numbers for {place.row} {place.column}: "
            f"{' and '.join(map(str, sorted(values)))}.",
            "Build all tables from the same state of the study.",
        )
    shown = [_shown(publication, spot, entry) for spot, entry in found]
    known = [each for each in shown if each is not None]
    spots = tuple(spot for spot, _ in found)
    is_cell = all(spot.line >= 0 and spot.column >= 0 for spot in spots)
    printed = [spot for spot, each in zip(spots, shown, strict=True) if each is not None]
    stuck = any(publication.sheets[spot.sheet].fixed for spot in printed)
    return Number(
        place=place,
        value=values.pop() if values else None,
        shown=(max(each[0] for each in known), min(each[1] for each in known)) if known else None,
        spots=spots,
        is_hidden=not known and any(entry.sign == ":" for _, entry in found),
        is_cell=is_cell and all(entry.sign in ("", ":") for _, entry in found),
        hideable=is_cell
        and not stuck
        and all(entry.sign in ("", ":") and not entry.pinned for _, entry in found),
        kind=_kind(publication, spots),
    )


def _is_few(base: Entry) -> bool:
    return base.count is not None and base.count <= FEW


def _kind(publication: Publication, spots: Sequence[Spot]) -> LineKind | None:
    lines = [publication.sheets[spot.sheet].lines[spot.line] for spot in spots if spot.line >= 0]
    return lines[0].kind if lines else None


def _shown(publication: Publication, spot: Spot, entry: Entry) -> tuple[int, int] | None:
    """From and to, as a reader of the entry alone knows it; None where it is not printed."""
    if entry.sign:
        return (0, 0) if entry.sign == "." else None
    if entry.window is not None:
        return entry.window
    if entry.is_counted:
        return None if entry.count is None else (entry.count, entry.count)
    base = entry_base(publication, spot)
    if entry.percent is None or base is None or base.count is None or base.sign:
        return 0, UNBOUNDED
    return counts_of(entry.percent, base.count)


def _check(one: Sum, numbers: Sequence[Number]) -> None:
    """A Problem when a sum does not hold for the true numbers, where all are known."""
    total = 0
    for number, factor in one.terms:
        value = numbers[number].value
        if value is None:
            return
        total += value * factor
    if not one.low <= total <= one.high:
        places = [numbers[number].place for number, _ in one.terms]
        names = ", ".join(f"{place.row} {place.column}".strip() for place in places)
        raise Problem(
            f"The published numbers contradict each other: {names}.",
            "Build all tables from the same state of the study.",
        )


def _taken_in(one: Sum, numbers: Sequence[Number], most: list[int]) -> bool:
    """Whether a sum is about at most one number that can change; it becomes the number's bound."""
    moving = [number for number, _ in one.terms if not numbers[number].is_constant]
    if not moving:
        return True
    if len(moving) > 1 or one.low > -UNBOUNDED or dict(one.terms)[moving[0]] != 1:
        return False
    rest = 0
    for number, factor in one.terms:
        shown = numbers[number].shown
        rest += factor * shown[0] if number != moving[0] and shown else 0
    most[moving[0]] = min(most[moving[0]], one.high - rest)
    return True


def _grid(sheet: Sheet, at: dict[Place, int]) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(at[Place(sheet.universe, line.key, column)] for column in sheet.columns)
        for line in sheet.lines
    )


def _priors(publication: Publication, at: dict[Place, int], size: int) -> tuple[int, ...]:
    """What a row total T, a column n and the base N leave: from T + n - N to the lesser of both."""
    prior = [UNBOUNDED] * size
    for sheet in publication.sheets:
        for line in sheet.lines:
            for column, base in zip(sheet.columns, sheet.base.cells, strict=True):
                here = at[Place(sheet.universe, line.key, column)]
                left = _left(sheet, line.total, base)
                prior[here] = min(prior[here], left)
    return tuple(prior)


def _left(sheet: Sheet, total: Entry | None, base: Entry) -> int:
    t = total.count if total and not total.sign else None
    n = base.count if not base.sign else None
    everyone = sheet.base.total.count if sheet.base.total and not sheet.base.total.sign else None
    most = min((each for each in (t, n) if each is not None), default=UNBOUNDED)
    if not sheet.partition or t is None or n is None or everyone is None:
        return most
    return most - max(0, t + n - everyone)
