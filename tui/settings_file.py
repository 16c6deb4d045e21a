"""One setting is written into the settings file; all else in it stays as its owner wrote it."""

import re
import tomllib
from pathlib import Path

from coder.exports.atomic import write_file
from corpus.problems import Problem
from tui.words import _

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_HEAD = "# Settings of fullkoding. All that can be settled is told by: fullkoding settings\n"


def write_setting(path: Path, name: str, value: str) -> None:
    """Write `name = "value"` into the file, which is made when there is none.

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
            _('Write it there yourself: {name} = "{value}"').format(name=name, value=value),
        ) from error
    write_file(path, lambda temporary: temporary.write_bytes(after.encode("utf-8")))


def with_setting(text: str, name: str, value: str) -> str:
    """The text of a settings file with one setting changed or added; comments and order stay.

    Raises ValueError for a text that is not TOML, or in which the setting stands in a way that
    only a person should change.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    expected = tomllib.loads(text) | {name: value}
    found = _TABLE.search(text)
    top = text[: found.start()] if found else text
    line = re.compile(rf"""^([ \t]*{name}[ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')""", re.MULTILINE)
    changed, times = line.subn(lambda match: f'{match[1]}"{value}"', top, count=1)
    if not times:
        changed = _added(top, f'{name} = "{value}"', "\r\n" if "\r\n" in text else "\n")
    result = changed + text[len(top) :]
    if tomllib.loads(result) != expected:
        raise ValueError(f"{name} stands there in an unusual way")
    return mark + result


def _added(top: str, line: str, end: str) -> str:
    """The line after the last that says something, before what is empty."""
    said = top.rstrip()
    if not said:
        return f"{line}{end}{top}"
    rest, newline, below = top[len(said) :].partition("\n")
    return f"{said}{rest}{newline or end}{line}{end}{below}"
