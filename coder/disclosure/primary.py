"""Cells that may not be published for what they are: small ones, and those about a whole group."""

from typing import Literal

from coder.disclosure.publication import Publication, Sheet, Suppression
from coder.disclosure.system import System

Reason = Literal["small", "whole group", "row of few", "column of few", "already", "protects"]
NARROWEST = 3
"""A hidden cell must have so many possible counts besides one."""

_LARGEST: dict[Suppression, int] = {"none": 0, "1-2": 2, "1-4": 4}
_ALL_BUT = 2


def primary_cells(publication: Publication, system: System, rule: Suppression) -> dict[int, Reason]:
    """The numbers that are hidden for what they are, each with the first reason that holds.

    Counts of 1 to 2 or 4; cells that are all of their column's respondents or all but one or two;
    and, because it leaves too few possible counts, all of a row of so few answers and of a column
    of so few respondents. Nothing in a table that is already published or when the rule is none.
    """
    found: dict[int, Reason] = {}
    largest = _LARGEST[rule]
    for sheet, grid in zip(publication.sheets, system.grids, strict=True):
        if not largest or sheet.fixed:
            continue
        for at, numbers in enumerate(grid):
            if sheet.lines[at].kind == "total":
                continue
            for column, number in enumerate(numbers):
                reason = _reason(sheet, at, column, largest)
                if reason and number not in found:
                    found[number] = reason
    return found


def _reason(sheet: Sheet, at: int, column: int, largest: int) -> Reason | None:
    line, across = sheet.lines[at], max(largest, NARROWEST)
    count, base = line.cells[column].count, sheet.base.cells[column].count
    total = line.total.count if line.total else None
    if count is None or line.cells[column].sign in (".", "..") or total == 0:
        return None
    if 1 <= count <= largest:
        return "small"
    if count and base is not None and base - count <= _ALL_BUT:
        return "whole group"
    if total is not None and total <= across:
        return "row of few"
    return "column of few" if base is not None and 0 < base <= across else None
