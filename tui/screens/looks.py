"""A window to choose the colours in, which shows each while the cursor is on it."""

from collections.abc import Callable

from textual.widgets import Input

from tui.screens.choosing import Choosing
from tui.settings import THEMES
from tui.widgets.choices import Choices
from tui.words import _, later

_NAMES = {
    "dark": later("Dark"),
    "light": later("Light"),
    "contrast": later("High contrast"),
    "ansi": later("The terminal's own colours"),
}


class Looks(Choosing[str]):
    """Gives back the look that was chosen, or None when escape was pressed."""

    def __init__(self, look: str, show: Callable[[str], None]) -> None:
        """`look` is the present one; `show` is called with each look under the cursor."""
        at = THEMES.index(look) if look in THEMES else 0
        super().__init__(_("Colours"), [(each, _(_NAMES[each]), each) for each in THEMES], at)
        self._show = show

    def on_mount(self) -> None:
        """Follow the cursor."""
        self.watch(self.query_one(Choices), "at", self._preview)

    def on_input_changed(self, _event: Input.Changed) -> None:
        """What is typed moves the cursor too."""
        self.call_after_refresh(self._preview)

    def _preview(self) -> None:
        place = self.query_one(Choices).cursor
        if place is not None:
            self._show(THEMES[place])
