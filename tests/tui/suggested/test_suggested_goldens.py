"""The lists of suggestions as they look, in three sizes, and with texts that break screens."""

from pathlib import Path

import pytest

from tests.tui.coding import desk
from tests.tui.coding.desk import Hand
from tests.tui.harness import SIZES, assert_screen, control_characters
from tests.tui.suggested.desk import Everything, at_lists, likely, opened
from tui.suggested.doubtful import DoubtfulScreen
from tui.suggested.groups import GroupsScreen


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_as_they_look(study: Path, size: tuple[int, int]) -> None:
    at = f"{size[0]}x{size[1]}"

    async def scenario(hand: Hand) -> None:
        await likely(hand)
        await hand.press("y", "n")
        await hand.sees("like: «For få boliger»")
        await assert_screen(hand.pilot, f"suggested_likely_{at}")
        await hand.press("u", "u", "escape")
        await opened(hand, "find_doubtful", DoubtfulScreen)
        await assert_screen(hand.pilot, f"suggested_doubtful_{at}")
        await hand.press("escape")
        await opened(hand, "find_clusters", GroupsScreen)
        await assert_screen(hand.pilot, f"suggested_groups_{at}")

    at_lists(study, scenario, size)


def test_texts_that_break_screens_do_nothing(tmp_path: Path) -> None:
    path = desk.hostile(tmp_path)

    async def scenario(hand: Hand) -> None:
        hand.screen.suggesting = Everything(hand.screen.bench)
        hand.screen.go_through_likely(next(iter(hand.screen.bench.tree.by_id)))
        await _looked_at(hand, "y")
        await hand.press("escape", "enter")
        await opened(hand, "find_doubtful", DoubtfulScreen)
        await _looked_at(hand, "down")
        await hand.press("escape")
        await opened(hand, "find_clusters", GroupsScreen)
        await _looked_at(hand, "down")
        await hand.press("f2")
        assert control_characters(hand.text) == set()
        await hand.press("escape", "enter")
        assert control_characters(hand.text) == set()

    at_lists(path, scenario, toasts=True)


async def _looked_at(hand: Hand, key: str) -> None:
    for size in SIZES:
        await hand.size(*size)
        for _line in range(2):
            await hand.press(key)
            assert control_characters(hand.text) == set()
