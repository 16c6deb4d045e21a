"""A window to choose in, beside a table that shows each option while the cursor is on it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.timer import Timer
from textual.widgets import Input

from tui.screens.choosing import Choosing
from tui.widgets.choices import Choices

T = TypeVar("T")

_SECONDS = 0.15
"""How long the cursor rests on an option before it is shown: a table takes longer than a key."""


class Trying(Choosing[T]):
    """Gives back what was chosen, or None when escape was pressed; what was shown stays so."""

    DEFAULT_CSS = """
    Trying {
        align: left bottom;
        background: $background 0%;
        & > Vertical { width: 42; margin-bottom: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[T, str, str]],
        at: int,
        show: Callable[[T], None],
    ) -> None:
        """`show` is called with each option on which the cursor rests."""
        super().__init__(title, options, at)
        self._options = [value for value, _label, _hint in options]
        self._show_option = show
        self._last = at
        self._rest: Timer | None = None

    def on_mount(self) -> None:
        """Follow the cursor."""
        self.watch(self.query_one(Choices), "at", self._wait, init=False)

    def on_input_changed(self, _event: Input.Changed) -> None:
        """What is typed moves the cursor too."""
        self.call_after_refresh(self._wait)

    def _wait(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_SECONDS, self._preview)

    def _preview(self) -> None:
        place = self.query_one(Choices).cursor
        if place is not None and place != self._last:
            self._last = place
            self._show_option(self._options[place])
