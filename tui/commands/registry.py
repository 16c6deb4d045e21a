"""Every command of the screens, declared once: keys, palette, footer, help and docs follow it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.problems import Problem
from tui.words import _, later


class Scope(StrEnum):
    """Where a command holds: everywhere, or on one screen."""

    APP = "everywhere"
    START = "start"
    QUESTIONS = "questions"
    CODING = "coding"
    SEGMENTS = "segments"
    CODEBOOK = "codebook"
    SPLITTING = "splitting"
    REVIEWING = "reviewing"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    GROUPS = "groups"
    MASKING = "masking"
    GROWTH = "growth"
    PROFILE = "profile"
    TABLES = "tables"
    QUOTES = "quotes"
    HISTORY = "history"
    IMPORTING = "import"


SCOPE_TITLES: Mapping[Scope, str] = {
    Scope.APP: later("Everywhere"),
    Scope.START: later("Studies"),
    Scope.IMPORTING: later("Import"),
    Scope.QUESTIONS: later("Questions"),
    Scope.CODING: later("Coding"),
    Scope.SEGMENTS: later("A piece of an answer"),
    Scope.CODEBOOK: later("Codebook"),
    Scope.SPLITTING: later("Splitting a code"),
    Scope.REVIEWING: later("Similar codes"),
    Scope.LIKELY: later("Likely answers"),
    Scope.DOUBTFUL: later("Doubtful codings"),
    Scope.GROUPS: later("Groups of answers"),
    Scope.MASKING: later("Review of quotes"),
    Scope.GROWTH: later("Growth"),
    Scope.PROFILE: later("Size bands"),
    Scope.TABLES: later("Tables"),
    Scope.QUOTES: later("Choosing quotes"),
    Scope.HISTORY: later("History"),
}
"""What the places are called, in the order in which a user comes to them."""


@dataclass(frozen=True)
class Command:
    """A command: its id (for rebinding), title, one line of help, keys, and where it holds.

    `group` is the heading under which the help page puts it; title, help and group are English and
    translated where they are shown.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    scope: Scope
    footer: bool = False
    group: str = ""


@dataclass(frozen=True)
class TypedKeys:
    """Keys of a screen that are no command, such as letters that are typed, and what they do."""

    keys: str
    help: str
    scope: Scope


FORBIDDEN = frozenset(
    (
        *("ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+enter", "shift+enter"),
        *("ctrl+a", "ctrl+b", "ctrl+c"),
    )
)
"""Keys that terminals send as others, or that terminals, tmux and screen keep for themselves."""

_ARROWS = {
    "up": later("up"),
    "down": later("down"),
    "left": later("left"),
    "right": later("right"),
}
_SHORT = {"delete": "del", "insert": "ins", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn"}
_LETTERS_ARE_TYPED = (
    *(Scope.APP, Scope.IMPORTING, Scope.CODING, Scope.SEGMENTS),
    *(Scope.CODEBOOK, Scope.SPLITTING),
)
_LETTER = re.compile(r"[a-z0-9]")
_USABLE = re.compile(r"((ctrl|shift)\+)?(f([1-9]|1\d|2[0-4])|insert|delete)|ctrl\+[a-z]")


def with_keys(commands: Sequence[Command], keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with a user's own keys: command id to keys with commas between.

    Raises a Problem for an unknown command, a key that cannot be used, or a clash.
    """
    known = {command.id for command in commands}
    unknown = sorted(set(keys) - known)
    if unknown:
        raise Problem(
            _("The settings give keys to {id}, which is no command.").format(id=unknown[0]),
            _("The commands: {ids}.").format(ids=", ".join(sorted(known))),
        )
    changed = tuple(
        replace(command, keys=_split(keys[command.id])) if command.id in keys else command
        for command in commands
    )
    faults = [*_unusable(commands, changed), *faults_in(changed)]
    if faults:
        raise Problem(faults[0], _("Change the keys in the settings file."))
    return changed


def keys_in_effect(
    commands: Sequence[Command], keys: Mapping[str, str]
) -> tuple[tuple[Command, ...], str]:
    """The commands with a user's own keys, or, when these cannot be, as they are and the reason."""
    try:
        return with_keys(commands, keys), ""
    except Problem as problem:
        return tuple(commands), problem.sentence


def faults_in(commands: Iterable[Command]) -> list[str]:
    """Keys that cannot be used, and keys that two commands of one place share."""
    users: dict[tuple[Scope, str], list[str]] = defaultdict(list)
    everywhere: dict[str, str] = {}
    faults = []
    for command in commands:
        for key in command.keys:
            if key in FORBIDDEN or key.startswith("alt+"):
                kept = _("{id} cannot have the key {key}: terminals keep it.")
                faults.append(kept.format(id=command.id, key=key))
            users[command.scope, key].append(command.id)
            if command.scope is Scope.APP:
                everywhere[key] = command.id
    for (scope, key), ids in users.items():
        also = [everywhere[key]] if scope is not Scope.APP and key in everywhere else []
        if len(ids) + len(also) > 1:
            both = _(" and ").join(sorted([*ids, *also]))
            faults.append(_("The key {key} belongs to {both}.").format(key=key, both=both))
    return faults


def holding(commands: Iterable[Command], scope: Scope) -> tuple[Command, ...]:
    """The commands that hold on a screen: its own, then those that hold everywhere."""
    listed = list(commands)
    own = [command for command in listed if command.scope is scope]
    return (*own, *(command for command in listed if command.scope is Scope.APP))


def shown_key(key: str) -> str:
    """A key as people read it: `F1`, `ctrl+z`."""
    return re.sub(r"\bf(\d+)$", r"F\1", key)


def key_in_words(key: str) -> str:
    """A key as the reader calls it: the arrows have names in every language."""
    return _(_ARROWS[key]) if key in _ARROWS else shown_key(key)


def short_key(key: str) -> str:
    """A key where there is little room: `F1`, `^z`."""
    return _SHORT.get(key, key_in_words(key).replace("ctrl+", "^"))


def _unusable(before: Sequence[Command], after: Sequence[Command]) -> list[str]:
    """What is wrong with the keys a user gave; the built-in keys of a command are always right."""
    faults = []
    for old, new in zip(before, after, strict=True):
        if old.keys and not new.keys:
            faults.append(_("The settings leave {id} without a key.").format(id=new.id))
        faults += [
            _(
                "{id} cannot have the key {key}: it takes F1 to F24, insert or delete, also with "
                "shift or ctrl, or ctrl and a letter."
            ).format(id=new.id, key=key)
            for key in new.keys
            if key not in old.keys and not _is_usable(key, new.scope)
        ]
    return faults


def _is_usable(key: str, scope: Scope) -> bool:
    """Whether a key can be pressed for a command; what terminals keep is told elsewhere."""
    if key in FORBIDDEN or key.startswith("alt+") or _USABLE.fullmatch(key):
        return True
    return scope not in _LETTERS_ARE_TYPED and _LETTER.fullmatch(key) is not None


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip().casefold() for key in keys.split(",") if key.strip())
