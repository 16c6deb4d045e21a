"""A table as it is printed, with a cursor on one of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList
from tui.widgets.painting import paint
from tui.words import _

_LEAST_COLUMN, _MOST_COLUMN = 7, 18
_LEAST_NAME, _MOST_NAME = 14, 60
_NAME_PART = 0.4
_NAME_LINES = 2
_LINES = _NAME_LINES + 1


class Head(NamedTuple):
    """What a column is called, and what stands under that, such as its n."""

    name: str
    n: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row in print: its name, one text for each column, whether it is no row of codes."""

    name: str
    cells: tuple[str, ...]
    strong: bool = False


class _Layout(NamedTuple):
    """Cells for the name, cells for each column, and which columns are in view."""

    name: int
    columns: tuple[int, ...]
    shown: range


class TableGrid(LineList):
    """Arrows go from cell to cell; the first column stands for the whole row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "column(-1)", "Column before", show=False),
        Binding("right", "column(1)", "Next column", show=False),
        Binding("enter", "open", "Answers", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--strong", "table--quiet"}
    DEFAULT_CSS = """
    TableGrid {
        & > .table--strong { text-style: bold; }
        & > .table--quiet { color: $text-muted; }
    }
    """

    column: reactive[int] = reactive(0)
    """The place of the column under the cursor, from 0."""

    class Moved(Message):
        """The cursor is on another cell."""

    class Opened(Message):
        """The answers behind the cell under the cursor are wanted."""

    class Left(Message):
        """The user goes left from the first column."""

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no row."""
        super().__init__(empty)
        self.first = ""
        self.heads: Sequence[Head] = ()
        self._lines: Sequence[Line] = ()
        self._sizes: tuple[int, ...] = ()
        self._longest = _LEAST_NAME

    def count(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def show(self, first: str, heads: Sequence[Head], lines: Sequence[Line], at: int) -> None:
        """Show a table: what the names are called, the columns, the rows, the cursor's row."""
        self.first, self.heads, self._lines = first, heads, lines
        self._sizes = tuple(self._cells_of(at) for at in range(len(heads)))
        names = (cells(one_line(line.name)) for line in lines)
        self._longest = max(names, default=_LEAST_NAME)
        self.column = max(0, min(self.column, len(heads) - 1))
        self.refill(at)

    def moved(self) -> None:
        """Tell of another cell."""
        self.post_message(self.Moved())

    def picked(self, x: int) -> None:
        """A click on a column puts the cursor there; on its cell it opens it."""
        layout = self.placed(self.scrollable_size.width)
        start = 2 + layout.name
        for column in layout.shown:
            start += layout.columns[column]
            if x < start:
                break
        else:
            return
        if x >= 2 + layout.name and column != self.column:
            self.column = column
            self.moved()
        else:
            self.action_open()

    def action_column(self, columns: int) -> None:
        """Go to another column; left of the first one is what stands beside the table."""
        wanted = self.column + columns
        if wanted < 0:
            self.post_message(self.Left())
        elif wanted < len(self.heads):
            self.column = wanted
            self.moved()

    def action_open(self) -> None:
        """Tell that the cell is wanted."""
        if self._lines:
            self.post_message(self.Opened())

    def placed(self, width: int) -> _Layout:
        """How a width is shared; when not all columns have room, those round the cursor's."""
        sizes, longest = self._sizes, self._longest
        least = max(_LEAST_NAME, min(longest, int(width * _NAME_PART)))
        room = width - 2
        shown = self._in_view(sizes, room - least)
        left_over = room - sum(sizes[at] for at in shown)
        return _Layout(max(1, min(left_over, max(longest, _LEAST_NAME), _MOST_NAME)), sizes, shown)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Name, a text for each column in view; the cursor's column has a sign before it."""
        line, layout, here = self._lines[place], self.placed(width), place == self.at
        roles = ("table--strong",) if line.strong else ()
        pieces = [
            Piece(f"{CURSOR if here else ' '} "),
            Piece(left(one_line(line.name), layout.name), roles),
        ]
        for at in layout.shown:
            if at >= len(line.cells):
                continue
            mark = CURSOR if here and at == self.column else " "
            pieces.append(Piece(right(f"{mark}{line.cells[at]}", layout.columns[at]), roles))
        return pieces

    def _in_view(self, sizes: Sequence[int], room: int) -> range:
        """The columns that fit into a room, the cursor's among them and as far left as can be."""
        first = 0
        while first < self.column and sum(sizes[first : self.column + 1]) > room:
            first += 1
        last = first
        while last < len(sizes) and (last == first or sum(sizes[first : last + 1]) <= room):
            last += 1
        return range(first, last)

    def _cells_of(self, at: int) -> int:
        texts = [line.cells[at] for line in self._lines if at < len(line.cells)]
        head = self.heads[at]
        widest = max([cells(head.n), _two_lines(one_line(head.name)), *map(cells, texts)])
        return min(_MOST_COLUMN, max(_LEAST_COLUMN, widest + 2))


class TableHeads(Widget):
    """What the columns of a table are called, over them: two lines of name, one of n."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heads--line", "heads--here"}
    DEFAULT_CSS = f"""
    TableHeads {{
        height: {_LINES};
        & > .heads--line {{ color: $text-muted; }}
        & > .heads--here {{ color: $foreground; text-style: bold; }}
    }}
    """

    def __init__(self, of: TableGrid) -> None:
        super().__init__()
        self._grid = of

    def render_line(self, y: int) -> Strip:
        """A line of the heads."""
        grid, width = self._grid, self._grid.scrollable_size.width
        layout = grid.placed(width)
        first = (one_line(grid.first), self._seen(layout), "")[y] if y < _LINES else ""
        pieces = [Piece("  "), Piece(left(first, layout.name))]
        for at in layout.shown:
            size = layout.columns[at]
            text = _head(grid.heads[at], size - 1)[y] if y < _LINES else ""
            roles = ("heads--here",) if at == grid.column else ()
            pieces.append(Piece(right(text, size), roles))
        return paint(self, pieces, self.size.width, "heads--line")

    def _seen(self, layout: _Layout) -> str:
        """Which columns are seen, where not all are."""
        shown, count = layout.shown, len(self._grid.heads)
        if len(shown) == count:
            return ""
        said = _("columns {first}-{last}/{count}")
        return said.format(first=shown.start + 1, last=shown.stop, count=count)


def _two_lines(name: str) -> int:
    """The least width in which a head stands on two lines, or the greatest a column has."""
    least = min(_MOST_COLUMN - 2, max((cells(word) for word in name.split()), default=0))
    for width in range(least, _MOST_COLUMN - 2):
        if cells(name) <= width or len(_lines(name, width)) <= _NAME_LINES:
            return width
    return _MOST_COLUMN - 2


def _lines(name: str, width: int) -> list[str]:
    return wrap(name.replace("-", "- "), max(1, width))


def _head(head: Head, width: int) -> tuple[str, ...]:
    """Two lines of name, the lower one filled first, and n."""
    name = one_line(head.name)
    parts = [name] if cells(name) <= width else _lines(name, width)
    if len(parts) > _NAME_LINES:
        parts = [parts[0], " ".join(parts[1:])]
    upper = parts[0] if len(parts) > 1 else ""
    return cut(upper, width), cut(parts[-1] if parts else "", width), cut(head.n, width)
