"""A line to type in that takes in nothing a terminal would obey, and never too much."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from corpus.visible import visible

MOST = 200
DIGITS = range(1, 10)


class TypedLine(Input):
    """An input of one row. While it is empty it tells digits 1 to 9 instead of taking them in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"digit({digit})", show=False, priority=True) for digit in DIGITS
    ]
    DEFAULT_CSS = """
    TypedLine { border: none; height: 1; padding: 0 1; background: $panel; }
    TypedLine:focus { border: none; background-tint: $foreground 0%; }
    """

    class Digit(Message):
        """A digit was pressed while nothing was typed."""

        def __init__(self, digit: int) -> None:
            super().__init__()
            self.digit = digit

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After something is typed a digit is a character like the others."""
        return not (action == "digit" and self.value)

    def action_digit(self, digit: int) -> None:
        """Tell a digit."""
        self.post_message(self.Digit(digit))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text, as much of it as there is room for."""
        room = (self.max_length or MOST) - len(self.value) + abs(end - start)
        super().replace(visible(text)[: max(0, room)], start, end)
