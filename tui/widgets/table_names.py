"""The saved tables of a study by their names, with a sign at those that are changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cut, one_line
from tui.widgets.line_list import LineList

CHANGED = "*"
"""What stands before a table that is not saved as it is shown."""


@dataclass(frozen=True, slots=True)
class NameLine:
    """A table: its id, its name, whether it is changed."""

    id: int
    name: str
    changed: bool = False


class TableNames(LineList):
    """The cursor shows a table; enter goes into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "enter", "Into it", show=False),
    ]

    class Moved(Message):
        """The cursor is on another table."""

    class Entered(Message):
        """The table under the cursor is wanted."""

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when no table is saved."""
        super().__init__(empty)
        self._lines: Sequence[NameLine] = ()

    @property
    def cursor(self) -> int | None:
        """The id of the table under the cursor, None when there is none."""
        return self._lines[self.at].id if self._lines else None

    def count(self) -> int:
        """How many tables there are."""
        return len(self._lines)

    def show(self, lines: Sequence[NameLine], at: int) -> None:
        """Show these tables, the cursor at a place."""
        self._lines = lines
        self.refill(at)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, sign, name."""
        line = self._lines[place]
        mark = f"{CURSOR if place == self.at else ' '}{CHANGED if line.changed else ' '}"
        return [Piece(mark), Piece(cut(one_line(line.name), max(1, width - 3)))]

    def moved(self) -> None:
        """Tell of another table."""
        self.post_message(self.Moved())

    def picked(self, x: int) -> None:
        """A click goes into the table."""
        self.action_enter()

    def action_enter(self) -> None:
        """Tell that the table is wanted."""
        if self._lines:
            self.post_message(self.Entered())
