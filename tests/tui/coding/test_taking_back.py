"""Undo and redo on the coding screen: what was done is named, shown, and counted right."""

from pathlib import Path

from coder.coding import Wanted, code_answer
from coder.study import Study
from tests.builders import CODER
from tests.tui.coding.desk import UNCODED, Hand, at_desk, codes_of, program, with_another
from tui.coding.screen import Coding


def test_the_cursor_goes_to_the_answer_that_changed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        await hand.enter("bolig")
        await hand.go_to("R01")
        await hand.press("ctrl+z")
        await hand.hears("Undone: coded k1 R13: Bolig")
        await hand.until(lambda: hand.respondent == "R13")
        await hand.sees("no code", f"UNCODED {UNCODED} ")
        await hand.go_to("R01")
        await hand.press("ctrl+y")
        await hand.hears("Done again: coded k1 R13: Bolig")
        await hand.until(lambda: hand.respondent == "R13")
        await hand.sees(f"UNCODED {UNCODED - 1} ")

    at_desk(program(study), scenario)
    assert codes_of(study)["R13"] == ["Bolig"]


def test_it_goes_to_the_row_of_identical_answers_too(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("bolig")
        await hand.go_to("R13")
        await hand.press("ctrl+z")
        await hand.until(lambda: hand.respondent == "R01")

    at_desk(program(study), scenario)


def test_an_answer_that_is_not_shown_leaves_the_cursor_where_it_is(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        await hand.enter("bolig")
        await hand.choose("f2", "psykologer")
        await hand.press("ctrl+z")
        await hand.hears("Undone: coded k1 R13: Bolig")
        assert hand.respondent == "R02"

    at_desk(program(study), scenario)


def test_what_was_done_in_another_question_leaves_the_cursor_where_it_is(study: Path) -> None:
    said = {"question": "k2", "answer": "R01", "code": "Annet"}
    with Study(study) as opened, opened.act("apply_code", CODER, **said) as session:
        code_answer(session, Wanted("k2", "R01", ("Annet",), None, CODER), create=True)

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        await hand.press("ctrl+z")
        await hand.hears("Undone: coded k2 R01: Annet")
        assert hand.respondent == "R13"

    at_desk(program(study), scenario)
    assert codes_of(study, "k2")["R01"] == []


def test_a_code_whose_making_was_undone_is_not_offered(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.enter("Helt ny")
        await hand.press("ctrl+z")
        await hand.type("helt")
        await hand.sees("+ New code: helt")
        assert not any(hand.hits)
        await hand.press("escape", "ctrl+y")
        await hand.type("helt")
        await hand.sees("▪ Helt ny")
        await hand.press("escape")

    at_desk(program(study), scenario)


def test_there_is_nothing_to_redo(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+y")
        await hand.hears("There is nothing to redo.")

    at_desk(program(study), scenario)


def test_everything_taken_back_up_to_the_import_leaves_the_question(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+s", "down", "f6", *["ctrl+z"] * 4)
        await hand.hears("The question k1 is not in the study any more.")
        await hand.until(lambda: not isinstance(hand.app.screen, Coding))
        await hand.press("ctrl+y")
        await hand.sees("Hva er den største utfordringen?")
        await hand.press("enter")
        await hand.sees("UNCODED 15")

    at_desk(program(study), scenario, (100, 30))


def test_answers_whose_import_is_taken_back_leave_the_list(study: Path) -> None:
    with_another(study)

    async def scenario(hand: Hand) -> None:
        await hand.sees("×4", f"UNCODED {UNCODED + 1} ")
        await hand.press("ctrl+t")
        await hand.go_to("R99")
        await hand.press("ctrl+z")
        await hand.until(lambda: "R99" not in hand.shown)
        await hand.sees(f"UNCODED {UNCODED} ", "×3")
        assert hand.respondent == "R15"
        await hand.press("ctrl+y", "ctrl+t")
        await hand.sees("×4")

    at_desk(program(study), scenario)
