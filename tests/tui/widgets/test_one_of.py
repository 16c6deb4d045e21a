"""One of a few, side by side: arrows, first letters and clicks choose."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.harness import run_app, screen_text
from tests.tui.widgets.showing import Showing
from tui.widgets.one_of import OneOf

LABELS = ("bokmål", "nynorsk", "English")


def chosen(*pressed: str) -> int:
    """The place of what is chosen after these keys."""
    shown = OneOf(LABELS)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press(*pressed)

    run_app(Showing(shown), scenario)
    return shown.at


def test_the_first_is_chosen_at_first() -> None:
    assert chosen() == 0


def test_arrows_and_space_go_round() -> None:
    assert chosen("right") == 1
    assert chosen("right", "space", "down") == 0
    assert chosen("left") == 2


def test_a_first_letter_chooses() -> None:
    assert chosen("e") == 2
    assert chosen("N") == 1
    assert chosen("x") == 0


def test_a_click_chooses_and_the_sign_shows_it() -> None:
    shown = OneOf(LABELS)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.click(OneOf, offset=(15, 0))
        assert shown.at == 1
        assert "● nynorsk" in screen_text(pilot.app)

    run_app(Showing(shown), scenario)
