"""A small window that asks for one line of text."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from corpus.visible import visible
from tui.words import _


class Asking(ModalScreen[str | None]):
    """Gives the text back, or None when escape was pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, question: str, hint: str = "", text: str = "") -> None:
        """`hint` stands in the empty field; `text` is what the field begins with."""
        super().__init__()
        self._question = question
        self._hint = hint
        self._text = text

    def compose(self) -> ComposeResult:
        """The question, the field, what to press."""
        with Vertical(id="asking"):
            yield Label(visible(self._question), classes="heading", markup=False)
            yield Input(self._text, placeholder=self._hint)
            yield Label(_("enter: take it   escape: leave it"), classes="quiet", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the text."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Escape leaves everything as it was."""
        self.dismiss(None)
