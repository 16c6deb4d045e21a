"""A question that takes one code an answer: the codes stand in their order, and replace another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.coding import desk
from tests.tui.coding.desk import ANSWERS, Hand, at_desk, codes_of, program
from tui.widgets.hits import Hits

SCALE = ["Svært misfornøyd", "Misfornøyd", "Fornøyd", "Svært fornøyd"]
UNCODED = len(ANSWERS) - 4


@pytest.fixture
def scale(copy_of: Callable[[Callable[[Path], Path]], Path]) -> Path:
    """A study with a scale."""
    return copy_of(desk.scale)


def _on_digits(hand: Hand) -> list[str]:
    return [hit.path[-1] for hit in hand.screen.query_one(Hits).hits if hit]


def test_the_codes_stand_on_their_digits_in_the_order_of_the_codebook(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        assert _on_digits(hand)[:4] == SCALE
        for _ in range(3):
            await hand.press("space")
            await hand.give("Svært fornøyd")
            assert _on_digits(hand)[:4] == SCALE

    at_desk(program(scale), scenario)


def test_another_code_replaces_the_one_before(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R01")
        await hand.press("2")
        await hand.sees(f"UNCODED {UNCODED} ", "2 ▪ Misfornøyd")
        await hand.go_to("R05")
        await hand.press("3")
        await hand.sees(f"UNCODED {UNCODED - 2} ", "3 ▪ Fornøyd")
        await hand.press("4")
        await hand.sees(f"UNCODED {UNCODED - 2} ", "4 ▪ Svært fornøyd", "3   Fornøyd")

    at_desk(program(scale), scenario)
    codes = codes_of(scale)
    assert (codes["R05"], codes["R06"]) == ([SCALE[3]], [SCALE[3]])


def test_the_same_digit_leaves_the_answer_without_a_code(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await hand.press("2")
        await hand.sees(f"UNCODED {UNCODED + 1} ")
        await hand.press("ctrl+z")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(scale), scenario)
    assert codes_of(scale)["R02"] == [SCALE[1]]


def test_many_at_once_replace_too_and_come_back_with_one_undo(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f8", "1")
        await hand.sees("UNCODED 0", "1 ▪ Svært misfornøyd")
        await hand.press("ctrl+z")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(program(scale), scenario)
    assert [codes_of(scale)[who] for who in ("R01", "R02", "R03", "R04", "R05")] == [
        *([code] for code in SCALE),
        [],
    ]


def test_a_new_name_joins_the_scale_at_its_end_and_replaces(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await hand.enter("Verken eller")
        await hand.sees("▪ Verken eller")
        assert _on_digits(hand)[:5] == [*SCALE, "Verken eller"]

    at_desk(program(scale), scenario)
    assert codes_of(scale)["R02"] == ["Verken eller"]


def test_a_piece_of_an_answer_takes_one_code_with_the_whole_of_it(scale: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R11")
        await hand.press("1", "ctrl+s")
        await hand.press("2")
        await hand.until(lambda: "▪ Misfornøyd" in hand.text)
        await hand.press("escape")
        await hand.sees("1   Svært misfornøyd")

    at_desk(program(scale), scenario)
    assert codes_of(scale)["R11"] == ["Misfornøyd"]
