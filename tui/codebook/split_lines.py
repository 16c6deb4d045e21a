"""The answers of a code that is split, one a line, each with the part it was sent to."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message
from textual.reactive import reactive

from tui.codebook.rows import MARK
from tui.widgets.cells import CURSOR, Piece, cut, left, one_line
from tui.widgets.line_list import LineList

_PART = 20


class SplitLine(NamedTuple):
    """A coded text, and the parts it was sent to ("": to none yet)."""

    text: str
    part: str = ""


class SplitLines(LineList):
    """Lines with a cursor and marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"split--part", "split--sent"}
    DEFAULT_CSS = """
    SplitLines {
        & > .split--part { color: $text-accent; }
        & > .split--sent { color: $text-muted; }
    }
    """

    marks: reactive[frozenset[int]] = reactive[frozenset[int]](frozenset)
    """The places of the marked lines."""

    class Moved(Message):
        """The cursor is on another line."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, SplitLines.Moved)

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no line."""
        super().__init__(empty)
        self._lines: Sequence[SplitLine] = ()

    def show(self, lines: Sequence[SplitLine], at: int) -> None:
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
        """Whether a line is marked."""
        return place in self.marks

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, mark, the part it was sent to, the beginning of the text."""
        line = self._lines[place]
        column = min(_PART, width // 3)
        sent = ("split--sent",) if line.part else ()
        return [
            Piece(CURSOR if place == self.at else " "),
            Piece(MARK if place in self.marks else " "),
            Piece(left(one_line(line.part), column) + " ", ("split--part",)),
            Piece(cut(one_line(line.text[: 4 * width]), max(1, width - column - 3)), sent),
        ]
