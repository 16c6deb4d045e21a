"""The codebook screen as it looks in its main states, in three sizes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from coder.study import Study
from corpus.store.holding import Holder
from tests.builders import CODER_2
from tests.tui.codebook.desk import Hand, at_book
from tests.tui.harness import SIZES, assert_screen

State = Callable[[Hand], Awaitable[None]]


async def fresh(hand: Hand) -> None:
    """Just opened."""


async def described(hand: Hand) -> None:
    """A code about which everything is said."""
    await hand.go("Bolig")


async def marked(hand: Hand) -> None:
    """Codes are marked, one is retired, one locked, one theme folded."""
    await hand.go("Staten")
    await hand.press("ctrl+d")
    await hand.go("Økonomi")
    await hand.press("ctrl+l")
    await hand.mark("Psykologer", "Boliger")
    await hand.go("Fagfolk")
    await hand.press("left")


async def found(hand: Hand) -> None:
    """Something is typed."""
    await hand.type("bol")


async def page(hand: Hand) -> None:
    """Everything about a code on a page."""
    await hand.go("Bolig")
    await hand.press("enter")


async def examples(hand: Hand) -> None:
    """More answers with a code."""
    await hand.go("Bolig")
    await hand.press("ctrl+o")


async def describing(hand: Hand) -> None:
    """The window for definition and rules."""
    await hand.go("Bolig")
    await hand.press("f3")


async def moving(hand: Hand) -> None:
    """A theme is chosen for two codes."""
    await hand.mark("Bolig", "Boliger")
    await hand.press("f4")


async def merging(hand: Hand) -> None:
    """What a merge changes is shown."""
    await hand.mark("Boliger", "Fagfolk")
    await hand.go("Bolig")
    await hand.press("f5")
    await hand.sees("enter: yes")


STATES = (fresh, described, marked, found, page, examples, describing, moving, merging)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_states(study: Path, state: State, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await state(hand)
        await assert_screen(hand.pilot, f"codebook_{state.__name__}_{size[0]}x{size[1]}")

    at_book(study, scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_codebook_that_another_holds(
    study: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Study, "hold", lambda _study, _coder: Holder(coder=CODER_2))
    monkeypatch.setattr(Study, "read_only", True)

    async def scenario(hand: Hand) -> None:
        await assert_screen(hand.pilot, f"codebook_held_{size[0]}x{size[1]}")

    at_book(study, scenario, size)
