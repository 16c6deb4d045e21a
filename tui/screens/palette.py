"""The palette: every command of a screen, and those of everywhere, found by name."""

from collections.abc import Sequence

from tui.commands.registry import Command, Scope, holding, key_in_words
from tui.screens.choosing import Choosing
from tui.words import _

_SELF = "palette"


def palette(commands: Sequence[Command], scope: Scope) -> Choosing[str]:
    """A window to choose a command in; it gives the command's id back."""
    listed = [command for command in holding(commands, scope) if command.id != _SELF]
    width = max(len(_(command.title)) for command in listed)
    return Choosing(
        _("Commands"),
        [
            (
                command.id,
                f"{_(command.title):<{width}}  {_(command.help)}",
                ", ".join(map(key_in_words, command.keys)),
            )
            for command in listed
        ],
    )
