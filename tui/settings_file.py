"""One setting is written into the settings file; all else in it stays as its owner wrote it."""

import re
import tomllib
from pathlib import Path
from typing import Any

from coder.exports.atomic import write_file
from corpus.problems import Problem
from tui.words import _

_TABLE = re.compile(r"^[ \t]*\[([^\]\n]*)\]?", re.MULTILINE)
_TEXT = r"""\"[^\"\n]*\"|'[^'\n]*'"""
_NUMBER = r"true\b|false\b|[0-9.]+\b"
_HEAD = "# Settings of fullkoding. All that can be settled is told by: fullkoding settings\n"

Value = str | bool | float


def write_setting(path: Path, name: str, value: Value) -> None:
    """Write `name = value` into the file, which is made when there is none.

    A name with a point stands in a table: `suggest.on`.

    Raises a Problem, with the file untouched, when this cannot be done without doubt.
    """
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else _HEAD
        after = with_setting(before, name, value)
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise Problem(
            _("{name} was not written to the settings file {path}: {error}.").format(
                name=name, path=path, error=error
            ),
            _("Write it there yourself: {line}").format(line=f"{name} = {_literal(value)}"),
        ) from error
    write_file(path, lambda temporary: temporary.write_bytes(after.encode("utf-8")))


def with_setting(text: str, name: str, value: Value) -> str:
    """The text of a settings file with one setting changed or added; comments and order stay.

    Raises ValueError for a text that is not TOML, or in which the setting stands in a way that
    only a person should change.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    expected = _with_value(tomllib.loads(text), name, value)
    start, end, written = _place_of(text, name)
    own, literal = text[start:end], _literal(value)
    old = _TEXT if isinstance(value, str) else _NUMBER
    line = re.compile(rf"^([ \t]*{re.escape(written)}[ \t]*=[ \t]*)({old})", re.MULTILINE)
    changed, times = line.subn(lambda match: f"{match[1]}{literal}", own, count=1)
    if not times:
        changed = _added(own, f"{written} = {literal}", "\r\n" if "\r\n" in text else "\n")
    result = text[:start] + changed + text[end:]
    if tomllib.loads(result) != expected:
        raise ValueError(f"{name} stands there in an unusual way")
    return mark + result


def _place_of(text: str, name: str) -> tuple[int, int, str]:
    """Where the table of a setting begins and ends, and what the setting is called in it.

    Without such a table that is the top of the file, and the whole name.
    """
    table, _point, key = name.rpartition(".")
    heads = [*_TABLE.finditer(text)]
    starts = [*(head.start() for head in heads), len(text)]
    for place, head in enumerate(heads):
        if table and head[1].strip() == table:
            return starts[place], starts[place + 1], key
    return 0, starts[0], name


def _with_value(written: dict[str, Any], name: str, value: Value) -> dict[str, Any]:
    table, _point, key = name.rpartition(".")
    if not table:
        return written | {key: value}
    inside = written.get(table, {})
    if not isinstance(inside, dict):
        raise ValueError(f"{table} is no table")
    return written | {table: inside | {key: value}}


def _literal(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).casefold()


def _added(top: str, line: str, end: str) -> str:
    """The line after the last that says something, before what is empty."""
    said = top.rstrip()
    if not said:
        return f"{line}{end}{top}"
    rest, newline, below = top[len(said) :].partition("\n")
    return f"{said}{rest}{newline or end}{line}{end}{below}"
