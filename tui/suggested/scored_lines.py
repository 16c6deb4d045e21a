"""Answers with how likely a code is, one a line."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList
from tui.widgets.row_cache import RowCache

_PERCENT = 5
_CODE = 28


class ScoredLine(NamedTuple):
    """What stands before an answer: a sign ("" none), percent, and the code in question."""

    answer: int
    percent: int
    sign: str = ""
    code: str = ""


class Beginning(NamedTuple):
    """The beginning of an answer on one line, and how many say the same."""

    id: int
    text: str
    same: int = 1


class ScoredLines(LineList):
    """Lines with a cursor and signs; texts are asked for when they come into view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scored--sign", "scored--percent", "scored--code"}
    DEFAULT_CSS = """
    ScoredLines {
        & > .scored--sign { color: $text-accent; text-style: bold; }
        & > .scored--percent { color: $text-muted; }
        & > .scored--code { color: $text-primary; }
    }
    """

    class Moved(Message):
        """The cursor is on another line."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, ScoredLines.Moved)

    def __init__(
        self,
        line: Callable[[int], ScoredLine],
        texts: Callable[[Sequence[int]], Sequence[Beginning]],
    ) -> None:
        """`line` gives the line at a place, `texts` the beginnings of the answers it is asked for.

        Both are asked only for what is in view.
        """
        super().__init__()
        self._line = line
        self._texts = RowCache(texts)
        self._count = self._code = 0

    def show(self, count: int, at: int, codes: Iterable[str] = ()) -> None:
        """Show so many lines, the cursor on one of them; `codes` are those that stand in them."""
        self._count = count
        self._code = max((cells(one_line(code)) for code in codes), default=0)
        self.refill(at)

    def forget(self) -> None:
        """Texts may have changed."""
        self._texts.forget()
        self.refresh()

    def count(self) -> int:
        """How many lines there are."""
        return self._count

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved())

    def is_chosen(self, place: int) -> bool:
        """Whether a line has a sign of its own."""
        return bool(self._line(place).sign)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, sign, percent, code, how many say it, and the text as far as there is room."""
        line = self._line(place)
        found = self._texts.row(line.answer, self._in_view)
        column = min(self._code, _CODE, width // 3)
        said = f"×{found.same} " if found and found.same > 1 else ""
        before = [
            Piece(CURSOR if place == self.at else " "),
            Piece(left(line.sign, 2), ("scored--sign",)),
            Piece(right(f"{line.percent} %", _PERCENT) + " ", ("scored--percent",)),
        ]
        if column:
            before.append(Piece(left(one_line(line.code), column) + "  ", ("scored--code",)))
        room = max(1, width - sum(cells(piece.text) for piece in before))
        text = one_line(found.text[: 4 * width]) if found else ""
        return [*before, Piece(cut(said + text, room))]

    def _in_view(self) -> list[int]:
        top = self.scroll_offset.y
        bottom = min(self._count, top + self.size.height)
        return [self._line(place).answer for place in range(top, bottom)]
