"""Codes that may be one: looked at pair by pair, kept apart or merged with one key."""

from pathlib import Path

import pytest

from tests.tui.codebook.desk import Hand, at_book, contents, hostile, tree_of
from tests.tui.coding.desk import codes_of
from tests.tui.harness import SIZES, assert_screen, control_characters
from tui.codebook.reviewing import Reviewing
from tui.codebook.screen import Codebook


async def _review(hand: Hand) -> Reviewing:
    await hand.press("f7")
    await hand.until(lambda: isinstance(hand.app.screen, Reviewing) and hand.app.screen.is_found)
    await hand.press()
    assert isinstance(hand.app.screen, Reviewing)
    return hand.app.screen


def _names(screen: Reviewing) -> list[tuple[str, str]]:
    path = screen.desk.book.path
    return [(path(pair.code_id), path(pair.other_id)) for pair in screen.pairs]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_as_it_looks(study: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await _review(hand)
        await assert_screen(hand.pilot, f"codebook_similar_{size[0]}x{size[1]}")

    at_book(study, scenario, size)


def test_two_that_are_two_are_not_proposed_again_until_that_is_undone(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        screen = await _review(hand)
        assert ("Bolig", "Boliger") in _names(screen)
        await hand.press("k")
        await hand.hears("Both are kept.")
        assert ("Bolig", "Boliger") not in _names(screen)
        await hand.press("ctrl+z")
        await hand.hears("Undone: kept Bolig and Boliger apart in k1")
        assert ("Bolig", "Boliger") in _names(screen)

    at_book(study, scenario)
    assert contents(study) == before


@pytest.mark.parametrize(
    ("key", "stays", "goes"), [("1", "Bolig", "Boliger"), ("2", "Boliger", "Bolig")]
)
def test_either_of_two_can_stay(study: Path, key: str, stays: str, goes: str) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await _review(hand)
        await hand.press(key)
        await hand.hears(f"{goes} was merged into {stays}.")
        assert ("Bolig", "Boliger") not in _names(screen)
        await hand.press("escape")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        assert goes not in hand.tree

    at_book(study, scenario)
    assert goes not in tree_of(study)
    assert codes_of(study)["R07"] == [stays]


def test_a_merge_here_is_undone_here(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        screen = await _review(hand)
        await hand.press("1", "ctrl+z")
        await hand.hears("Undone: merged Boliger into Bolig in k1")
        assert ("Bolig", "Boliger") in _names(screen)

    at_book(study, scenario)
    assert contents(study) == before


def test_when_none_is_left_that_is_said(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await _review(hand)
        while screen.pairs:
            await hand.press("n", "k")
        await hand.sees("No two codes are alike, or all were looked at.", "0 pairs left")
        await hand.press("k", "1", "2", "n", "escape")

    at_book(study, scenario)


def test_hostile_names_do_nothing(tmp_path: Path) -> None:
    path = hostile(tmp_path)

    async def scenario(hand: Hand) -> None:
        screen = await _review(hand)
        assert screen.pairs
        for _pair in screen.pairs:
            assert control_characters(hand.text) == set()
            await hand.press("n")
        await hand.press("k", "1", "2")

    at_book(path, scenario, toasts=True)
