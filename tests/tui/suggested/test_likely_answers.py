"""The likely answers of a code, gone through at the keys."""

from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.merging import merge_all
from coder.study import Study
from coder.workbench import suggesting
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all
from tests.coder.workbench.known_suggesting import Known
from tests.tui.codebook.desk import Hand as BookHand
from tests.tui.codebook.desk import at_book, contents
from tests.tui.coding.desk import Hand, codes_of
from tests.tui.suggested.desk import at_lists, found, likely, on_coding_screen
from tui.codebook.screen import Codebook
from tui.coding.screen import Coding
from tui.suggested.likely import LikelyScreen


def _open(hand: Hand) -> str:
    screen = hand.app.screen
    assert isinstance(screen, LikelyScreen)
    answer = screen.desk.open(screen.desk.answers[screen.lines.at].id)
    return answer.respondent if answer else ""


def test_marks_are_taken_together_and_undone_together(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await likely(hand)
        assert _open(hand) == "R01"
        await hand.press("y")
        assert _open(hand) == "R07"
        await hand.press("n", "y")
        await hand.sees("marked: 2 yes, 1 no; enter takes them")
        assert codes_of(study)["R08"] == []
        await hand.press("u")
        await hand.sees("marked: 1 yes, 1 no")
        assert _open(hand) == "R08"
        await hand.press("enter")
        await hand.hears("3 answers got the code, 1 is not proposed again.")
        await hand.sees("Bolig is likely: 1 answer")
        assert codes_of(study)["R04"] == ["Bolig"]
        await hand.press("ctrl+z")
        await hand.sees("Bolig is likely: 5 answers")
        await hand.press("escape")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario)
    assert contents(study) == before


def test_leaving_with_marks_asks_first(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await likely(hand)
        for leave in ("escape", "f10", "f7", "ctrl+q"):
            await hand.press("y", leave)
            await hand.sees("Leave, and forget 1 mark?")
            await hand.press("escape")
            await hand.sees("marked: 1 yes, 0 no")
            await hand.press("u")
        await hand.press("y", "escape")
        await hand.sees("Leave, and forget 1 mark?")
        await hand.press("enter")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario)
    assert contents(study) == before


def test_levels_are_lowered_and_raised_and_what_is_empty_is_said(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await likely(hand)
        await hand.press("left", "left")
        await hand.sees("Bolig is likely: 7 answers", "[70 %: 7]", "72 % Boliger, penger")
        await hand.press("right", "right", "right", "right")
        await hand.sees("Bolig is likely: 3 answers", "[95 %: 3]")
        await hand.press("y", "enter")
        await hand.sees("No answer without Bolig is likely to have it at 95 %.")
        await hand.press("y", "n", "enter")
        await hand.hears("Nothing is marked")
        assert screen.desk.marks == {}

    at_lists(study, scenario)


def test_the_list_is_shown_in_the_grid(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await likely(hand)
        await hand.press("f7")
        await hand.until(lambda: on_coding_screen(hand))
        await hand.sees("likely Bolig, 90 %")
        assert hand.shown == ["R01", "R07", "R08"]
        await hand.press("ctrl+g")
        await hand.sees("14 answers")

    at_lists(study, scenario, (110, 20))


def test_looking_tells_how_far_it_is_and_escape_stops_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        hand.screen.action_command("find_likely")
        await hand.pilot.pause()
        await hand.enter("Bolig")
        await hand.sees("Looking for likely answers … ▰▰▰▰▱▱▱▱▱▱ 40 %  escape stops")
        await hand.press("y", "enter", "left")
        await hand.press("escape")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario, waits=lambda: True)


def test_what_others_do_meanwhile_is_followed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await likely(hand)
        with Study(study) as other:
            code_all(other, [("R07", "k1", "Bolig")], CODER_2)
        hand.app.look_outside()
        await hand.sees("Bolig is likely: 4 answers")
        with Study(study) as other, other.act("merge_codes", CODER_2) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            by_name = {code.name: code for code in tree.walk()}
            merge_all(session, tree, [by_name["Bolig"]], by_name["Penger"])
        hand.app.look_outside()
        await hand.hears("Bolig was merged into Penger meanwhile.")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario)


def test_when_nothing_can_be_found_that_is_told(study: Path) -> None:
    class Stopped(Known):
        def likely(self, *_args: object, **_named: object) -> list[tuple[int, float]]:
            raise Problem("The comparison of answers stopped twice.", "Nothing is lost.")

    async def scenario(hand: Hand) -> None:
        hand.screen.suggesting = Stopped(hand.screen.bench)
        hand.screen.action_command("find_likely")
        await hand.pilot.pause()
        await hand.enter("Bolig")
        await hand.hears("The comparison of answers stopped twice.")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario)


def test_the_grid_is_ordered_by_what_is_likely(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("f5", "likely to", "Bolig")
        await hand.sees("likely Bolig first")
        assert hand.shown[:4] == ["R01", "R07", "R08", "R09"]
        assert len(hand.shown) == 11
        await hand.choose("f5", "file")
        assert hand.shown[:2] == ["R01", "R02"]

    at_lists(study, scenario, (110, 20))


def test_from_the_codebook_over_the_answers_and_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        hand.screen.action_command("open_codebook")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        book = hand.app.screen
        assert isinstance(book, Codebook)
        book.tree_list.move_to(hand.screen.bench.code("Bolig").id)
        await hand.press("ctrl+r")
        await found(hand, LikelyScreen)
        await hand.press("f7")
        await hand.until(lambda: on_coding_screen(hand))
        await hand.sees("likely Bolig, 90 %")

    at_lists(study, scenario, (110, 20))


def test_from_a_codebook_alone(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "Suggesting", lambda bench, _child: Known(bench))

    async def scenario(hand: BookHand) -> None:
        await hand.go("Bolig")
        await hand.press("ctrl+r")
        await hand.sees("Bolig is likely: 5 answers")
        await hand.press("f7")
        await hand.until(lambda: isinstance(hand.app.screen, Coding))
        await hand.sees("likely Bolig")

    at_book(study, scenario, (110, 20), coder=CODER)
