"""The settings file, and what happens when something nobody expected goes wrong."""

import os
from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused, run
from tests.tui.cli.studies import small_study
from tui.cli import looking
from tui.settings import log_path, settings_path


def _settings(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, "utf-8")


def test_the_coder_of_the_settings_codes(folder: Path) -> None:
    study = small_study(folder)
    _settings('coder = "Kari Ås"\n')
    done("code", study, "--question", "k1", "--answer", "R1", "--code", "A")
    assert "Kari Ås" in done("log", study).out


@pytest.mark.parametrize("text", ["coder = ", "colour = 'red'\n", "\x00", "coder: KH"])
def test_settings_that_cannot_be_read_are_named_and_nothing_is_done(
    folder: Path, text: str
) -> None:
    study = small_study(folder)
    _settings(text)
    before = study.read_bytes()
    one = ("--question", "k1", "--answer", "R1", "--code", "A")
    assert str(settings_path()) in refused("code", study, *one)
    assert study.read_bytes() == before


def _break(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr(looking, "open_study", fail)


def test_the_unexpected_is_a_sentence_the_logs_name_and_exit_code_70(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = small_study(folder)
    _break(monkeypatch)
    result = run("status", study)
    assert result.exit_code == 70
    assert "RuntimeError" in result.err
    assert str(log_path()) in result.err
    assert not result.has_traceback
    assert "Traceback" in log_path().read_text("utf-8")


def test_every_error_is_written_down_for_its_owner_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = small_study(folder)
    _break(monkeypatch)
    for _ in range(2):
        run("status", study)
    assert log_path().read_text("utf-8").count("Traceback") == 2
    assert log_path().stat().st_mode & 0o077 == 0


def test_without_a_place_for_the_log_the_error_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = small_study(folder)
    _break(monkeypatch)
    (folder / "fil").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "fil"))
    result = run("status", study)
    assert result.exit_code == 70
    assert "RuntimeError('inside')" in result.err


def test_nothing_is_written_to_the_home_of_a_user_without_errors(folder: Path) -> None:
    done("status", small_study(folder))
    assert list(Path(os.environ["HOME"]).iterdir()) == []
