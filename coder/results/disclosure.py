"""Cells that may not be published: small ones, those that tell about a whole group, and enough
others that the hidden ones do not follow from what is printed.
"""

from collections.abc import Sequence
from typing import Literal

Suppression = Literal["none", "1-2", "1-4"]
Grid = Sequence[Sequence[int]]

_LARGEST = {"none": 0, "1-2": 2, "1-4": 4}


def hidden_cells(
    counts: Grid, sizes: Sequence[int], totals: Sequence[int], rule: Suppression, additive: bool
) -> list[list[bool]]:
    """Which cells of a table by groups are hidden; `counts` is rows x columns.

    `sizes` are the respondents behind each column, `totals` the printed count of each row. Hidden
    are counts of 1 to 2 or 4, and cells that are all of their group or all but 1-2 (Statistics
    Norway's rule against group disclosure). A row or, when the codes add up to the column
    (`additive`: one code an answer), a column never has a single hidden cell, nor so few that its
    total tells them.
    """
    largest = _LARGEST[rule]
    hidden = [
        [_tells(count, size, largest) for count, size in zip(row, sizes, strict=True)]
        for row in counts
    ]
    if not largest:
        return hidden
    for at, total in enumerate(totals):
        if 0 < total <= largest:
            hidden[at] = [True] * len(sizes)
    while _cover(counts, hidden, largest, additive):
        pass
    return hidden


def _tells(count: int, size: int, largest: int) -> bool:
    if not largest or count == 0:
        return False
    return count <= largest or size - count <= 2


def _cover(counts: Grid, hidden: list[list[bool]], largest: int, additive: bool) -> bool:
    """Hide one more cell in every line whose hidden cells follow from its total."""
    lines = [[(at, to) for to in range(len(row))] for at, row in enumerate(counts)]
    if additive and counts:
        lines += [[(at, to) for at in range(len(counts))] for to in range(len(counts[0]))]
    changed = False
    for line in lines:
        chosen = _next_to_hide(line, counts, hidden, largest)
        if chosen:
            hidden[chosen[0]][chosen[1]] = changed = True
    return changed


def _next_to_hide(
    line: list[tuple[int, int]], counts: Grid, hidden: list[list[bool]], largest: int
) -> tuple[int, int] | None:
    secret = [counts[at][to] for at, to in line if hidden[at][to]]
    if not secret or (len(secret) > 1 and sum(secret) >= len(secret) + largest - 1):
        return None
    shown = [(at, to) for at, to in line if not hidden[at][to]]

    def smallest_first(place: tuple[int, int]) -> tuple[bool, int]:
        count = counts[place[0]][place[1]]
        return count == 0, count

    return min(shown, key=smallest_first, default=None)
