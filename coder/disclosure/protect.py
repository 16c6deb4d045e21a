"""Which cells to hide so that no hidden cell follows from what is printed, and few others go."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from coder.disclosure.attack import recovered, wanted
from coder.disclosure.compiling import system_of
from coder.disclosure.decisions import Decision, Interval, decisions_of
from coder.disclosure.primary import Reason, primary_cells
from coder.disclosure.probing import Prober
from coder.disclosure.publication import (
    HIDDEN,
    Entry,
    Line,
    Place,
    Publication,
    Sheet,
    Suppression,
    spot_names,
)
from coder.disclosure.remedies import remedy, stuck_sentence
from coder.disclosure.system import System


@dataclass(frozen=True, slots=True)
class Hidden:
    """The places to hide, why, and the cells that no hiding protects, with what would.

    `exposed` is empty when everything is safe.
    """

    places: frozenset[Place]
    decisions: tuple[Decision, ...]
    exposed: tuple[Interval, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(slots=True)
class _Work:
    """A publication while it is being protected."""

    system: System
    prober: Prober
    reasons: dict[int, Reason]
    protects: dict[int, int]
    wanted: Callable[[int], int]

    def hidden(self) -> list[int]:
        """The hidden cells, in the order of the tables."""
        hidden = self.prober.reader.is_hidden
        numbers = enumerate(self.system.numbers)
        return [at for at, number in numbers if hidden[at] and number.is_cell]

    def cost(self, number: int) -> tuple[bool, bool, int, int]:
        """Totals go last, noughts before them, else the smallest first."""
        fact = self.system.numbers[number]
        count = fact.value or 0
        return fact.kind == "total", count == 0, count, number


def protect(publication: Publication, rule: Suppression) -> Hidden:
    """Hide what may not be printed, then others until nothing follows, then show the needless.

    Smallest counts first; the same publication always gives the same. What is left exposed follows
    from the totals, from quotes, pins or tables already published.
    """
    system = system_of(publication)
    reasons = primary_cells(publication, system, rule)
    work = _Work(system, Prober(system), {}, {}, _wishes(system))
    for number, reason in reasons.items():
        if system.numbers[number].hideable and not work.prober.reader.is_hidden[number]:
            work.prober.hide(number)
            work.reasons[number] = reason
    _cover(work)
    _clean_up(work)
    places = frozenset(system.numbers[each].place for each in work.reasons)
    exposed = tuple(recovered(hide(publication, places)))
    stuck = [each for each in reasons if not work.prober.reader.is_hidden[each]]
    kept = [spot_names(publication, system.numbers[each].spots[0]) for each in stuck]
    advice = (*(remedy(publication, each) for each in exposed), *map(stuck_sentence, kept))
    return Hidden(places, _log(publication, work, rule), exposed, advice)


def hide(publication: Publication, places: frozenset[Place]) -> Publication:
    """The publication with `:` at these places, in all tables that are not yet published."""
    return replace(
        publication, sheets=tuple(_hide_in(sheet, places) for sheet in publication.sheets)
    )


def _hide_in(sheet: Sheet, places: frozenset[Place]) -> Sheet:
    if sheet.fixed:
        return sheet
    return replace(sheet, lines=tuple(_hide_line(sheet, line, places) for line in sheet.lines))


def _hide_line(sheet: Sheet, line: Line, places: frozenset[Place]) -> Line:
    def hidden(entry: Entry, column: str) -> Entry:
        secret = Place(sheet.universe, line.key, column) in places
        return replace(entry, sign=HIDDEN) if secret else entry

    cells = map(hidden, line.cells, sheet.columns)
    return replace(line, cells=tuple(cells))


def _wishes(system: System) -> Callable[[int], int]:
    """What every hidden cell must have: 3 other counts, or as many as hiding everything leaves."""
    bare = Prober(system)
    for at, number in enumerate(system.numbers):
        if number.hideable:
            bare.hide(at)

    @cache
    def wish(number: int) -> int:
        most = wanted(system, number)
        if bare.is_open(number, most):
            return most
        low, high = bare.exact(number)
        return high - low

    return wish


def _cover(work: _Work) -> None:
    """Hide cells until every hidden one is open or nothing more can be hidden for it."""
    given_up: set[int] = set()
    while True:
        told = next((each for each in work.hidden() if not _is_safe(work, each, given_up)), None)
        if told is None:
            return
        other = _helper(work, told)
        if other is None:
            given_up.add(told)
        else:
            work.prober.hide(other)
            work.reasons[other] = "protects"
            work.protects[other] = told


def _is_safe(work: _Work, number: int, given_up: set[int]) -> bool:
    return number in given_up or work.prober.is_open(number, work.wanted(number))


def _helper(work: _Work, told: int) -> int | None:
    """The cheapest cell to hide that a cell has to do with, as near as there is one."""
    system, hidden = work.system, work.prober.reader.is_hidden
    seen, ring = {told}, [told]
    while ring:
        sums = dict.fromkeys(one for each in ring for one, _ in system.sums_of[each])
        near = dict.fromkeys(other for one in sums for other, _ in system.sums[one].terms)
        free = [each for each in near if system.numbers[each].hideable and not hidden[each]]
        if free:
            return min(free, key=work.cost)
        ring = [each for each in near if each not in seen and not system.numbers[each].is_constant]
        seen.update(ring)
    return None


def _clean_up(work: _Work) -> None:
    """Show again, the dearest first, what need not be hidden for the others."""
    extra = [each for each, reason in work.reasons.items() if reason == "protects"]
    for number in sorted(extra, key=work.cost, reverse=True):
        if work.prober.try_showing(number, work.wanted):
            del work.reasons[number]


def _log(publication: Publication, work: _Work, rule: Suppression) -> tuple[Decision, ...]:
    numbers, found = work.system.numbers, list[Decision]()
    for each in sorted(work.reasons):
        other = work.protects.get(each)
        beside = None if other is None else numbers[other]
        found += decisions_of(publication, numbers[each], rule, work.reasons[each], beside)
    return tuple(found)
