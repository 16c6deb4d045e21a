"""The codebook as a tree with counts, and which codes the marked answers have."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.cells import Piece
from tui.widgets.code_rows import (
    CodeRow,
    counted,
    outermost_folded,
    row_line,
    theme_over,
    unfolded,
)
from tui.widgets.line_list import LineList
from tui.widgets.places import place_after


class CodeList(LineList):
    """Themes and codes, one a line; themes fold."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "fold", "Fold", show=False),
        Binding("right", "unfold", "Unfold", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "codes--sign",
        "codes--theme",
        "codes--retired",
        "codes--number",
        "codes--count",
    }
    DEFAULT_CSS = """
    CodeList {
        & > .codes--sign { color: $text-accent; }
        & > .codes--theme { text-style: bold; }
        & > .codes--retired { color: $text-muted; }
        & > .codes--number { color: $text-muted; }
        & > .codes--count { color: $text-muted; }
    }
    """

    rows: reactive[Sequence[CodeRow]] = reactive[Sequence[CodeRow]](tuple, init=False)
    """All themes and codes in codebook order; the cursor stays on its code when they change."""
    folded: reactive[frozenset[int]] = reactive[frozenset[int]](frozenset, init=False)
    """The themes whose codes are not seen, by id."""

    class CursorMoved(Message):
        """The cursor is on another code, None when there is none."""

        def __init__(self, code_id: int | None) -> None:
            super().__init__()
            self.code_id = code_id

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, CodeList.CursorMoved)

    class Chosen(Message):
        """A code was chosen with enter."""

        def __init__(self, code_id: int) -> None:
            super().__init__()
            self.code_id = code_id

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no code."""
        super().__init__(empty)
        self._seen: list[CodeRow] = []
        self._counts = 1

    @property
    def cursor(self) -> int | None:
        """The code under the cursor, None when there is none."""
        return self._seen[self.at].id if self._seen else None

    def count(self) -> int:
        """How many rows are seen."""
        return len(self._seen)

    def watch_rows(self) -> None:
        """Show the rows, with counts in a column that is wide enough for all of them."""
        self._counts = max((len(counted(row)) for row in self.rows), default=1)
        self._fill(self.cursor)

    def watch_folded(self) -> None:
        """Show other rows; the cursor goes up to the theme when its code is folded away."""
        self._fill(outermost_folded(self.rows, self.folded, self.cursor))

    def move_to(self, code_id: int) -> bool:
        """Put the cursor on a code, unfolding what it stands under; False when there is none."""
        place = next((at for at, row in enumerate(self.rows) if row.id == code_id), None)
        if place is None:
            return False
        over = theme_over(self.rows, place)
        while over is not None:
            self.folded -= {self.rows[over].id}
            over = theme_over(self.rows, over)
        self.go([row.id for row in self._seen].index(code_id))
        return True

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.CursorMoved(self.cursor))

    def draw(self, place: int, width: int) -> list[Piece]:
        """The line of the row at a place."""
        row = self._seen[place]
        return row_line(row, width, self._counts, row.id in self.folded, place == self.at)

    def action_choose(self) -> None:
        """Choose the code under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def action_fold(self) -> None:
        """Fold the theme under the cursor, or go up to the theme of a code."""
        if not self._seen:
            return
        row = self._seen[self.at]
        over = theme_over(self._seen, self.at)
        if row.theme and row.id not in self.folded:
            self.folded |= {row.id}
        elif over is not None:
            self.go(over)

    def action_unfold(self) -> None:
        """Unfold the theme under the cursor."""
        if self._seen:
            self.folded -= {self._seen[self.at].id}

    def _fill(self, cursor: int | None) -> None:
        before, was = [row.id for row in self._seen], self.cursor
        self._seen = unfolded(self.rows, self.folded)
        now = [row.id for row in self._seen]
        self.refill(place_after(before, self.at, now, cursor))
        if self.cursor != was:
            self.moved()
