"""The harness itself: it waits, it compares, and it says what was on the screen."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Label

from tests.tui import harness
from tests.tui.harness import assert_screen, control_characters, run_app, screen_text, until


class Counting(App[None]):
    """Says how far it has counted, a little later each time."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def compose(self) -> ComposeResult:
        """One label."""
        yield Label("0")

    def step(self) -> None:
        """Count one further."""
        self.count += 1
        self.query_one(Label).update(str(self.count))


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder for the files of screens, which are not to be written."""
    monkeypatch.setattr(harness, "SCREENS", tmp_path)
    monkeypatch.delenv(harness.UPDATE, raising=False)
    return tmp_path


def test_the_text_of_a_screen_has_no_empty_ends() -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app) == "0\n"

    run_app(Counting(), scenario)


def test_waiting_ends_when_the_predicate_holds() -> None:
    app = Counting()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.set_interval(0.01, app.step)
        await until(pilot, lambda: app.count >= 3)
        assert app.count < 100

    run_app(app, scenario)


def test_waiting_in_vain_shows_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "MOST_SECONDS", 0.05)

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: False)

    with pytest.raises(AssertionError, match="never came to hold:\n0\n"):
        run_app(Counting(), scenario)


def test_a_screen_is_compared_with_its_file(screens: Path) -> None:
    (screens / "zero.txt").write_text("0\n", encoding="utf-8")
    (screens / "one.txt").write_text("1\n", encoding="utf-8")

    async def scenario(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, "zero")
        with pytest.raises(AssertionError, match=r"not one\.txt"):
            await assert_screen(pilot, "one")
        with pytest.raises(AssertionError, match="--update-screens"):
            await assert_screen(pilot, "two")

    run_app(Counting(), scenario)


def test_a_screen_is_written_when_asked_for(screens: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(harness.UPDATE, "1")

    async def scenario(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, "zero")

    run_app(Counting(), scenario)
    assert (screens / "zero.txt").read_text("utf-8") == "0\n"


def test_an_error_in_the_app_is_an_error_of_the_test() -> None:
    app = Counting()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.call_later(lambda: 1 / 0)
        await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        run_app(app, scenario)


def test_control_characters_are_found() -> None:
    assert control_characters("a\x1bb\x9b\u202e\n") == {"\x1b", "\x9b", "\u202e"}
