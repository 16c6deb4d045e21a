"""A window in which some words of an answer are chosen with the arrow keys."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from corpus.visible import visible
from tui.masking.texts import Shown, with_styles
from tui.words import _

_WORD = re.compile(r"\S+")


class ChoosingWords(ModalScreen[tuple[int, int] | None]):
    """Gives the characters (half open) of the words back, or None when escape was pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("enter", "take", "Take", show=False),
        Binding("left", "move(-1, False)", "Left", show=False),
        Binding("right", "move(1, False)", "Right", show=False),
        Binding("shift+left,less_than_sign,b", "move(-1, True)", "Shorter", show=False),
        Binding("shift+right,space,e", "move(1, True)", "Longer", show=False),
        Binding("home", "move(-100000, False)", "First", show=False),
        Binding("end", "move(100000, True)", "To the end", show=False),
    ]

    def __init__(self, title: str, text: str, start: int = 0) -> None:
        """`start` is the character at which choosing begins."""
        super().__init__()
        self._title = title
        self._text = text
        self._words = [match.span() for match in _WORD.finditer(text)] or [(0, len(text))]
        at = next((at for at, (_, end) in enumerate(self._words) if end > start), 0)
        self._first = self._last = at

    def compose(self) -> ComposeResult:
        """The title, the answer, what to press."""
        with Vertical(id="choosing-words"):
            yield Label(visible(self._title), classes="heading", markup=False)
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="answer-words")
            said = _("arrows: move   space: one more   enter: take it   escape: leave it")
            yield Label(said, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Show the first word chosen."""
        self._show()

    @property
    def chosen(self) -> tuple[int, int]:
        """The characters (half open) of the chosen words."""
        return self._words[self._first][0], self._words[self._last][1]

    def action_move(self, far: int, longer: bool) -> None:
        """Move the choice, or only its end."""
        last = max(0, min(len(self._words) - 1, self._last + far))
        self._first = min(self._first, last) if longer else last
        self._last = last
        self._show()

    def action_take(self) -> None:
        """Give the choice back."""
        self.dismiss(self.chosen)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def _show(self) -> None:
        shown = with_styles(self._text, [Shown(*self.chosen, "reverse")])
        self.query_one("#answer-words", Static).update(shown)
