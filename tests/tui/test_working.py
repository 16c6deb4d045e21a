"""The window over work that takes time: how far it is, and how it is stopped."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.harness import control_characters, run_app, screen_text, settled, until
from tests.tui.way import Dressed
from tests.tui.widgets.showing import HOSTILE
from tui.screens.working import Working


def nothing() -> None:
    """Nobody is told."""


def test_how_far_the_work_is_can_be_told_at_any_time() -> None:
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        window = Working("Importing svar.csv", "Then nothing is imported.", nothing)
        window.show(1, 4)
        app.push_screen(window)
        await until(pilot, lambda: "Preparing" in screen_text(app))
        window.show(1, 4)
        await until(pilot, lambda: "25 %" in screen_text(app))
        window.show(0, 0)
        await until(pilot, lambda: " 0 %" in screen_text(app))

    run_app(app, scenario)


def test_escape_asks_for_the_end_and_the_window_waits_for_it() -> None:
    app = Dressed()
    asked: list[bool] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        window = Working("Importing", "Then nothing is imported.", lambda: asked.append(True))
        app.push_screen(window)
        await until(pilot, lambda: "Preparing" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopping" in screen_text(app))
        window.show(3, 4)
        await settled(pilot)
        assert "Stopping" in screen_text(app)
        assert app.screen is window

    run_app(app, scenario)
    assert asked == [True]


def test_a_hostile_title_is_only_looked_at() -> None:
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Working("\n".join(HOSTILE), "", nothing))
        await until(pilot, lambda: "Preparing" in screen_text(app))
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario)
