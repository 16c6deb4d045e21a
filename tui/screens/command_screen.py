"""A screen whose keys, footer and help come from the list of commands."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.commands.listed import COMMANDS
from tui.commands.registry import Command, Scope

_ALWAYS = ("quit",)


def bindings_for(scope: Scope, commands: Iterable[Command] = COMMANDS) -> list[BindingType]:
    """The built-in keys of a screen's commands; by the command's id it can be given others.

    Titles stand in English here and are translated where they are shown. A command without a key
    has the name of one that no terminal sends.
    """
    return [
        Binding(
            ",".join(command.keys) or f"no_key_{command.id}",
            f"command('{command.id}')",
            command.title,
            show=command.footer,
            tooltip=command.help,
            id=command.id,
            priority=command.id in _ALWAYS,
        )
        for command in commands
        if command.scope is scope
    ]


class CommandScreen(Screen[None]):
    """Carries out a command by the method `do_<id>` of the screen, else of the app."""

    SCOPE: ClassVar[Scope] = Scope.APP
    PARTS: ClassVar[tuple[Scope, ...]] = ()
    """The scopes of what is inside the screen and has commands of its own."""

    _is_going = _is_away = False

    def going(self) -> None:
        """The next screen that is put over this one may change what this one shows."""
        self._is_going = True

    def on_screen_suspend(self) -> None:
        """Know whether it is such a screen; windows that choose a command come and go before it."""
        self._is_away, self._is_going = self._is_away or self._is_going, False

    def on_screen_resume(self) -> None:
        """Show what has changed on the screen that is left."""
        if self._is_away:
            self._is_away = False
            self.look_again()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Carry out a key or paste before the next is looked at; False: in the usual way."""
        return False

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing; a screen may have no place."""

    def look_again(self) -> None:
        """Show what has changed meanwhile; a screen may show nothing that changes."""

    def action_command(self, command: str) -> None:
        """Carry out a command of this screen or of everywhere."""
        for place in (self, self.app):
            action = getattr(place, f"do_{command}", None)
            if action is not None:
                action()
                return
