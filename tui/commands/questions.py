"""The commands of the list of questions."""

from tui.commands.registry import Command

QUESTIONS: tuple[Command, ...] = ()
