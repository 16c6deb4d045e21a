"""Which colours the terminal is asked for."""

import re
from pathlib import Path

from tests.tui.terminal.conftest import UNSUGGESTED
from tests.tui.terminal.driver import Terminal
from tui.settings import settings_path

_STYLE = re.compile(rb"\x1b\[([\d;]*)m")
_PLAIN = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9", b"39", b"49"}


def _asked(study: Path, settings: str = "", **environment: str) -> set[bytes]:
    """The numbers in all sequences that change the style of what is written."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(settings + UNSUGGESTED, "utf-8")
    with Terminal("open", study, "--question", "k1", environment=environment) as terminal:
        terminal.shows("UNCODED 4")
        terminal.settled()
        styles = _STYLE.findall(bytes(terminal.raw))
    return {number for style in styles for number in style.split(b";")}


def test_usually_all_colours_are_asked_for(study: Path) -> None:
    assert {b"38", b"48", b"2"} <= _asked(study)


def test_without_colours_none_is_asked_for(study: Path) -> None:
    assert _asked(study, NO_COLOR="1") <= _PLAIN


def test_without_colours_the_line_of_the_cursor_is_reversed(study: Path) -> None:
    assert b"7" in _asked(study, NO_COLOR="1")


def test_the_terminals_own_colours_are_the_sixteen(study: Path) -> None:
    sixteen = {b"%d" % number for start in (30, 40, 90, 100) for number in range(start, start + 8)}
    assert _asked(study, 'theme = "ansi"\n') <= _PLAIN | sixteen
