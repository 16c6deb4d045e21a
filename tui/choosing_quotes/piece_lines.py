"""Pieces of answers, one a line: chosen or proposed, size band, words, how they begin."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList

PROPOSED = "?"
CHOSEN = "✓"
FLAGGED = "⚑"
_SIGN = 4
_WORDS = 4
_BAND = 12
_WITH_BAND = 36


class PieceLine(NamedTuple):
    """`order` is where a chosen piece stands under its code, 0 when it is not chosen."""

    text: str
    band: str
    words: int
    order: int = 0
    is_proposed: bool = False
    is_flagged: bool = False


class PieceLines(LineList):
    """Lines with a cursor and signs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"quoted--sign", "quoted--facts"}
    DEFAULT_CSS = """
    PieceLines {
        & > .quoted--sign { color: $text-accent; text-style: bold; }
        & > .quoted--facts { color: $text-muted; }
    }
    """

    class Moved(Message):
        """The cursor is on another piece."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest is of interest."""
            return isinstance(message, PieceLines.Moved)

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no piece."""
        super().__init__(empty)
        self._lines: Sequence[PieceLine] = ()
        self._band = 0

    def show(self, lines: Sequence[PieceLine], at: int) -> None:
        """Show these pieces, the cursor on one of them."""
        self._lines = lines
        longest = max((cells(one_line(line.band)) for line in lines), default=0)
        self._band = min(_BAND, longest)
        self.refill(at)

    def count(self) -> int:
        """How many pieces there are."""
        return len(self._lines)

    def moved(self) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved())

    def is_chosen(self, place: int) -> bool:
        """Whether a piece is chosen or proposed."""
        line = self._lines[place]
        return bool(line.order or line.is_proposed)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Cursor, sign, band, words, and the text as far as there is room."""
        line = self._lines[place]
        sign = f"{CHOSEN}{line.order}" if line.order else _sign(line)
        band = left(one_line(line.band), self._band) + " " if width >= _WITH_BAND else ""
        before = [
            Piece(CURSOR if place == self.at else " "),
            Piece(left(sign, _SIGN), ("quoted--sign",)),
            Piece(f"{band}{right(str(line.words), _WORDS)} ", ("quoted--facts",)),
        ]
        room = max(1, width - sum(cells(piece.text) for piece in before))
        return [*before, Piece(cut(one_line(line.text[: 4 * width]), room))]


def _sign(line: PieceLine) -> str:
    return PROPOSED if line.is_proposed else FLAGGED if line.is_flagged else ""
