"""Studies to choose from: name, folder, the day each was opened last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut_front, left, one_line, right
from tui.widgets.line_list import LineList
from tui.words import _

_DAY = 12
_NARROW = 60
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class StudyLine:
    """A study as it is read: its name, its folder, the day it was opened; whether it is there."""

    name: str
    folder: str
    day: str = ""
    is_there: bool = True


class StudyList(LineList):
    """Enter and a click choose a study."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"studies--name", "studies--quiet"}
    DEFAULT_CSS = """
    StudyList {
        & > .studies--name { text-style: bold; }
        & > .studies--quiet { color: $text-muted; }
    }
    """

    class Chosen(Message):
        """The study at this place is wanted."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[StudyLine] = ()

    def count(self) -> int:
        """How many studies there are."""
        return len(self._lines)

    def show(self, lines: Sequence[StudyLine]) -> None:
        """Show these studies; the cursor stays at its place."""
        self._lines = lines
        self.refill(self.at)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Name, folder and day; with little room no folder."""
        line = self._lines[place]
        day = one_line(line.day) if line.is_there else _("gone")
        name = ("studies--name",) if line.is_there else ("studies--quiet",)
        room = width - _DAY - 2
        head = f"{CURSOR if place == self.at else ' '} "
        share = room if width < _NARROW else min(room * 2 // 5, _LONGEST_NAME)
        folder = cut_front(one_line(line.folder), max(0, room - share - 1))
        return [
            Piece(head + left(one_line(line.name), share), name),
            Piece(
                f" {folder}" + " " * max(0, room - share - 1 - cells(folder)), ("studies--quiet",)
            ),
            Piece(right(day, _DAY - (width < _NARROW)), ("studies--quiet",)),
        ]

    def picked(self, x: int) -> None:
        """A click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Tell which study is wanted."""
        if self._lines:
            self.post_message(self.Chosen(self.at))
