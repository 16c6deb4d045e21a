"""The commands of the history."""

from tui.commands.registry import Command

HISTORY: tuple[Command, ...] = ()
