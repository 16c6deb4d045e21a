"""How far hidden counts can differ from what they are, when the sums of rows and columns are known.

A count that goes up must be made good by others of its row and column going down, and so on round:
a flow in a network of rows and columns, where hidden cells are the edges.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class HiddenCell:
    """A cell as a reader knows it while it is hidden: from `least` to `most` answers."""

    row: int
    column: int
    count: int
    least: int
    most: int


def leeway(cells: Sequence[HiddenCell], enough: int) -> Iterator[tuple[HiddenCell, int]]:
    """Each of the hidden cells, and how many counts more than one it may have, up to `enough`."""
    edges: dict[Node, list[HiddenCell]] = defaultdict(list)
    for cell in cells:
        edges["row", cell.row].append(cell)
        edges["column", cell.column].append(cell)
    counts = {cell: cell.count for cell in cells}
    for cell in cells:
        moved = 0
        for sign in (1, -1):
            balance = _Balance(edges, dict(counts))
            while moved < enough and (step := balance.move(cell, sign)):
                moved += step
        yield cell, min(moved, enough)


class _Balance:
    """Counts of the hidden cells that keep all sums."""

    def __init__(
        self, edges: Mapping[Node, Sequence[HiddenCell]], counts: dict[HiddenCell, int]
    ) -> None:
        self._edges = edges
        self._counts = counts

    def move(self, cell: HiddenCell, sign: int) -> int:
        """Move a count up (1) or down (-1), others making it good; how far that went, 0: not."""
        changes = [(cell, sign), *self._made_good(cell, sign)]
        step = min(self._room(each, way) for each, way in changes) if len(changes) > 1 else 0
        for each, way in changes:
            self._counts[each] += way * step
        return step

    def _made_good(self, cell: HiddenCell, sign: int) -> list[tuple[HiddenCell, int]]:
        """The shortest way from the cell's row to its column over cells that can give way."""
        start, goal = ("row", cell.row), ("column", cell.column)
        before: dict[Node, tuple[Node, HiddenCell, int]] = {}
        waiting = deque([start])
        while waiting and goal not in before:
            node = waiting.popleft()
            at_row = node[0] == "row"
            way = -sign if at_row else sign
            for each in self._edges[node]:
                after = ("column", each.column) if at_row else ("row", each.row)
                is_new = each is not cell and after != start and after not in before
                if is_new and self._room(each, way):
                    before[after] = node, each, way
                    waiting.append(after)
        changes = []
        at = goal
        while at in before:
            at, each, way = before[at]
            changes.append((each, way))
        return changes

    def _room(self, cell: HiddenCell, way: int) -> int:
        count = self._counts[cell]
        return cell.most - count if way > 0 else count - cell.least
