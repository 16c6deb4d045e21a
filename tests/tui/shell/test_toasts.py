"""What is told in a corner: text whatever it looks like, and never a pile of old news."""

from time import time
from typing import Any

from textual.notifications import Notify
from textual.pilot import Pilot

from tests.tui.harness import run_app, screen_text, until
from tests.tui.shell.desk import Room
from tui.telling import Telling


def test_news_takes_the_place_of_what_was_told_before() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.post_message(Notify(Telling("før", timeout=60, raised_at=time() - 1)))
        await until(pilot, lambda: "før" in screen_text(app))
        app.notify("nå", timeout=60)
        await until(pilot, lambda: "nå" in screen_text(app) and "før" not in screen_text(app))

    run_app(app, scenario, toasts=True)


def test_what_is_told_together_is_seen_together() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.notify("det ene", timeout=60)
        app.notify("det andre", timeout=60)
        await until(
            pilot, lambda: "det ene" in screen_text(app) and "det andre" in screen_text(app)
        )

    run_app(app, scenario, toasts=True)


def test_data_in_it_is_text() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.notify("[@click=app.quit]x[/] \x1b[2J \u202eabc", timeout=60)
        await until(pilot, lambda: "[@click=app.quit]x[/] ␛[2J �abc" in screen_text(app))
        for x in range(0, 40, 5):
            await pilot.click(offset=(x, 22))
        assert app.is_running

    run_app(app, scenario, toasts=True)
