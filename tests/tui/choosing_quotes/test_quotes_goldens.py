"""The screen on which quotes are chosen as it looks, in three sizes and with hostile texts."""

from pathlib import Path

import pytest

from tests.tui.choosing_quotes import desk
from tests.tui.choosing_quotes.desk import Hand, at_quotes
from tests.tui.harness import SIZES, assert_screen, control_characters


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_as_it_looks(study: Path, size: tuple[int, int]) -> None:
    at = f"{size[0]}x{size[1]}"

    async def scenario(hand: Hand) -> None:
        if size[0] == 40:
            await assert_screen(hand.pilot, f"quotes_themes_{at}")
        await hand.press("enter", "space", "p")
        await hand.until(lambda: hand.screen.proposed)
        await assert_screen(hand.pilot, f"quotes_{at}")

    at_quotes(study, scenario, size)


def test_texts_that_break_screens_do_nothing(tmp_path: Path) -> None:
    async def scenario(hand: Hand) -> None:
        for size in SIZES:
            await hand.pilot.resize_terminal(*size)
            await hand.press("enter", "down", "space", "tab")
            assert control_characters(hand.text) == set()
        for key in ("u", "w", "b", "s", "o"):
            await hand.press(key)
            assert control_characters(hand.text) == set()
            await hand.press("escape")

    at_quotes(desk.hostile(tmp_path), scenario, toasts=True)
