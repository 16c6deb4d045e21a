"""Writes docs/keys.md from the commands of the screens."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.commands.listed import COMMANDS
from tui.commands.registry import SCOPE_TITLES, Scope, shown_key
from tui.commands.typed import TYPED

_TARGET = Path(__file__).resolve().parent.parent / "docs" / "keys.md"
_HEAD = """# Keys

Made by `python scripts/keys_page.py` from the program itself; F1 shows the same on every screen,
and `fullkoding settings` lists the keys that are in effect.

Every command is also found by name: ctrl+p. Commands can be given other keys by their id, the last
column here: see [Settings](settings.md). In the bottom line of the screens `^z` is ctrl+z.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for scope, title in SCOPE_TITLES.items():
        rows = [*_typed(scope), *_commands(scope)]
        if rows:
            yield "\n".join([f"## {title}", "", "| key | command | what it does | id |"])
            yield "\n".join(["|---|---|---|---|", *rows, ""])


def _typed(scope: Scope) -> Iterator[str]:
    for each in TYPED:
        if each.scope is scope:
            yield f"| {_keys(each.keys.split(', '))} |  | {each.help} |  |"


def _commands(scope: Scope) -> Iterator[str]:
    for command in COMMANDS:
        if command.scope is scope:
            keys = _keys(map(shown_key, command.keys))
            yield f"| {keys} | {command.title} | {command.help} | `{command.id}` |"


def _keys(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


if __name__ == "__main__":
    _TARGET.write_text(page(), encoding="utf-8")
