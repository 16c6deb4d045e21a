"""Groups of answers, one a line."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cut, one_line, right
from tui.widgets.line_list import LineList


class GroupLine(NamedTuple):
    """How many answers are in a group, and what says what it is about."""

    answers: int
    about: str


class GroupLines(LineList):
    """Lines with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"groups--count"}
    DEFAULT_CSS = """
    GroupLines {
        & > .groups--count { color: $text-muted; }
    }
    """

    class Moved(Message):
        """The cursor is on another group."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, GroupLines.Moved)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[GroupLine] = ()

    def show(self, lines: Sequence[GroupLine], at: int) -> None:
        """Show these groups, the cursor on one of them."""
        self._lines = lines
        self.refill(at)

    def count(self) -> int:
        """How many groups there are."""
        return len(self._lines)

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved())

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, how many answers, and what they are about."""
        line = self._lines[place]
        room = len(str(max(each.answers for each in self._lines)))
        return [
            Piece(f"{CURSOR if place == self.at else ' '} "),
            Piece(f"{right(str(line.answers), room)}  ", ("groups--count",)),
            Piece(cut(one_line(line.about[: 4 * width]), max(1, width - room - 4))),
        ]
