"""What was found in an answer, one a line: what becomes of it, and why."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cut, left, one_line
from tui.widgets.line_list import LineList


class FoundLine(NamedTuple):
    """A sign for what was decided, the words, what they become, why; `quiet` when it is settled."""

    sign: str
    text: str
    becomes: str
    why: str
    quiet: bool = False


class FoundLines(LineList):
    """Lines with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"found--why", "found--becomes"}
    DEFAULT_CSS = """
    FoundLines {
        & > .found--why { color: $text-muted; }
        & > .found--becomes { color: $text-accent; }
    }
    """

    class Moved(Message):
        """The cursor is on another line."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, FoundLines.Moved)

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no line."""
        super().__init__(empty)
        self._lines: Sequence[FoundLine] = ()

    def show(self, lines: Sequence[FoundLine], at: int) -> None:
        """Show these lines, the cursor on one of them."""
        self._lines = lines
        self.refill(at)

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved())

    def is_chosen(self, place: int) -> bool:
        """Whether a line still asks for a person."""
        return not self._lines[place].quiet

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, sign, the words, what they become, and why as far as there is room."""
        line = self._lines[place]
        words, becomes = max(6, width // 4), max(6, min(18, width // 5))
        room = max(1, width - words - becomes - 6)
        return [
            Piece(f"{CURSOR if place == self.at else ' '} {line.sign} "),
            Piece(left(one_line(line.text), words) + " "),
            Piece(left(one_line(line.becomes), becomes) + " ", ("found--becomes",)),
            Piece(cut(one_line(line.why), room), ("found--why",)),
        ]
