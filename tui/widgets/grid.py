"""The grid of answers: one line an answer, and only those in view are ever asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.message import Message
from textual.reactive import reactive

from coder.workbench.filters import GridRow
from tui.widgets.cells import Piece
from tui.widgets.chips import Chip
from tui.widgets.grid_columns import MARKER, columns
from tui.widgets.grid_line import line
from tui.widgets.line_list import LineList
from tui.widgets.marks import Marks
from tui.widgets.places import place_after
from tui.widgets.row_cache import RowCache


class AnswerGrid(LineList):
    """Answers by id, with a cursor and marks that any filter and order keep."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--mark",
        "grid--flag",
        "grid--key",
        "grid--chip",
        "grid--band",
    }
    DEFAULT_CSS = """
    AnswerGrid {
        & > .grid--mark { color: $text-accent; text-style: bold; }
        & > .grid--flag { color: $text-warning; }
        & > .grid--key { color: $text-muted; }
        & > .grid--chip { color: $text-primary; }
        & > .grid--band { color: $text-muted; }
    }
    """

    chips: reactive[Mapping[int, Chip]] = reactive[Mapping[int, Chip]](dict)
    """How the codes are shown, by code id."""
    longest_key: reactive[int] = reactive(6)
    """The cells of the longest respondent key, so that its column has the right width."""

    class CursorMoved(Message):
        """The cursor is on another answer, None when none is shown."""

        def __init__(self, answer_id: int | None) -> None:
            super().__init__()
            self.answer_id = answer_id

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, AnswerGrid.CursorMoved)

    class MarksChanged(Message):
        """Other answers are marked."""

        def __init__(self, marks: Marks) -> None:
            super().__init__()
            self.marks = marks

    def __init__(self, rows: Callable[[Sequence[int]], Sequence[GridRow]], empty: str = "") -> None:
        """`rows` gives the rows of the ids it is asked for; `empty` is said when none is shown."""
        super().__init__(empty)
        self._cache = RowCache(rows)
        self._ids: Sequence[int] = ()
        self._marks = Marks()

    @property
    def ids(self) -> Sequence[int]:
        """The answers shown, in order."""
        return self._ids

    @property
    def cursor(self) -> int | None:
        """The answer under the cursor, None when none is shown."""
        return self._ids[self.at] if self._ids else None

    @property
    def marks(self) -> Marks:
        """The marked answers, hidden ones too."""
        return self._marks

    def count(self) -> int:
        """How many answers are shown."""
        return len(self._ids)

    def show(self, ids: Sequence[int], cursor: int | None = None) -> None:
        """Show these answers, with the cursor on one of them.

        Without `cursor` it stays on its answer, or goes to the one that came next after it.
        """
        before = self.cursor
        place = place_after(self._ids, self.at, ids, before if cursor is None else cursor)
        self._ids = ids
        self.refill(place)
        if self.cursor != before:
            self.moved()

    def move_to(self, answer_id: int) -> bool:
        """Put the cursor on an answer; False when it is not shown."""
        try:
            self.go(self._ids.index(answer_id))
        except ValueError:
            return False
        return True

    def forget(self, answer_ids: Iterable[int] | None = None) -> None:
        """These answers, or all, have changed: ask for their rows again."""
        if answer_ids is None:
            self._cache.forget()
            self.refresh()
            return
        changed = frozenset(answer_ids)
        self._cache.forget(changed)
        top = self.scroll_offset.y
        for place in range(top, min(top + self.size.height, self.count())):
            if self._ids[place] in changed:
                self.refresh_line(place)

    def mark(self, marks: Marks) -> None:
        """Mark other answers."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()
            self.post_message(self.MarksChanged(marks))

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.CursorMoved(self.cursor))

    def picked(self, x: int) -> None:
        """A click in the column of marks marks the answer."""
        if x < MARKER:
            self.action_mark()

    def is_chosen(self, place: int) -> bool:
        """Whether the answer at a place is marked."""
        return self._ids[place] in self._marks

    def draw(self, place: int, width: int) -> list[Piece]:
        """The line of the answer at a place."""
        row = self._cache.row(self._ids[place], self._in_view)
        wide = columns(width, self.longest_key)
        return line(row, wide, self.chips, self.is_chosen(place), place == self.at)

    def action_mark(self) -> None:
        """Mark the answer under the cursor, or take its mark away."""
        if self.cursor is not None:
            self._marks = self._marks.toggled(self.cursor)
            self.refresh_line(self.at)
            self.post_message(self.MarksChanged(self._marks))

    def action_mark_range(self) -> None:
        """Mark from the last mark to the cursor."""
        if self.cursor is not None:
            self.mark(self._marks.to(self.cursor, self._ids))

    def action_mark_all(self) -> None:
        """Mark everything shown; when all of it is marked, take these marks away."""
        marks = self._marks.with_all(self._ids)
        self.mark(self._marks.without(self._ids) if marks.ids == self._marks.ids else marks)

    def action_clear_marks(self) -> None:
        """Take all marks away, of hidden answers too."""
        self.mark(self._marks.cleared())

    def _in_view(self) -> Sequence[int]:
        """What is in view and a page more on both sides, so that few moves ask for rows."""
        top, height = self.scroll_offset.y, self.size.height
        return self._ids[max(0, top - height) : top + 2 * height]
