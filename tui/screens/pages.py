"""Pages of plain text: help, history, what stands beside an answer."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from corpus.visible import visible
from tui.commands.listed import COMMANDS
from tui.words import _

_OPENERS = ("help", "steps", "context", "code_examples")

Line = str | Content
Lines = Iterable[Line] | Callable[[int], Iterable[Line]]
"""The lines of a page, or what gives them for a page of this many columns."""


class Page(ModalScreen[None]):
    """A text to read; escape, enter or the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Close", show=False),
        *(
            Binding(",".join(command.keys), "leave", "Close", show=False, id=command.id)
            for command in COMMANDS
            if command.id in _OPENERS
        ),
    ]

    def __init__(self, title: str, lines: Lines, at_end: bool = False) -> None:
        """`title` and `lines` may be data; `at_end` begins at the end of the text."""
        super().__init__()
        self._title = title
        self._lines = lines if callable(lines) else list(lines)
        self._at_end = at_end

    def compose(self) -> ComposeResult:
        """Title, text, and how to close it."""
        with Vertical(id="page"):
            yield Label(visible(self._title), classes="heading", markup=False)
            with VerticalScroll(id="text"):
                yield Static(id="lines")
            yield Label(_("up, down: read on   escape: close"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """A history is read from its end."""
        if self._at_end:
            self.query_one("#text", VerticalScroll).anchor()

    def on_resize(self) -> None:
        """Lay the text out for the width there is."""
        self.call_after_refresh(self._show)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def _show(self) -> None:
        width = self.query_one("#text").scrollable_content_region.width
        lines = self._lines(width) if callable(self._lines) else self._lines
        shown = [Content(visible(line)) if isinstance(line, str) else line for line in lines]
        self.query_one("#lines", Static).update(Content("\n").join(shown))
