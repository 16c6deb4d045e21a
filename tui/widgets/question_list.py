"""The questions of a study: how far each is, and what it asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList
from tui.words import _

_BAR = 10
_STATE = 13
_CODES = 11
_MOST_KEY = 14
_NARROW = 60


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question: its key and text, answers with text, how many are coded, codes in use."""

    key: str
    text: str
    answered: int
    coded: int
    codes: int = 0

    @property
    def is_done(self) -> bool:
        """Whether every answer with text has a code."""
        return self.answered > 0 and self.coded == self.answered


class QuestionList(LineList):
    """Enter and a click choose a question."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "questions--key",
        "questions--bar",
        "questions--done",
        "questions--left",
        "questions--quiet",
    }
    DEFAULT_CSS = """
    QuestionList {
        & > .questions--key { text-style: bold; }
        & > .questions--bar { color: $text-primary; }
        & > .questions--done { color: $text-success; }
        & > .questions--left { color: $text-warning; }
        & > .questions--quiet { color: $text-muted; }
    }
    """

    class Chosen(Message):
        """The question at this place is wanted."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no question."""
        super().__init__(empty)
        self._lines: Sequence[QuestionLine] = ()
        self._key = 4

    def count(self) -> int:
        """How many questions there are."""
        return len(self._lines)

    def show(self, lines: Sequence[QuestionLine], at: int | None = None) -> None:
        """Show these questions, the cursor at a place, or where it is."""
        self._lines = lines
        widest = max((cells(one_line(line.key)) for line in lines), default=4)
        self._key = min(_MOST_KEY, widest)
        self.refill(self.at if at is None else at)

    def draw(self, place: int, width: int) -> list[Piece]:
        """Key, bar, what is left, codes, text; with little room no bar and no codes."""
        line = self._lines[place]
        mark = f"{CURSOR if place == self.at else ' '}{'✓' if line.is_done else ' '} "
        role = "questions--done" if line.is_done else "questions--left"
        pieces = [
            Piece(mark, ("questions--done",)),
            Piece(left(cut(one_line(line.key), self._key), self._key), ("questions--key",)),
        ]
        if width >= _NARROW:
            pieces.append(Piece(f"  {_bar(line)}", ("questions--bar",)))
        pieces.append(Piece(right(_state(line), _STATE), (role,)))
        if width >= _NARROW:
            codes = _("{count} codes").format(count=line.codes) if line.codes else ""
            pieces.append(Piece(right(codes, _CODES), ("questions--quiet",)))
        room = width - sum(cells(piece.text) for piece in pieces) - 2
        pieces.append(Piece("  " + left(one_line(line.text[: 4 * width]), max(0, room))))
        return pieces

    def picked(self, x: int) -> None:
        """A click chooses."""
        self.action_choose()

    def action_choose(self) -> None:
        """Tell which question is wanted."""
        if self._lines:
            self.post_message(self.Chosen(self.at))


def _bar(line: QuestionLine) -> str:
    full = _BAR * line.coded // line.answered if line.answered else 0
    return "█" * full + "░" * (_BAR - full)


def _state(line: QuestionLine) -> str:
    if not line.answered:
        return _("no answer")
    if line.is_done:
        return _("done")
    return _("{count} left").format(count=line.answered - line.coded)
