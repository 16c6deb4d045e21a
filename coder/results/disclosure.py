"""Cells that may not be published: small ones, those that tell about a whole group, and enough
others that the hidden ones do not follow from what is printed.
"""

from collections.abc import Sequence
from typing import Literal

from coder.results.leeway import HiddenCell, leeway

Suppression = Literal["none", "1-2", "1-4"]
Grid = Sequence[Sequence[int]]
Hidden = list[list[bool]]

_LARGEST = {"none": 0, "1-2": 2, "1-4": 4}


def hidden_cells(
    counts: Grid, sizes: Sequence[int], totals: Sequence[int], rule: Suppression, additive: bool
) -> Hidden:
    """Which cells of a table by groups are hidden; `counts` is rows x columns.

    `sizes` are the respondents behind each column, `totals` the printed count of each row. Hidden
    are counts of 1 to 2 or 4, cells that are all of their group or all but 1-2 (Statistics Norway's
    rule against group disclosure), and whole rows and columns of no more answers than that. Then
    others, the smallest first, until the printed sums of the rows leave every hidden cell as many
    possible counts as the rule hides; and those of the columns where the codes add up to them
    (`additive`: one code an answer). What follows even when all is hidden, stays as it is.
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
    rows = _rows(counts, sizes, totals, largest)
    if additive:
        _cover_together(rows, hidden, largest - 1)
    else:
        _cover_lines(rows, hidden, largest - 1)
    return hidden


def sums_to_hide(hidden: Hidden) -> list[bool]:
    """Which column sums must go, too: those that would tell the only hidden cell of a column."""
    return [sum(column) == 1 for column in zip(*hidden, strict=True)]


def _is_secret(count: int, size: int, total: int, largest: int) -> bool:
    if 0 < size <= largest or total <= largest:
        return True
    return count > 0 and (count <= largest or (largest > 0 and size - count <= 2))


def _rows(
    counts: Grid, sizes: Sequence[int], totals: Sequence[int], largest: int
) -> list[list[HiddenCell]]:
    """The cells of each row that is not nought, as they would be known if they were hidden.

    A reader knows that hidden cells are not nought, but where whole rows or columns are hidden.
    """
    return [
        [
            HiddenCell(
                at, to, count, int(count > 0 and min(size, total) > largest), min(size, total)
            )
            for to, (count, size) in enumerate(zip(row, sizes, strict=True))
        ]
        for at, (row, total) in enumerate(zip(counts, totals, strict=True))
        if total > 0
    ]


def _cover_lines(lines: Sequence[Sequence[HiddenCell]], hidden: Hidden, width: int) -> None:
    """Hide cells of each line until its sum leaves the hidden ones open."""
    changed = True
    while changed:
        changed = False
        for line in lines:
            secret, shown = _parted(line, hidden)
            while secret and shown and not _is_open(secret, width):
                secret.append(shown.pop(0))
                _hide(secret[-1], hidden)
                changed = True


def _is_open(secret: Sequence[HiddenCell], width: int) -> bool:
    """Whether each of these cells, whose sum is known, has at least `width` other counts."""
    above = sum(cell.count - cell.least for cell in secret)
    below = sum(cell.most - cell.count for cell in secret)
    for cell in secret:
        most = min(cell.most, cell.least + above)
        least = max(cell.least, cell.most - below)
        if most - least < min(width, cell.most - cell.least):
            return False
    return True


def _cover_together(rows: Sequence[Sequence[HiddenCell]], hidden: Hidden, width: int) -> None:
    """Hide cells until the sums of rows and columns together leave the hidden ones open."""
    lines = [*rows, *zip(*rows, strict=True)]
    cells = [cell for row in rows for cell in row]
    at_best = dict(leeway(cells, width))
    while True:
        _cover_lines(lines, hidden, width)
        secret, shown = _parted(cells, hidden)
        told = (cell for cell, left in leeway(secret, width) if left < at_best[cell])
        cell = next(told, None) if shown else None
        if cell is None:
            return
        beside = [each for each in shown if each.row == cell.row or each.column == cell.column]
        _hide((beside or shown)[0], hidden)


def _parted(
    cells: Sequence[HiddenCell], hidden: Hidden
) -> tuple[list[HiddenCell], list[HiddenCell]]:
    """The hidden cells and the shown ones, those to be hidden next first: noughts go last."""
    secret = [cell for cell in cells if hidden[cell.row][cell.column]]
    shown = [cell for cell in cells if not hidden[cell.row][cell.column]]
    return secret, sorted(shown, key=lambda cell: (cell.count == 0, cell.count))


def _hide(cell: HiddenCell, hidden: Hidden) -> None:
    hidden[cell.row][cell.column] = True
