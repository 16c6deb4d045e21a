"""A few things of which one is chosen, side by side on one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import CURSOR, Piece, cells, one_line
from tui.widgets.painting import paint

_CHOSEN, _OTHER = "●", "○"


class OneOf(Widget, can_focus=True):
    """Left and right choose, and so does a first letter; enter is left to whoever asks."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", "Before", show=False),
        Binding("right,down,space", "step(1)", "Next", show=False),
        Binding("enter", "submit", "Take", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"one-of--line", "one-of--chosen"}
    DEFAULT_CSS = """
    OneOf {
        height: 1;
        & > .one-of--chosen { text-style: bold; }
        &:focus > .one-of--chosen { color: $text-accent; }
    }
    """

    at: reactive[int] = reactive(0)
    """The place of what is chosen, from 0."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, labels: Sequence[str], at: int = 0) -> None:
        super().__init__()
        self._labels = [one_line(label) for label in labels]
        self.set_reactive(OneOf.at, at)

    def render_line(self, y: int) -> Strip:
        """The labels with the sign of the chosen one."""
        return paint(self, self._pieces() if y == 0 else [], self.size.width, "one-of--line")

    def on_key(self, event: events.Key) -> None:
        """A first letter chooses."""
        letter = event.character
        if letter and letter.isalpha():
            found = [at for at, label in enumerate(self._labels) if _begins(label, letter)]
            self.at = found[0] if found else self.at

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        offset = event.get_content_offset(self)
        reach = 0
        for at, piece in enumerate(self._pieces()):
            reach += cells(piece.text)
            if offset and offset.x < reach:
                self.at = at
                return

    def action_step(self, far: int) -> None:
        """Choose the next; behind the last comes the first."""
        self.at = (self.at + far) % len(self._labels)

    def action_submit(self) -> None:
        """Tell that enter was pressed."""
        self.post_message(self.Submitted())

    def _pieces(self) -> list[Piece]:
        return [
            Piece(f"{self._sign(at)} {label} ", ("one-of--chosen",) if at == self.at else ())
            for at, label in enumerate(self._labels)
        ]

    def _sign(self, at: int) -> str:
        cursor = CURSOR if self.has_focus and at == self.at else " "
        return cursor + (_CHOSEN if at == self.at else _OTHER)


def _begins(label: str, letter: str) -> bool:
    return label.casefold().startswith(letter.casefold())
