"""What the screen points out by itself after a coding."""

from pathlib import Path

from coder.study import Study
from tests.builders import code_all
from tests.tui.coding.desk import CODED, Hand, at_desk, program

NEAR = "without a code"
DONE = "Every answer to k1 has a code."


def test_answers_left_that_say_nearly_the_same_are_pointed_out_once(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R07")
        await hand.enter("Unge")
        await hand.hears("2 answers without a code say nearly the same; ctrl+l lists them.")
        await hand.enter("Boliger")
        assert sum(NEAR in told for told in hand.told) == 1

    at_desk(program(study), scenario)


def test_nothing_is_pointed_out_when_nothing_is_like_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        await hand.enter("Team")
        await hand.until(lambda: not any(w.group == "hint" for w in hand.screen.workers))
        assert not any(NEAR in told for told in hand.told)

    at_desk(program(study), scenario)


def test_that_the_last_answer_is_coded_is_told(study: Path) -> None:
    known = {who for who, _question, _code in CODED}
    left = {f"R{at:02}" for at in range(1, 15)} - known - {"R13"}
    with Study(study) as opened:
        code_all(opened, [(who, "k1", "Annet") for who in sorted(left)])

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        assert DONE not in hand.told
        await hand.enter("Team")
        await hand.hears(DONE)

    at_desk(program(study), scenario)
