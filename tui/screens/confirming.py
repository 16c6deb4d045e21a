"""A window that shows what is about to happen, and asks whether it shall."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from corpus.visible import visible
from tui.words import _

_MOST, _AROUND = 20, 5
"""Lines shown at once of what it is about, and what stands around them."""


class Confirming(ModalScreen[bool]):
    """Gives back True after enter, False after escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Yes", show=False),
        Binding("escape", "answer(False)", "No", show=False),
    ]

    def __init__(self, question: str, lines: Sequence[str]) -> None:
        """`lines` say what it is about; they may be data."""
        super().__init__()
        self._question = question
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The question, what it is about, what to press."""
        with Vertical(id="confirming"):
            yield Label(visible(self._question), classes="heading", markup=False)
            with VerticalScroll(id="about"):
                yield Static(Content(visible("\n".join(self._lines))))
            yield Label(_("enter: yes   escape: no"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Up and down read on."""
        self.query_one("#about").focus()

    def on_resize(self) -> None:
        """What to press is always seen."""
        most = max(1, min(_MOST, self.size.height - _AROUND))
        self.query_one("#about").styles.max_height = most

    def action_answer(self, agreed: bool) -> None:
        """Give the answer back."""
        self.dismiss(agreed)
