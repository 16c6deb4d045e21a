"""Every command of the screens, declared once: keys, palette, footer, help and docs follow it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.problems import Problem


class Scope(StrEnum):
    """Where a command holds: everywhere, or on one screen."""

    APP = "everywhere"
    START = "start"
    QUESTIONS = "questions"
    CODING = "coding"
    HISTORY = "history"
    IMPORTING = "import"


@dataclass(frozen=True)
class Command:
    """A command: its id (for rebinding), title, one line of help, keys, and where it holds."""

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    scope: Scope
    footer: bool = False


FORBIDDEN = frozenset(
    "ctrl+i ctrl+m ctrl+h ctrl+left_square_bracket ctrl+enter shift+enter ctrl+a ctrl+b".split()  # noqa: SIM905
)
"""Keys that terminals send as others, or that tmux and screen keep for themselves."""


def with_keys(commands: Sequence[Command], keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with a user's own keys: command id to keys with commas between.

    Raises a Problem for an unknown command, a key that cannot be used, or a clash.
    """
    known = {command.id for command in commands}
    unknown = sorted(set(keys) - known)
    if unknown:
        raise Problem(
            f"The settings give keys to {unknown[0]}, which is no command.",
            f"The commands: {', '.join(sorted(known))}.",
        )
    changed = tuple(
        replace(command, keys=_split(keys[command.id])) if command.id in keys else command
        for command in commands
    )
    faults = faults_in(changed)
    if faults:
        raise Problem(faults[0], "Change the keys in the settings file.")
    return changed


def faults_in(commands: Iterable[Command]) -> list[str]:
    """Keys that cannot be used, and keys that two commands of one place share."""
    users: dict[tuple[Scope, str], list[str]] = defaultdict(list)
    everywhere: dict[str, str] = {}
    faults = []
    for command in commands:
        for key in command.keys:
            if key in FORBIDDEN or key.startswith("alt+"):
                faults.append(f"{command.id} cannot have the key {key}: terminals keep it.")
            users[command.scope, key].append(command.id)
            if command.scope is Scope.APP:
                everywhere[key] = command.id
    for (scope, key), ids in users.items():
        also = [everywhere[key]] if scope is not Scope.APP and key in everywhere else []
        if len(ids) + len(also) > 1:
            faults.append(f"The key {key} belongs to {' and '.join(sorted([*ids, *also]))}.")
    return faults


def holding(commands: Iterable[Command], scope: Scope) -> tuple[Command, ...]:
    """The commands that hold on a screen: its own, then those that hold everywhere."""
    listed = list(commands)
    own = [command for command in listed if command.scope is scope]
    return (*own, *(command for command in listed if command.scope is Scope.APP))


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(",") if key.strip())
