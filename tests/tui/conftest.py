"""Screens in tests always look the same: size, theme, language, clock of the cursor, folders."""

from pathlib import Path

import pytest
import textual._wait
import textual.constants
from textual.widgets import Input, TextArea

from tests.tui.harness import UPDATE
from tests.tui.quick import make_textual_quick

_FOLDERS = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"),
)

make_textual_quick()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that writes the files of screens anew."""
    parser.addoption(
        "--update-screens", action="store_true", help="write tests/tui/screens/*.txt anew"
    )


@pytest.fixture(autouse=True)
def _update(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.config.getoption("--update-screens", default=False):
        monkeypatch.setenv(UPDATE, "1")


@pytest.fixture(autouse=True)
def _quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 1 / 500)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 1 / 2000)


@pytest.fixture(autouse=True)
def _same_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textual.constants, "TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("LANGUAGE", "en")
    for variable in ("NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings and logs are looked for in a folder of the test, on every system."""
    for variable in _FOLDERS:
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable.casefold()))
