"""Pages of plain text: help, history, what stands beside an answer."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from corpus.visible import visible
from tui.words import _


class Page(ModalScreen[None]):
    """A text to read; escape, enter or the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,f9,f10,ctrl+o", "leave", "Close", show=False)
    ]

    def __init__(self, title: str, lines: Sequence[str], at_end: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = visible("\n".join(lines))
        self._at_end = at_end

    def compose(self) -> ComposeResult:
        """Title, text, and how to close it."""
        with VerticalScroll(id="page"):
            yield Label(self._title, classes="heading", markup=False)
            yield Static(Content(self._text))
            yield Label(_("escape: close"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """A history is read from its end."""
        if self._at_end:
            self.query_one("#page", VerticalScroll).scroll_end(animate=False)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)
