"""The command settings: what is in effect, where it is written, which keys commands have."""

from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused
from tui.commands.listed import COMMANDS
from tui.settings import log_path, settings_path


@pytest.fixture(autouse=True)
def _in_a_folder(folder: Path) -> Path:
    return folder


def _write(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, "utf-8")


def _line(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if line.split()[:1] == [name])


def test_the_files_are_named_before_they_are_there() -> None:
    out = done("settings").out
    assert f"{settings_path()}  (not there yet)" in out
    assert str(log_path()) in out
    assert not settings_path().exists()


def test_without_a_file_the_values_are_shown_as_they_are() -> None:
    out = done("settings").out
    assert _line(out, "theme") == "theme     dark"
    assert _line(out, "language") == "language  as the system"
    assert _line(out, "coder") == "coder     KH"


def test_what_is_settled_is_shown() -> None:
    _write('coder = "Kari [/] \\u202e"\ntheme = "light"\nlanguage = "nn"\n')
    out = done("settings").out
    assert "Kari [/] �" in out
    assert _line(out, "theme") == "theme     light"
    assert _line(out, "language") == "language  nn"


def test_every_command_is_there_with_its_keys() -> None:
    out = done("settings").out
    lines = {line.split()[0]: line for line in out.splitlines() if line.startswith("  ")}
    for command in COMMANDS:
        assert ", ".join(command.keys) in lines[command.id]


def test_the_users_keys_are_shown() -> None:
    _write('[keys]\nundo = "shift+f1, F12"\n')
    result = done("settings")
    assert "shift+f1, f12" in _line(result.out, "undo")
    assert result.err == ""


def test_keys_that_cannot_be_are_told_and_the_built_in_ones_shown() -> None:
    _write('[keys]\nundo = "f1"\n')
    result = done("settings")
    assert "ctrl+z" in _line(result.out, "undo")
    assert result.err == "The key f1 belongs to help and undo. The built-in keys are in use.\n"


def test_an_unknown_setting_is_a_sentence() -> None:
    _write('colour = "red"\n')
    assert "unknown setting colour" in refused("settings")
