"""The memos on something, one a line, with who wrote each."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line
from tui.widgets.line_list import LineList

_WIDEST_NAME = 16


class MemoLine(NamedTuple):
    """Who wrote a memo, its text, and whether it was changed and is not saved yet."""

    who: str
    text: str
    changed: bool = False


class MemoList(LineList):
    """Lines with a cursor; the last one may stand for a memo that is not written yet."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "Write", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"memos--who", "memos--changed"}
    DEFAULT_CSS = """
    MemoList {
        & > .memos--who { color: $text-accent; }
        & > .memos--changed { color: $text-warning; text-style: bold; }
    }
    """

    class Moved(Message):
        """The cursor is on another memo."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Taken(Message):
        """The user wants to write in the memo under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[MemoLine] = ()

    def show(self, lines: Sequence[MemoLine], at: int) -> None:
        """Show these memos, with the cursor on one of them."""
        self._lines = lines
        self.refill(at)

    def count(self) -> int:
        """How many memos there are."""
        return len(self._lines)

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved(self.at))

    def action_take(self) -> None:
        """Tell that the memo is to be written in."""
        self.post_message(self.Taken())

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor sign, a sign when it is not saved, the writer, the beginning of the text."""
        who, text, changed = self._lines[place]
        widest = max(cells(one_line(line.who)) for line in self._lines)
        column = min(widest, _WIDEST_NAME, width // 3)
        return [
            Piece(CURSOR if place == self.at else " "),
            Piece("*" if changed else " ", ("memos--changed",)),
            Piece(left(one_line(who), column) + "  ", ("memos--who",)),
            Piece(cut(one_line(text[: 4 * width]), max(1, width - column - 4))),
        ]
