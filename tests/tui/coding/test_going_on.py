"""A question goes on where it was left, also when what was left has changed since."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from codebooks.edits import set_status
from codebooks.queries import codebook_of
from coder.choosing import code_named
from coder.merging import merge
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER
from tests.tui.coding.desk import Hand, at_desk, codes_of, program, with_another
from tests.tui.harness import settled

WIDE = (110, 20)


def test_answer_filter_order_and_folding_are_as_they_were(study: Path) -> None:
    left: list[object] = []

    async def leave(hand: Hand) -> None:
        await hand.press("ctrl+t", "f4")
        await hand.choose("f2", "bolig*")
        await hand.choose("f5", "alphabet")
        await hand.go_to("R07")
        left.extend([hand.shown, hand.status.partition("  1 ")[0]])

    async def go_on(hand: Hand) -> None:
        assert [hand.shown, hand.status] == left
        assert hand.respondent == "R07"
        assert not hand.screen.folded

    at_desk(program(study), leave, WIDE)
    at_desk(program(study), go_on, WIDE)


def test_another_coder_begins_anew(study: Path) -> None:
    async def leave(hand: Hand) -> None:
        await hand.choose("f2", "bolig*")

    async def begin(hand: Hand) -> None:
        assert "15 answers" in hand.status

    at_desk(program(study), leave)
    at_desk(program(study, coder="SO"), begin)


def test_a_work_list_is_not_kept_but_the_answer_is(study: Path) -> None:
    async def leave(hand: Hand) -> None:
        await hand.choose("ctrl+r", "sample")
        await hand.sees("sample of your codings")
        await hand.go_to("R15")

    async def go_on(hand: Hand) -> None:
        assert "15 answers" in hand.status
        assert hand.respondent == "R15"

    at_desk(program(study), leave, WIDE)
    at_desk(program(study), go_on, WIDE)


def test_an_answer_that_is_gone_gives_way_to_the_first_without_a_code(study: Path) -> None:
    async def leave(hand: Hand) -> None:
        await hand.press("ctrl+t")
        await hand.go_to("R99")

    async def go_on(hand: Hand) -> None:
        assert hand.respondent == "R01"

    with_another(study)
    at_desk(program(study), leave)
    with Study(study) as opened:
        opened.undo(CODER)
    at_desk(program(study), go_on)


async def _leave_at_bolig(hand: Hand) -> None:
    await hand.choose("f3", "Bolig")
    assert hand.shown == ["R02"]


def _change(study: Path, how: str) -> None:
    with Study(study) as opened:
        if how == "undone":
            opened.undo(CODER)
            opened.undo(CODER)
            return
        with opened.act(how, CODER, code="Bolig", question="k1") as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            code = code_named(tree, "Bolig")
            if how == "merged":
                merge(session, tree, code, code_named(tree, "Vet ikke"))
            else:
                set_status(session, code, "retired")


FILTERS: Sequence[tuple[str, list[str], str]] = (
    ("merged", ["R02", "R05"], "Vet ikke"),
    ("retired", ["R02"], "Bolig"),
    ("undone", ["R01", "R02", "R05"], "15 answers"),
)


@pytest.mark.parametrize(("how", "first", "said"), FILTERS, ids=[how for how, *_r in FILTERS])
def test_a_filter_follows_what_became_of_its_code(
    study: Path, how: str, first: list[str], said: str
) -> None:
    async def go_on(hand: Hand) -> None:
        await settled(hand.pilot)
        assert hand.shown[:3] == first
        assert said in hand.status
        if how == "undone":
            await hand.hears("A code of the filter is gone; it filters no more.")
        await hand.press("space", "down", "ctrl+g")

    at_desk(program(study), _leave_at_bolig, WIDE)
    _change(study, how)
    at_desk(program(study), go_on, WIDE)


def test_a_place_that_nobody_wrote_is_no_fault(study: Path) -> None:
    (study.parent / "places.json").write_text('{"a": 1', "utf-8")

    async def scenario(hand: Hand) -> None:
        assert hand.respondent == "R01"
        await hand.enter("bolig")

    at_desk(program(study), scenario)
    assert codes_of(study)["R01"] == ["Bolig"]


def test_a_killed_program_goes_on_there_too(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R13")
        hand.screen.keep_place()
        assert "R13" in (study.parent / "places.json").read_text("utf-8")

    at_desk(program(study), scenario)
