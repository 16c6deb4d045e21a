"""Whatever keys are pressed: nothing crashes, the study stays whole, the counts stay right."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coder.study import Study
from coder.workbench.progress import uncoded_ids
from coder.workbench.tally import count_under, read_tally
from tests.invariants import broken
from tests.trials import trials
from tests.tui.coding import desk
from tests.tui.coding.desk import Hand, at_desk, program, uncoded_of
from tests.tui.harness import SIZES, control_characters
from tui.coding.screen import Coding
from tui.commands.coding import CODING
from tui.commands.everywhere import EVERYWHERE
from tui.commands.segments import SEGMENTS
from tui.screens.choosing import Choosing
from tui.screens.history import History
from tui.screens.memo import Memos
from tui.screens.questions import Questions

KEYS = 120
LEAVING = ("quit", "back")
BOUND = [
    key for each in (*CODING, *SEGMENTS, *EVERYWHERE) if each.id not in LEAVING for key in each.keys
]
TYPED = (*"abelmopstøå123456789.#/ ", "enter", "escape", "backspace", "tab", "down", "up", "space")


async def _back_to_coding(hand: Hand) -> None:
    """Close what is open; when the question was undone, do it again and open it."""
    for _ in range(20):
        match hand.app.screen:
            case Coding():
                return
            case Questions():
                await hand.pilot.press(*["ctrl+y"] * 20, "enter")
            case Choosing() if isinstance(hand.app.screen_stack[-2], Memos):
                await hand.pilot.press("2")
            case History():
                await hand.pilot.press("f10")
            case _:
                await hand.pilot.press("escape")
    raise AssertionError(f"no way back:\n{hand.text}")


def _recount(hand: Hand) -> None:
    """The counts that the screen keeps are those of the study."""
    bench = hand.screen.bench
    with bench.study.read() as session:
        tally = read_tally(session, bench.question)
        under = count_under(session, bench.question, bench.tree)
        left = uncoded_ids(session, bench.question)
    kept = bench.tally
    assert (kept.answered, kept.coded, +kept.own) == (tally.answered, tally.coded, +tally.own)
    assert kept.under is None or +kept.under == +under
    assert kept.left is None or kept.left == left


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(trials(3)))
def test_any_keys(
    built: Callable[[Callable[[Path], Path]], Path], tmp_path: Path, seed: int
) -> None:
    make = (desk.rich, desk.scale, desk.hostile)[seed % 3]
    study = Path(shutil.copy(built(make), tmp_path))
    chance = random.Random(seed)
    pressed: list[str] = []

    async def scenario(hand: Hand) -> None:
        for _ in range(KEYS):
            key = chance.choice(chance.choice((BOUND, TYPED)))
            pressed.append(key)
            await hand.pilot.press("space" if key == " " else key)
            if chance.random() < 0.02:
                await hand.pilot.resize_terminal(*chance.choice(SIZES))
            if chance.random() < 0.1:
                await _back_to_coding(hand)
                assert control_characters(hand.text) == set()
        await _back_to_coding(hand)
        await hand.press("escape", "escape")
        _recount(hand)
        assert f"UNCODED {uncoded_of(study)} " in f"{hand.status} "

    try:
        at_desk(program(study), scenario, SIZES[seed % 3])
    except BaseException as error:
        error.add_note(" ".join(pressed))
        raise
    with Study(study) as opened:
        assert broken(opened) == []
