"""A window to choose one of many options in."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from corpus.visible import visible
from tui.widgets.choices import Choices, Line
from tui.widgets.typed_line import TypedLine
from tui.words import _

T = TypeVar("T")

_AROUND = 7


class Choosing(ModalScreen[T | None]):
    """Gives the value of the option back, or None when escape was pressed.

    Typing leaves the options that hold what is typed in any part; enter takes the one under the
    cursor; while nothing is typed, a digit takes the option that shows it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("up", "move('step', -1)", "Up", show=False),
        Binding("down", "move('step', 1)", "Down", show=False),
        Binding("pageup", "move('page', -1)", "Page up", show=False),
        Binding("pagedown", "move('page', 1)", "Page down", show=False),
    ]
    DEFAULT_CSS = """
    Choosing {
        align: center middle;
        & > Vertical {
            width: 70;
            max-width: 95%;
            height: auto;
            border: round $primary;
            background: $surface;
        }
    }
    """

    def __init__(
        self, title: str, options: Iterable[tuple[T, str, str]], at: int = 0, empty: str = ""
    ) -> None:
        """Options as (value, label, hint); the cursor begins on option `at`, counted from 0.

        `empty` is said when there are no options at all. A value must not be None.
        """
        super().__init__()
        self._title = title
        self._values: list[T] = []
        self._lines: list[Line] = []
        for value, label, hint in options:
            self._values.append(value)
            self._lines.append(Line(label, hint))
        self._at = at
        self._empty = empty

    def compose(self) -> ComposeResult:
        """The title, what is typed, the options, what to press."""
        said = _("Nothing here has this in it.") if self._lines else self._empty
        with Vertical():
            yield Label(visible(self._title), classes="heading", markup=False)
            yield TypedLine(placeholder=_("type to narrow; a digit takes"))
            yield Choices(self._lines, self._at, said)
            yield Label(_("enter: take it   escape: leave it"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """What is typed goes to the line."""
        self.query_one(TypedLine).focus()

    def on_resize(self) -> None:
        """As many lines as there are options or rows; typing never changes how many."""
        rows = max(1, min(len(self._lines), self.size.height - _AROUND))
        self.query_one(Choices).styles.height = rows

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave the options that fit."""
        self.query_one(Choices).narrow(event.value)

    def on_input_submitted(self) -> None:
        """Enter takes the option under the cursor, if there is one."""
        self._take(self.query_one(Choices).cursor)

    def on_typed_line_digit(self, message: TypedLine.Digit) -> None:
        """Take the option that shows this digit."""
        self._take(self.query_one(Choices).with_digit(message.digit))

    def on_choices_taken(self, message: Choices.Taken) -> None:
        """A click takes an option."""
        self._take(message.place)

    def action_move(self, how: str, far: int) -> None:
        """Move the cursor by lines or pages."""
        choices = self.query_one(Choices)
        (choices.action_step if how == "step" else choices.action_page)(far)

    def action_leave(self) -> None:
        """Escape leaves everything as it was."""
        self.dismiss(None)

    def _take(self, place: int | None) -> None:
        if place is not None:
            self.dismiss(self._values[place])
