"""The codebook beside the answers: counts, what marked answers have, choosing, folding."""

from pathlib import Path

from codebooks.edits import set_status
from codebooks.queries import codebook_of
from coder.choosing import code_named
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER
from tests.tui.coding.desk import UNCODED, Hand, at_desk, codes_of, program
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import Coverage
from tui.widgets.grid import AnswerGrid

WIDE = (160, 48)


def _rows(hand: Hand) -> dict[str, tuple[int, int, Coverage]]:
    """Own count, total and sign of every code in the codebook, by its name."""
    rows = hand.screen.query_one(CodeList).rows
    return {row.name: (row.own, row.total, row.coverage) for row in rows}


def _seen(hand: Hand) -> list[str]:
    """The lines of the codebook, at the right of the screen."""
    return [line.rpartition("│")[2].strip() for line in hand.text.splitlines() if "│" in line]


async def _to_code(hand: Hand, name: str) -> None:
    codes = hand.screen.query_one(CodeList)
    row = next(row for row in codes.rows if row.name == name)
    codes.move_to(row.id)
    await hand.press()


def test_it_stands_beside_the_answers_where_there_is_room(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.until(lambda: _rows(hand)["Fagfolk"] == (0, 1, Coverage.NONE))
        assert _rows(hand)["Vet ikke"] == (2, 2, Coverage.NONE)
        assert any("Fagfolk" in line and line.endswith("0/1") for line in _seen(hand))

    at_desk(program(study), scenario, WIDE)


def test_counts_follow_every_action_and_undo(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.until(lambda: _rows(hand)["Fagfolk"][1] == 1)
        await hand.enter("psyko")
        await hand.until(lambda: _rows(hand)["Fagfolk"][1] == 4)
        assert _rows(hand)["Psykologer"] == (4, 4, Coverage.ALL)
        await hand.press("ctrl+z")
        await hand.until(lambda: _rows(hand)["Fagfolk"] == (0, 1, Coverage.NONE))

    at_desk(program(study), scenario, WIDE)


def test_it_shows_which_of_the_marked_answers_have_a_code(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await hand.press("f6", "f6")
        assert _rows(hand)["Bolig"][2] is Coverage.SOME
        assert _rows(hand)["Vet ikke"][2] is Coverage.SOME
        assert _rows(hand)["Mer midler"][2] is Coverage.NONE
        await hand.give("Bolig")
        assert _rows(hand)["Bolig"][2] is Coverage.ALL

    at_desk(program(study), scenario, WIDE)


def test_enter_gives_the_code_under_the_cursor_and_takes_it_off(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+k")
        await _to_code(hand, "Mer midler")
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED - 3} ")
        assert isinstance(hand.app.focused, CodeList)
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED} ")
        await hand.press("enter", "escape")
        assert isinstance(hand.app.focused, AnswerGrid)

    at_desk(program(study), scenario, WIDE)
    assert codes_of(study)["R01"] == ["Økonomi / Mer midler"]


def test_what_is_typed_in_the_codebook_goes_to_the_finder(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+k")
        await _to_code(hand, "Mer midler")
        await hand.enter("bolig")
        await hand.sees("▪ Bolig")

    at_desk(program(study), scenario, WIDE)
    assert codes_of(study)["R01"] == ["Bolig"]


def test_themes_fold_and_unfold(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("ctrl+k")
        await _to_code(hand, "Psykologer")
        await hand.press("left")
        assert hand.screen.query_one(CodeList).cursor == _id(hand, "Fagfolk")
        await hand.press("left")
        assert not any("Psykologer" in line for line in _seen(hand))
        await hand.press("right")
        assert any("Psykologer" in line for line in _seen(hand))

    at_desk(program(study), scenario, WIDE)


def _id(hand: Hand, name: str) -> int:
    return next(row.id for row in hand.screen.query_one(CodeList).rows if row.name == name)


def test_with_little_room_it_takes_the_place_of_the_answers_and_gives_it_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        assert "▾ Fagfolk" not in hand.text
        await hand.press("ctrl+k")
        await hand.sees("▾ Fagfolk", "Psykologer", "For få boliger")
        assert "Mangel på psyk" not in hand.text
        await hand.press("down", "down", "enter")
        await hand.press("ctrl+k")
        await hand.sees("Mangel på psyk")
        assert "▾ Fagfolk" not in hand.text
        assert isinstance(hand.app.focused, AnswerGrid)

    at_desk(program(study), scenario)


def test_it_is_filled_when_it_comes_into_view(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        for size in ((200, 60), (80, 24), (160, 48)):
            await hand.size(*size)
            assert ("▾ Fagfolk" in hand.text) == (size[0] > 80)
        await hand.size(40, 10)
        await hand.press("ctrl+k")
        await hand.sees("▾ Fagfolk")
        await hand.press("escape")
        assert isinstance(hand.app.focused, AnswerGrid)

    at_desk(program(study), scenario)


def test_the_keys_stay_somewhere_when_it_goes_out_of_view(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("tab")
        assert isinstance(hand.app.focused, CodeList)
        await hand.size(80, 24)
        await hand.press("escape", "down")
        assert hand.respondent == "R02"

    at_desk(program(study), scenario, WIDE)


def test_a_retired_code_is_seen_and_can_be_taken_off_but_not_given(study: Path) -> None:
    with Study(study) as opened, opened.act("retire_code", CODER, code="Vet ikke") as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        set_status(session, code_named(tree, "Vet ikke"), "retired")

    async def scenario(hand: Hand) -> None:
        await hand.go_to("R05")
        await hand.sees("Vet ikke †")
        assert not any(hit and hit.path[-1] == "Vet ikke" for hit in hand.hits)
        await hand.press("ctrl+k")
        await _to_code(hand, "Vet ikke")
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED + 2} ")
        await hand.press("enter")
        await hand.hears("Vet ikke is retired. Use another code.")
        await hand.press("escape")

    at_desk(program(study), scenario, WIDE)
    assert codes_of(study)["R05"] == []
