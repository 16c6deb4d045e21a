"""Answers whose text has changed, with what becomes of each."""

from collections.abc import Sequence
from typing import ClassVar

from textual.message import Message

from coder.intake.report import Changed, ChangedText
from tui.widgets.cells import CURSOR, Piece, cut, left, one_line
from tui.widgets.line_list import LineList
from tui.words import _

_KEY, _WISH = 24, 8
_LONGEST = 400


class ChangedList(LineList):
    """At first every stored text is kept."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"changed--new", "changed--old"}
    DEFAULT_CSS = """
    ChangedList {
        & > .changed--new { color: $text-success; text-style: bold; }
        & > .changed--old { color: $text-muted; }
    }
    """

    class Moved(Message):
        """The cursor is on another answer."""

    def __init__(self, texts: Sequence[ChangedText]) -> None:
        super().__init__()
        self.texts = texts
        self.wishes: list[Changed] = ["keep"] * len(texts)

    @property
    def cursor(self) -> ChangedText:
        """The answer under the cursor."""
        return self.texts[self.at]

    def on_mount(self) -> None:
        """Show all of them."""
        self.refill(0)
        self.moved()

    def count(self) -> int:
        """How many answers have changed."""
        return len(self.texts)

    def moved(self) -> None:
        """Tell that the cursor moved."""
        self.post_message(self.Moved())

    def decide(self, wish: Changed) -> None:
        """Say what becomes of the answer under the cursor, and go on."""
        self.wishes[self.at] = wish
        self.refresh_line(self.at)
        self.action_step(1)

    def decide_all(self, wish: Changed) -> None:
        """Say what becomes of all."""
        self.wishes = [wish] * len(self.texts)
        self.refresh()

    def draw(self, place: int, width: int) -> list[Piece]:
        """What becomes of it, whose answer it is, and how the new text begins."""
        text, new = self.texts[place], self.wishes[place] == "replace"
        says, ink = (_("new"), "changed--new") if new else (_("stored"), "changed--old")
        key = one_line(f"{text.question} {text.respondent}")
        return [
            Piece(f"{CURSOR if place == self.at else ' '} "),
            Piece(left(says, _WISH), (ink,)),
            Piece(left(key, _KEY) + " "),
            Piece(cut(one_line(text.found[:_LONGEST]), width - _WISH - _KEY - 3)),
        ]
