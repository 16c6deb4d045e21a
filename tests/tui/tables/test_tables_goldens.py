"""The screen of saved tables as it looks in its main states, in three sizes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.tui.harness import SIZES, assert_screen, control_characters
from tests.tui.tables.desk import Hand, at_tables, hostile

State = Callable[[Hand], Awaitable[None]]


async def cell(hand: Hand) -> None:
    """The cursor on a cell of a crossed table; bars under it."""
    await hand.press("down", "enter")
    await hand.rests()
    await hand.press("right", "b")
    await hand.until(lambda: hand.screen.has_class("-bars"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_crossed_table_with_bars(study: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await assert_screen(hand.pilot, f"tables_{size[0]}x{size[1]}")
        await cell(hand)
        await assert_screen(hand.pilot, f"tables_bars_{size[0]}x{size[1]}")

    at_tables(study, scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_texts_are_only_text(tmp_path: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("enter", "right")
        await hand.rests()
        await assert_screen(hand.pilot, f"tables_hostile_{size[0]}x{size[1]}")
        for key in ("c", "v", "l", "s", "x", "ctrl+o", "b"):
            await hand.press(key)
            assert not control_characters(hand.text)
            if key != "b":
                await hand.press("escape")
        assert not control_characters(hand.text)

    at_tables(hostile(tmp_path), scenario, size, toasts=True)
