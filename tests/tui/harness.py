"""Screens in tests: run an app, wait for what is asserted, compare the screen as plain text."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

SCREENS = Path(__file__).parent / "screens"
UPDATE = "FULLKODING_UPDATE_SCREENS"
MOST_SECONDS = 5.0
SIZES = ((80, 24), (40, 10), (200, 60))

Scenario = Callable[[Pilot[Any]], Awaitable[None]]


def run_app(
    app: App[Any],
    scenario: Scenario,
    size: tuple[int, int] = (80, 24),
    heard: list[Message] | None = None,
    toasts: bool = False,
) -> None:
    """Run an app in a terminal of this many columns and rows, and act out a scenario in it.

    Every message that arrives anywhere is put into `heard` once. What the app tells a user is seen
    on the screen only with `toasts`.
    """

    def hear(message: Message) -> None:
        if heard is not None and not any(message is other for other in heard):
            heard.append(message)

    async def run() -> None:
        async with app.run_test(size=size, message_hook=hear, notifications=toasts) as pilot:
            await settled(pilot)
            await scenario(pilot)

    asyncio.run(run())


async def until(pilot: Pilot[Any], predicate: Callable[[], object]) -> None:
    """Wait until the predicate holds; fails with the screen after five seconds.

    The longer it takes the more seldom it is looked, so that threads get on with their work.
    """
    deadline, pause = monotonic() + MOST_SECONDS, 0.002
    while not predicate():
        assert monotonic() < deadline, f"it never came to hold:\n{screen_text(pilot.app)}"
        await pilot.pause(pause)
        pause = min(1.3 * pause, 0.02)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the screen is the same three times running, two seconds at most."""
    deadline = monotonic() + 2
    seen: list[str] = []
    while monotonic() < deadline and (len(seen) < 3 or len(set(seen[-3:])) > 1):
        await pilot.pause()
        seen.append(screen_text(pilot.app))


def screen_text(app: App[Any]) -> str:
    """The screen as lines of plain text without trailing spaces, nor empty lines at the end."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip("\n") + "\n"


async def assert_screen(pilot: Pilot[Any], name: str) -> None:
    """Compare the settled screen with `screens/NAME.txt`, or write that file when asked to."""
    await settled(pilot)
    shown = screen_text(pilot.app)
    path = SCREENS / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is not there; write it: pytest tests/tui --update-screens"
    assert shown == path.read_text("utf-8"), f"the screen is not {path.name}"


def control_characters(text: str) -> set[str]:
    """The characters of a screen's text that a terminal would obey."""
    return {
        character
        for character in text.replace("\n", "")
        if ord(character) < 0x20
        or 0x7F <= ord(character) < 0xA0
        or character in "\u200b\u200e\u200f\u202a\u202d\u202e\u2066\u2069\ufeff"
    }
