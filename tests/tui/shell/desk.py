"""A small screen inside the shell, to try in it what every screen gets."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from tui.commands.everywhere import EVERYWHERE
from tui.commands.registry import Command, Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.settings import Settings
from tui.shell import Shell
from tui.widgets.footing import Footer

OWN = tuple(
    Command(id_, title, told, (key,), Scope.CODING, shown, group)
    for id_, title, told, key, shown, group in (
        ("words", "Words", "Only answers with these words.", "f2", True, "Filter"),
        ("code", "Code", "Only answers with this code.", "f3", True, "Filter"),
        ("uncoded", "Uncoded", "Only answers without a code.", "f4", True, "Filter"),
        ("sort", "Sort", "Another order of the answers.", "f5", True, ""),
        ("mark", "Mark", "Mark this answer, to code many at once.", "f6", True, ""),
        ("range", "Range", "Mark from the last mark to here.", "f7", False, ""),
        ("same", "Same text", "Mark the answers with the same text.", "ctrl+t", True, ""),
        ("new_code", "New code", "Enter the text as a new code.", "ctrl+n", True, ""),
    )
)
ALL = (*EVERYWHERE, *OWN)
STYLES = Path(__file__).parents[3] / "tui" / "styles" / "app.tcss"


class Desk(CommandScreen):
    """A screen with commands of its own, which it only writes down."""

    SCOPE = Scope.CODING
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.CODING, OWN)

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        """A line of text and the keys."""
        yield Label("A desk")
        yield Footer()

    def action_command(self, command: str) -> None:
        """Write the command down; those of everywhere are carried out too."""
        self.done.append(command)
        if hasattr(self.app, f"do_{command}"):
            super().action_command(command)


class Room(Shell):
    """The shell with a desk in it."""

    CSS_PATH = str(STYLES)

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings or Settings("KH"), ALL)
        self.desk = Desk()

    def on_mount(self) -> None:
        """Show the desk."""
        self.push_screen(self.desk)
