"""The steps of a history, one a line, of which only those in view are ever asked for."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.reactive import reactive

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList
from tui.widgets.row_cache import RowCache
from tui.words import _

WIDE, NUMBERED = 60, 70
UNDONE = "×"
"""What stands before a step that was undone, so that it is not seen by its colour alone."""

_TIME, _SHORT_TIME = len("2026-05-01 14:05"), len("05-01 14:05")
_WIDEST_CODER = 14


class StepLine(NamedTuple):
    """A step: its number, its time as `2026-05-01 14:05`, who, what, whether it was undone."""

    id: int
    at: str
    coder: str
    words: str
    undone: bool


class StepList(LineList):
    """Steps by their numbers, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"steps--quiet", "steps--coder", "steps--undone"}
    DEFAULT_CSS = """
    StepList {
        & > .steps--quiet { color: $text-muted; }
        & > .steps--coder { color: $text-accent; }
        & > .steps--undone { color: $text-muted; text-style: strike; }
    }
    """

    longest_coder: reactive[int] = reactive(8)
    """The cells of the longest coder's name, so that its column has the right width."""

    def __init__(
        self, rows: Callable[[Sequence[int]], Sequence[StepLine]], empty: str = ""
    ) -> None:
        """`rows` gives the lines of the steps it is asked for; `empty` is said when none is."""
        super().__init__(empty)
        self._cache = RowCache(rows)
        self._ids: Sequence[int] = ()

    @property
    def cursor(self) -> int | None:
        """The step under the cursor, None when none is shown."""
        return self._ids[self.at] if self._ids else None

    def count(self) -> int:
        """How many steps are shown."""
        return len(self._ids)

    def show(self, ids: Sequence[int], cursor: int | None) -> None:
        """Show these steps, the cursor on one of them or, when it is not shown, on the last."""
        self._ids = ids
        self._cache.forget()
        self.refill(ids.index(cursor) if cursor in ids else len(ids) - 1)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, sign of an undone step, number, time, coder, words, as there is room."""
        step = self._cache.row(self._ids[place], self._in_view)
        cursor = CURSOR if place == self.at else " "
        if step is None:
            return [Piece(f"{cursor} …")]
        head = [Piece(cursor), Piece(UNDONE if step.undone else " "), *self._columns(step, width)]
        end = f"  {_('undone')} " if step.undone and width >= WIDE else ""
        room = width - sum(cells(piece.text) for piece in head) - cells(end)
        words = cut(one_line(step.words[: 4 * width]), max(1, room))
        roles = ("steps--undone",) if step.undone else ()
        gap = " " * (room - cells(words))
        return [*head, Piece(words, roles), Piece(gap), Piece(end, ("steps--quiet",))]

    def _columns(self, step: StepLine, width: int) -> list[Piece]:
        time = left(step.at, _TIME) if width >= WIDE else left(step.at[5:], _SHORT_TIME)
        coder = min(self.longest_coder, _WIDEST_CODER, max(4, width // 8))
        number = right(str(step.id), 6) + "  " if width >= NUMBERED else ""
        return [
            Piece(number, ("steps--quiet",)),
            Piece(f"{time} ", ("steps--quiet",)),
            Piece(left(one_line(step.coder), coder) + " ", ("steps--coder",)),
        ]

    def _in_view(self) -> Sequence[int]:
        top = self.scroll_offset.y
        return self._ids[top : top + self.size.height]
