"""Cells that may not be published: small ones, those that tell about a whole group, and enough
others that the hidden ones do not follow from what is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Suppression = Literal["none", "1-2", "1-4"]
Grid = Sequence[Sequence[int]]

_LARGEST = {"none": 0, "1-2": 2, "1-4": 4}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as a reader knows it while it is hidden: from `least` to `most` answers."""

    row: int
    column: int
    count: int
    least: int
    most: int


def hidden_cells(
    counts: Grid, sizes: Sequence[int], totals: Sequence[int], rule: Suppression, additive: bool
) -> list[list[bool]]:
    """Which cells of a table by groups are hidden; `counts` is rows x columns.

    `sizes` are the respondents behind each column, `totals` the printed count of each row. Hidden
    are counts of 1 to 2 or 4, cells that are all of their group or all but 1-2 (Statistics Norway's
    rule against group disclosure), and whole rows and columns of no more answers than that. Then
    others, the smallest first, until the printed sum of each row leaves every hidden cell as many
    possible counts as the rule hides; and of each column where the codes add up to it (`additive`:
    one code an answer). Where a line has nothing left to hide, it stays as it is.
    """
    largest = _LARGEST[rule]
    hidden = [
        [
            total > 0 and _is_secret(count, size, total, largest)
            for count, size in zip(row, sizes, strict=True)
        ]
        for row, total in zip(counts, totals, strict=True)
    ]
    if not largest:
        return hidden
    lines = _lines(counts, sizes, totals, largest, additive)
    changed = True
    while changed:
        changed = False
        for line in lines:
            changed |= _cover(line, hidden, largest - 1)
    return hidden


def sums_to_hide(hidden: Grid) -> list[bool]:
    """Which column sums must go, too: those that would tell the only hidden cell of a column."""
    return [sum(column) == 1 for column in zip(*hidden, strict=True)]


def _is_secret(count: int, size: int, total: int, largest: int) -> bool:
    if 0 < size <= largest or total <= largest:
        return True
    return count > 0 and (count <= largest or (largest > 0 and size - count <= 2))


def _lines(
    counts: Grid, sizes: Sequence[int], totals: Sequence[int], largest: int, additive: bool
) -> list[list[_Cell]]:
    """The cells that a printed sum joins, those to be hidden first first; rows of nothing apart."""
    grid = [
        [
            _cell(at, to, count, size, total, largest)
            for to, (count, size) in enumerate(zip(row, sizes, strict=True))
        ]
        for at, (row, total) in enumerate(zip(counts, totals, strict=True))
        if total > 0
    ]
    lines = [*grid, *(map(list, zip(*grid, strict=True)) if additive else ())]
    return [sorted(line, key=lambda cell: (cell.count == 0, cell.count)) for line in lines]


def _cell(row: int, column: int, count: int, size: int, total: int, largest: int) -> _Cell:
    """Hidden cells are not nought, as far as a reader knows, but where all are hidden at once."""
    is_thin = size <= largest or total <= largest
    return _Cell(row, column, count, int(count > 0 and not is_thin), min(size, total))


def _cover(line: Sequence[_Cell], hidden: list[list[bool]], width: int) -> bool:
    """Hide cells of a line until its sum leaves each hidden one open; whether any had to be."""
    secret = [cell for cell in line if hidden[cell.row][cell.column]]
    shown = [cell for cell in line if not hidden[cell.row][cell.column]]
    changed = False
    while secret and shown and not _is_open(secret, width):
        cell = shown.pop(0)
        hidden[cell.row][cell.column] = changed = True
        secret.append(cell)
    return changed


def _is_open(secret: Sequence[_Cell], width: int) -> bool:
    """Whether each of these cells, whose sum is known, may be `width` more or less than it is."""
    above = sum(cell.count - cell.least for cell in secret)
    below = sum(cell.most - cell.count for cell in secret)
    for cell in secret:
        most = min(cell.most, cell.least + above)
        least = max(cell.least, cell.most - below)
        if most - least < min(width, cell.most - cell.least):
            return False
    return True
