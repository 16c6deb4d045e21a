"""The commands of the first screen."""

from tui.commands.registry import Command, Scope

START = (Command("new", "New study", "Make an empty study.", ("ctrl+n",), Scope.START, True),)
