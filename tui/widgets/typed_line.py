"""A line to type in that takes in nothing a terminal would obey, and never too much."""

from textual import events
from textual.message import Message
from textual.widgets import Input

from corpus.visible import visible

MOST = 200
DIGITS = frozenset("123456789")


class TypedLine(Input):
    """An input of one row. While it is empty it tells digits 1 to 9 instead of taking them in."""

    DEFAULT_CSS = """
    TypedLine { border: none; height: 1; padding: 0 1; background: $panel; }
    TypedLine:focus { border: none; background-tint: $foreground 0%; }
    """

    class Digit(Message):
        """A digit was pressed while nothing was typed."""

        def __init__(self, digit: int) -> None:
            super().__init__()
            self.digit = digit

    async def _on_key(self, event: events.Key) -> None:
        """Tell a digit while nothing is typed.

        It is looked at in its turn: a binding would see it before the letters typed ahead of it.
        """
        if event.character in DIGITS and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.Digit(int(event.key)))
        else:
            await super()._on_key(event)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text, as much of it as there is room for."""
        room = (self.max_length or MOST) - len(self.value) + abs(end - start)
        super().replace(visible(text)[: max(0, room)], start, end)
