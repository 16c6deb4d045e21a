"""The help page, made from the list of commands."""

from collections.abc import Iterator

from tui.commands.listed import COMMANDS
from tui.commands.registry import Scope, holding
from tui.words import _


def help_lines(scope: Scope) -> Iterator[str]:
    """The keys of a screen, then those that hold everywhere."""
    if scope is Scope.CODING:
        yield from _coding_lines()
    for command in holding(COMMANDS, scope):
        yield f"  {' '.join(command.keys):<10} {_(command.title):<12} {_(command.help)}"


def _coding_lines() -> Iterator[str]:
    yield _("Type to find a code by any part of its path.")
    keys = (
        ("1-9", _("the code shown with that digit")),
        ("enter", _("the first code found, or a new code of that name")),
        ("space", _("on to the next answer without a code")),
        (".", _("the codes of the last answer again")),
        ("#12", _("the code with that number")),
        ("escape", _("clear what is typed")),
        ("up/down", _("to another answer")),
    )
    for key, what in keys:
        yield f"  {key:<10} {what}"
    yield ""
