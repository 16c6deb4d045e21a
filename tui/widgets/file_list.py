"""The folders and files of a folder, those that fit what is typed."""

import os
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.folders import Entry, fitting, shown_size
from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList

_SIZE, _DAY = 8, 12
_LEAST_NAME = 24


class FileList(LineList, inherit_bindings=False):
    """Names with size and day; the cursor is moved by whoever shows the list."""

    BINDINGS: ClassVar[list[BindingType]] = []
    COMPONENT_CLASSES: ClassVar[set[str]] = {"files--folder", "files--quiet"}
    DEFAULT_CSS = """
    FileList {
        & > .list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .files--folder { text-style: bold; }
        & > .files--quiet { color: $text-muted; }
    }
    """

    class Taken(Message):
        """A line was clicked."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self) -> None:
        super().__init__()
        self._seen: Sequence[Entry] = ()
        self.can_focus = False

    @property
    def cursor(self) -> Entry | None:
        """The entry under the cursor, None when none is seen."""
        return self._seen[self.at] if self._seen else None

    def count(self) -> int:
        """How many entries are seen."""
        return len(self._seen)

    def show(self, entries: Sequence[Entry], typed: str, empty: str, at: str = "") -> None:
        """Show the entries that fit what is typed, the cursor on the one called `at`.

        `empty` is said when nothing fits.
        """
        self.empty, self._seen = empty, fitting(entries, typed)
        names = [entry.name for entry in self._seen] if at else []
        self.refill(names.index(at) if at in names else 0)

    def draw(self, place: int, width: int) -> list[Piece]:
        """The name, with a sign of folders behind it; size and day where there is room."""
        entry = self._seen[place]
        head = f"{CURSOR if place == self.at else ' '}"
        name = one_line(entry.name) + (os.sep if entry.is_folder else "")
        role = ("files--folder",) if entry.is_folder else ()
        room = width - cells(head) - _SIZE - _DAY
        if room < _LEAST_NAME or entry.is_folder:
            return [Piece(head + cut(name, width - cells(head)), role)]
        facts = right(shown_size(entry.size), _SIZE) + right(entry.changed, _DAY)
        return [Piece(head + left(name, room), role), Piece(facts, ("files--quiet",))]

    def picked(self, x: int) -> None:
        """A click takes the entry."""
        if self.cursor is not None:
            self.post_message(self.Taken(self.cursor))
