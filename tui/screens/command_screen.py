"""A screen whose keys, footer and help come from the list of commands."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.commands.listed import COMMANDS
from tui.commands.registry import Scope
from tui.words import _


def bindings_for(scope: Scope) -> list[BindingType]:
    """The keys of a screen's commands; each can be given other keys by the command's id."""
    return [
        Binding(
            ",".join(command.keys),
            f"command('{command.id}')",
            _(command.title),
            show=command.footer,
            tooltip=_(command.help),
            id=command.id,
        )
        for command in COMMANDS
        if command.scope is scope
    ]


class CommandScreen(Screen[None]):
    """Carries out a command by the method `do_<id>` of the screen, else of the app."""

    SCOPE: ClassVar[Scope] = Scope.APP

    def action_command(self, command: str) -> None:
        """Carry out a command of this screen or of everywhere."""
        for place in (self, self.app):
            action = getattr(place, f"do_{command}", None)
            if action is not None:
                action()
                return
