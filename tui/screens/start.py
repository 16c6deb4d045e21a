"""The first screen: studies opened before."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Label, OptionList
from textual.widgets.option_list import Option

from corpus.visible import visible
from tui.commands.registry import Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.words import _


class Start(CommandScreen):
    """Choose a study with enter."""

    SCOPE = Scope.START
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.START)

    class Chosen(Message):
        """A study is to be opened."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, studies: Sequence[Path]) -> None:
        super().__init__()
        self._studies = studies

    def compose(self) -> ComposeResult:
        """The studies, or how to get one."""
        with Vertical():
            yield Label(_("Studies"), classes="heading")
            yield OptionList(*(Option(Content(visible(str(path)))) for path in self._studies))
            if not self._studies:
                yield Label(_("No study yet. ctrl+n makes one; fullkoding demo shows one."))
            yield Footer()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the study."""
        self.post_message(self.Chosen(self._studies[event.option_index]))
