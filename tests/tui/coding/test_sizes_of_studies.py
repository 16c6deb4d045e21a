"""A question without an answer, with one, and screens of every size."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.coding import desk
from tests.tui.coding.desk import UNCODED, Hand, at_desk, codes_of, program
from tests.tui.harness import SIZES
from tui.commands.coding import CODING
from tui.commands.segments import SEGMENTS

CopyOf = Callable[[Callable[[Path], Path]], Path]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_a_question_that_everybody_left_blank(copy_of: CopyOf, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.sees("UNCODED 0", "0 answers", "Nobody has")
        for command in (*CODING, *SEGMENTS):
            hand.screen.action_command(command.id)
            await hand.pilot.pause()
            await hand.pilot.press("1", "enter", "escape", "escape", "escape")
        await hand.press(*"Nytt", "enter", "space", ".", "down", "end", "home", "ctrl+g")
        await hand.sees("UNCODED 0")

    at_desk(program(copy_of(desk.none)), scenario, size)


def test_a_single_answer(copy_of: CopyOf) -> None:
    study = copy_of(desk.one)

    async def scenario(hand: Hand) -> None:
        await hand.sees("UNCODED 1  1 answer\n")
        await hand.press("space")
        await hand.hears("Only this one is left.")
        await hand.enter("Bolig")
        await hand.sees("UNCODED 0")
        await hand.press("space", "down", "up", "end", "f8")
        await hand.hears("Every answer that is shown has a code.")
        await hand.sees("1 marked")

    at_desk(program(study), scenario)
    assert codes_of(study) == {"R01": ["Bolig"]}


def test_space_says_when_a_filter_hides_what_is_left(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("f2", "psykologer")
        await hand.press("space")
        await hand.hears("ctrl+g shows the others.")

    at_desk(program(study), scenario)


def test_the_screen_follows_the_terminal(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R11")
        for columns, rows in (
            (200, 60),
            (40, 10),
            (119, 18),
            (60, 17),
            (59, 36),
            (20, 5),
            (80, 24),
        ):
            await hand.size(columns, rows)
            assert all(len(line) <= columns for line in hand.text.splitlines())
            assert len(hand.text.splitlines()) <= rows
            assert f"UNCODED {UNCODED}"[: columns - 2] in hand.text
        assert hand.respondent == "R11"
        await hand.enter("bolig")
        await hand.sees(f"UNCODED {UNCODED - 2} ")

    at_desk(program(study), scenario)
