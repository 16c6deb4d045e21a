"""What cannot be done to a codebook is told in a sentence, and nothing is lost."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from coder.study import Study
from tests.tui.codebook.desk import Hand, at_book, contents

Act = Callable[[Hand], Awaitable[None]]


async def _fourth_level(hand: Hand) -> None:
    await hand.go("Fagfolk")
    await hand.press("f4")
    await hand.enter("Økonomi")
    await hand.go("Økonomi")
    await hand.press("f4")
    await hand.enter("Bolig")


async def _twin(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("f2", "ctrl+u")
    await hand.enter("Boliger")


async def _twin_made(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("ctrl+n")
    await hand.enter("Boliger")


async def _no_name(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("f2", "ctrl+u", "enter")


async def _no_colour(hand: Hand) -> None:
    await hand.go("Boliger")
    await hand.press("f3", "tab", "tab", "tab")
    await hand.type("rosa")
    await hand.press("ctrl+s")


async def _into_what_stands_under_it(hand: Hand) -> None:
    await hand.mark("Økonomi")
    await hand.go("Staten")
    await hand.press("f5")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (_twin, "There is a code Boliger already. Take another name, or merge the two."),
        (_twin_made, "There is a code Boliger already. Take another name."),
        (_no_name, "A code needs a name."),
        (_no_colour, "rosa is not a colour."),
        (_into_what_stands_under_it, "Staten stands under Økonomi. Move it out first"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(study: Path, act: Act, told: str) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await act(hand)
        await hand.hears(told)

    at_book(study, scenario)
    assert contents(study) == before


def test_a_fourth_level_is_refused(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _fourth_level(hand)
        await hand.hears("Økonomi would stand more than 3 levels deep.")
        assert hand.tree[0] == "Økonomi"

    at_book(study, scenario)


@pytest.mark.parametrize(
    "keys", [("f2", "x", "enter"), ("ctrl+d",), ("ctrl+up",), ("ctrl+right",), ("f4", "1")]
)
def test_a_locked_code_stays_as_it_is(study: Path, keys: tuple[str, ...]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Økonomi")
        await hand.press("ctrl+l")
        await hand.hears("Locked")
        before = contents(study)
        await hand.go("Staten")
        await hand.press(*keys)
        await hand.hears("Økonomi is locked. Unlock it to change it")
        assert contents(study) == before

    at_book(study, scenario)


def test_a_study_that_can_only_be_read_can_be_looked_at_and_not_changed(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Study, "read_only", True)
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await hand.go("Bolig")
        keys = ("f2", "f3", "f4", "f5", "f8", "ctrl+n", "ctrl+w", "ctrl+d", "ctrl+l", "ctrl+s")
        for key in (*keys, "ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right"):
            await hand.press(key)
            await hand.hears("The study can only be read.")
            assert hand.app.screen is hand.screen
            hand.app.clear_notifications()
        await hand.press("enter")
        await hand.sees("Se også neste år.")

    at_book(study, scenario)
    assert contents(study) == before
