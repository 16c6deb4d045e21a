"""Pairs of codes, one a line."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line
from tui.widgets.line_list import LineList


class PairLine(NamedTuple):
    """The names of two codes, and why they may be one."""

    first: str
    second: str
    why: str


class PairLines(LineList):
    """Lines with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pairs--why"}
    DEFAULT_CSS = """
    PairLines {
        & > .pairs--why { color: $text-muted; }
    }
    """

    class Moved(Message):
        """The cursor is on another pair."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, PairLines.Moved)

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no pair."""
        super().__init__(empty)
        self._lines: Sequence[PairLine] = ()

    def show(self, lines: Sequence[PairLine], at: int) -> None:
        """Show these pairs, the cursor on one of them."""
        self._lines = lines
        self.refill(at)

    def count(self) -> int:
        """How many pairs there are."""
        return len(self._lines)

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved())

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, both names, and why as far as there is room."""
        line = self._lines[place]
        room = max(8, (width - 5) * 2 // 3)
        half = room // 2
        first = cut(one_line(line.first), half)
        second = cut(one_line(line.second), room - cells(first))
        names = f"{first} ~ {second}"
        return [
            Piece(f"{CURSOR if place == self.at else ' '} "),
            Piece(left(names, room + 3)),
            Piece(cut(f" {one_line(line.why)}", max(1, width - room - 5)), ("pairs--why",)),
        ]
