"""The help page, made from the list of commands."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from tui.commands.registry import SCOPE_TITLES, Command, Scope, key_in_words
from tui.commands.typed import TYPED
from tui.words import _

_INDENT = 2
_WIDEST_KEYS = 16
_LEAST_HELP = 24

Entry = tuple[str, str, str]
"""Keys, title ("" when there is none), and what it does; all in the reader's language."""


def help_lines(
    commands: Sequence[Command], scope: Scope, width: int, parts: Iterable[Scope] = ()
) -> Iterator[str | Content]:
    """What can be typed on a screen, its commands, those of its parts, and those of everywhere.

    Keys, titles and help stand in columns; with little room the help stands under the title.
    """
    sections = [section for section in _sections(commands, scope, parts) if section[1]]
    entries = [entry for _heading, listed in sections for entry in listed]
    keys = min(_WIDEST_KEYS, max(len(entry[0]) for entry in entries))
    titles = max(len(entry[1]) for entry in entries)
    for at, (heading, listed) in enumerate(sections):
        if at:
            yield ""
        yield Content.styled(heading, "bold")
        for entry in listed:
            yield from _lines(entry, keys, titles, width)
    yield ""
    yield from textwrap.wrap(
        _("In the bottom line ^z is ctrl+z. Other keys can be given in the settings file."), width
    )


def _sections(
    commands: Sequence[Command], scope: Scope, parts: Iterable[Scope]
) -> Iterator[tuple[str, list[Entry]]]:
    yield _("Typing"), [(_(each.keys), "", _(each.help)) for each in TYPED if each.scope is scope]
    if scope is not Scope.APP:
        yield from _groups(commands, scope, _("On this screen"))
    for place in (*parts, Scope.APP):
        yield from _groups(commands, place, _(SCOPE_TITLES[place]))


def _groups(
    commands: Sequence[Command], scope: Scope, title: str
) -> Iterable[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for command in commands:
        if command.scope is scope:
            groups.setdefault(_(command.group) or title, []).append(_entry(command))
    return groups.items()


def _entry(command: Command) -> Entry:
    return ", ".join(map(key_in_words, command.keys)), _(command.title), _(command.help)


def _lines(entry: Entry, keys: int, titles: int, width: int) -> Iterable[str]:
    pressed, title, what = entry
    head = f"{'':{_INDENT}}{pressed:<{keys}}  "
    room = width - len(head) - (titles + 2 if title else 0)
    if title and room < _LEAST_HELP:
        room = width - len(head)
        yield f"{head}{title}"
        head = " " * len(head)
    elif title:
        head += f"{title:<{titles}}  "
    for line in textwrap.wrap(what, max(8, room)):
        yield f"{head}{line}"
        head = " " * len(head)
