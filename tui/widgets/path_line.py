"""A line to type a path in: at its empty beginning backspace goes up a folder."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from corpus.visible import visible

_MOST = 4096


class PathLine(Input):
    """An input of one row that tells backspace in the empty line, and the tab key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Left(Message):
        """Backspace was pressed in the empty line."""

    class Completed(Message):
        """What is typed is to be completed."""

    def action_complete(self) -> None:
        """Tell that the rest is to be filled in."""
        self.post_message(self.Completed())

    def action_delete_left(self) -> None:
        """Delete a character; where there is none, tell it."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Left())

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text, harmless and not without end."""
        super().replace(visible(text)[:_MOST], start, end)
