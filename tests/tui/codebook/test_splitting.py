"""A code is split: its answers are sent to parts with one key each, and nothing is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER_2, code_all
from tests.tui.codebook.desk import Hand, at_book, contents, hostile, tree_of
from tests.tui.coding.desk import codes_of
from tests.tui.harness import SIZES, assert_screen, control_characters
from tui.codebook.screen import Codebook
from tui.codebook.splitting import Splitting


async def _split(hand: Hand, code: str = "Bolig", where: Sequence[str] = ("1",)) -> Splitting:
    await hand.go(code)
    await hand.press("f8", *where)
    await hand.until(lambda: isinstance(hand.app.screen, Splitting))
    await hand.press()
    assert isinstance(hand.app.screen, Splitting)
    return hand.app.screen


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_as_it_looks(study: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.enter("Unge")
        await hand.enter("Dyrt")
        await hand.press("1")
        await hand.press("f6")
        await assert_screen(hand.pilot, f"codebook_splitting_{size[0]}x{size[1]}")

    at_book(study, scenario, size)


def test_answers_go_to_new_parts_by_name_and_to_known_ones_by_digit(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await _split(hand)
        await hand.enter("Unge")
        await hand.press("1")
        await hand.sees("3 of 4 sent")
        await hand.enter("Dyrt")
        await hand.hears("Every answer is sent.")
        assert [name for _id, name in screen.desk.parts] == ["Unge", "Dyrt"]

    at_book(study, scenario)
    assert codes_of(study)["R01"] == ["Bolig / Unge"]
    assert "Bolig / Unge" in codes_of(study)["R02"]
    assert "Bolig / Dyrt" in codes_of(study)["R10"]


def test_answers_that_say_the_same_are_sent_together_and_come_back_together(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.sees("2 answers say this; they are sent together")
        await hand.enter("Unge")
        await hand.hears("sent: 2 answers")
        await hand.press("ctrl+z")
        await hand.sees("0 of 4 sent")
        assert contents(study) == before
        await hand.press("up", "f6")
        await hand.enter("Unge")
        await hand.sees("1 of 4 sent")

    at_book(study, scenario)


def test_parts_can_stand_beside_the_code(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand, where=("2",))
        await hand.enter("Unge")
        await hand.press("escape")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        assert hand.tree[hand.tree.index("Bolig") + 1] == "Unge"

    at_book(study, scenario)
    assert "Unge" in tree_of(study)


def test_the_codes_under_a_theme_are_its_parts(study: Path) -> None:
    with Study(study) as opened:
        code_all(opened, [("R13", "k1", "Økonomi")])

    async def scenario(hand: Hand) -> None:
        screen = await _split(hand, "Økonomi", ())
        assert [name for _id, name in screen.desk.parts] == ["Mer midler", "Staten"]
        await hand.press("2")

    at_book(study, scenario)
    assert codes_of(study)["R13"] == ["Økonomi / Staten"]


def test_a_code_on_the_third_level_has_parts_beside_it(study: Path) -> None:
    with Study(study) as opened:
        code_all(opened, [("R13", "k1", "A / B / C")])

    async def scenario(hand: Hand) -> None:
        await _split(hand, "C", ())
        await hand.enter("D")

    at_book(study, scenario)
    assert codes_of(study)["R13"] == ["A / B / D"]


def test_a_part_of_a_known_name_is_not_made_twice(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await _split(hand)
        await hand.enter("Unge")
        await hand.enter("unge")
        assert len(screen.desk.parts) == 1
        assert screen.desk.sent == 3

    at_book(study, scenario)


def test_what_is_sent_can_go_to_another_part_and_to_one_more(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.enter("Unge")
        await hand.press("up")
        await hand.enter("Dyrt")
        await hand.sees("2 of 4 sent", "Dyrt  1", "Unge  1")
        await hand.press("up", "plus", "1")
        await hand.sees("Unge, Dyrt", "Unge  2")

    at_book(study, scenario)
    assert codes_of(study)["R01"] == ["Bolig / Unge", "Bolig / Dyrt"]


def test_a_code_that_the_answer_had_besides_stays(study: Path) -> None:
    before = codes_of(study)["R10"]

    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.press("end")
        await hand.enter("Unge")
        await hand.press("end")
        await hand.enter("Dyrt")

    at_book(study, scenario)
    after = codes_of(study)["R10"]
    assert set(before) - set(after) == {"Bolig"}
    assert set(after) - set(before) == {"Bolig / Dyrt"}


def test_marked_answers_are_sent_together_and_come_back_together(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.press("f6", "f6", "f6")
        await hand.sees("3 marked")
        await hand.enter("Unge")
        await hand.hears("sent: 3 answers")
        await hand.sees("3 of 4 sent")
        await hand.press("ctrl+z")
        await hand.hears("Undone: sent 3 answers from Bolig to Unge in k1")
        await hand.sees("0 of 4 sent")

    at_book(study, scenario)


def test_each_sending_has_its_own_undo(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.enter("Unge")
        await hand.press("1", "1", "ctrl+z")
        await hand.sees("3 of 4 sent")
        await hand.press("ctrl+z", "ctrl+z")
        await hand.sees("0 of 4 sent")
        assert contents(study) == before
        await hand.press("ctrl+y")
        await hand.sees("2 of 4 sent")
        await hand.press("ctrl+z")

    at_book(study, scenario)
    assert contents(study) == before


def test_leaving_keeps_what_is_sent_and_the_rest_can_be_sent_later(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand)
        await hand.enter("Unge")
        await hand.press("escape")
        await hand.until(lambda: "Bolig / Unge" in hand.tree)
        screen = await _split(hand, where=())
        assert len(screen.desk.items) == 2
        assert [name for _id, name in screen.desk.parts] == ["Unge"]

    at_book(study, scenario)


def test_space_goes_on_and_escape_takes_back_what_is_typed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        screen = await _split(hand)
        await hand.press("space")
        assert screen.answers.at == 1
        await hand.type("Un")
        await hand.press("escape")
        assert screen.desk.sent == 0
        await hand.press("1")
        await hand.hears("No part stands on this digit")

    at_book(study, scenario)


@pytest.mark.parametrize("name", ["Bolig", "Staten / Kommunen"])
def test_names_that_cannot_be_are_told(study: Path, name: str) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await _split(hand, where=("2",))
        await hand.enter(name)
        await hand.press("ctrl+z")

    at_book(study, scenario)
    assert contents(study)["coding"] == before["coding"]


def test_a_code_without_answers_is_not_split(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Uleselig")
        await hand.press("f8")
        await hand.hears("No answer has this code itself.")

    at_book(study, scenario)


def test_a_code_that_is_gone_meanwhile_closes_the_screen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await _split(hand)
        with Study(study) as other, other.act("merge_codes", CODER_2, question="k1") as session:
            from coder.choosing import code_named
            from coder.merging import merge

            tree = codebook_of(session, find_question(session, "k1").id)
            merge(session, tree, code_named(tree, "Bolig"), code_named(tree, "Boliger"))
        hand.app.look_outside()
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        assert "Bolig" not in hand.tree

    at_book(study, scenario)


def test_hostile_texts_do_nothing(tmp_path: Path) -> None:
    path = hostile(tmp_path)

    async def scenario(hand: Hand) -> None:
        for name in [code.id for code in hand.screen.desk.tree.walk()][:10]:
            assert hand.lines.move_to(name)
            await hand.press("f8")
            if isinstance(hand.app.screen, Codebook):
                continue
            await hand.press("1")
            if isinstance(hand.app.screen, Splitting):
                await hand.enter("[/] [@click=app.quit]x")
                assert control_characters(hand.text) == set()
            await hand.press("escape")

    at_book(path, scenario, toasts=True)
