"""A tiny app with the styles of the way in, and files to find."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from tests.tui.widgets.showing import Showing

STYLES = Path(__file__).parents[2] / "tui" / "styles"
NOON = 1_777_809_600
"""2026-05-03 at noon in UTC, the same day nearly everywhere."""


class Dressed(Showing):
    """Nothing but the given widgets, with the program's styles."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "app.tcss", STYLES / "importing.tcss"]


def files(folder: Path, *names: str, size: int = 32_400) -> Path:
    """A folder with these files, and folders where the name ends so, all of one day."""
    folder.mkdir(exist_ok=True, parents=True)
    for name in names:
        path = folder / name
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(b"x" * size)
            os.utime(path, (NOON, NOON))
    return folder


def keys(text: str) -> Sequence[str]:
    """The keys that type a text."""
    named = {
        **{" ": "space", "/": "slash", "~": "tilde", ".": "full_stop", "_": "underscore"},
        **{"-": "minus", ":": "colon", "[": "left_square_bracket", "]": "right_square_bracket"},
    }
    return [named.get(letter, letter) for letter in text]
