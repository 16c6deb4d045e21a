"""The coding screen as it looks in every state, in three sizes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from coder.study import Study
from corpus.store.holding import Holder
from tests.builders import CODER_2
from tests.tui.coding import desk
from tests.tui.coding.desk import Hand, at_desk, program
from tests.tui.harness import SIZES, assert_screen

State = Callable[[Hand], Awaitable[None]]


async def fresh(hand: Hand) -> None:
    """Just opened."""


async def typing(hand: Hand) -> None:
    """Something is typed that codes are found for, and that could be a new code."""
    await hand.type("me")


async def marked(hand: Hand) -> None:
    """Rows are marked, some of which have a code, and some of which the filter hides."""
    await hand.go_to("R02")
    await hand.press("f6", "f6", "f6")
    await hand.press("f4")


async def filtered(hand: Hand) -> None:
    """Several filters and another order."""
    await hand.press("f4")
    await hand.choose("f2", "bolig*")
    await hand.choose("f5", "alphabet")


async def piece(hand: Hand) -> None:
    """A piece of an answer is chosen."""
    await hand.go_to("R11")
    await hand.press("ctrl+s", "down")


async def overlapping(hand: Hand) -> None:
    """Pieces that lie over each other have codes, and one more is chosen."""
    await hand.go_to("R11")
    await hand.press("ctrl+s")
    await hand.give("Bolig")
    await hand.press("right", "right", "end", "end")
    await hand.give("Psykologer")
    await hand.press("down")
    await hand.give("Mer midler")


async def codebook(hand: Hand) -> None:
    """The keys are in the codebook."""
    await hand.go_to("R02")
    await hand.press("ctrl+k", "down")


async def context(hand: Hand) -> None:
    """What else the respondent said."""
    await hand.press("ctrl+o")


async def chooser(hand: Hand) -> None:
    """A code is being chosen to filter by."""
    await hand.press("f3")


async def nothing(hand: Hand) -> None:
    """The filter leaves no answer."""
    await hand.choose("f2", "nordlys")


async def done(hand: Hand) -> None:
    """Every answer has a code."""
    await hand.press("f8")
    await hand.give("Bolig")
    await hand.press("ctrl+u", "end")


async def flagged(hand: Hand) -> None:
    """An answer with several codes, flags and a memo."""
    await hand.go_to("R13")
    for name in ("Bolig", "Mer midler", "Psykologer"):
        await hand.give(name)
    for flag in ("quote", "come back"):
        await hand.choose("ctrl+x", flag)
    await hand.press("ctrl+e", "1")
    await hand.type("Sjekk")
    await hand.press("ctrl+s")


async def similar(hand: Hand) -> None:
    """A new name under a theme that is much like a code there is."""
    await hand.choose("ctrl+w", "Fagfolk")
    await hand.type("Mer midlar")


STATES = (
    *(fresh, typing, marked, filtered, piece, overlapping, codebook),
    *(context, chooser, nothing, done, flagged, similar),
)


async def _as_new(hand: Hand) -> None:
    """The counts of the session are those of the keys of the test: leave them out."""
    hand.screen.session.coded.clear()
    hand.screen.show_status()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_states(study: Path, state: State, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.until(lambda: hand.screen.bench.tally.under is not None)
        await state(hand)
        await hand.press()
        await _as_new(hand)
        await assert_screen(hand.pilot, f"coding_{state.__name__}_{size[0]}x{size[1]}")

    at_desk(program(study), scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_scale(copy_of: Callable[[Callable[[Path], Path]], Path], size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await assert_screen(hand.pilot, f"coding_scale_{size[0]}x{size[1]}")

    at_desk(program(copy_of(desk.scale)), scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_study_that_another_holds(
    study: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Study, "hold", lambda _study, _coder: Holder(coder=CODER_2))
    monkeypatch.setattr(Study, "read_only", True)

    async def scenario(hand: Hand) -> None:
        await assert_screen(hand.pilot, f"coding_held_{size[0]}x{size[1]}")

    at_desk(program(study), scenario, size)
