"""Moving about in the codebook screen: finding, marking, folding, other screens and back."""

from pathlib import Path

import pytest

from codebooks.edits import rename as rename_code
from codebooks.queries import codebook_of
from coder.choosing import code_named
from coder.merging import merge
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER_2
from tests.tui.codebook.desk import Hand, at_book, hostile
from tests.tui.coding import desk as coding_desk
from tests.tui.coding.desk import at_desk, program
from tests.tui.harness import control_characters
from tui.codebook.screen import Codebook
from tui.coding.screen import Coding
from tui.screens.band_profile import ProfileScreen
from tui.screens.growth import GrowthScreen
from tui.screens.questions import Questions


def test_what_is_typed_leaves_the_codes_that_hold_it_with_their_themes(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.type("stat")
        assert hand.tree == ["Økonomi", "Økonomi / Staten"]
        assert hand.at == "Økonomi / Staten"
        await hand.press("escape")
        assert len(hand.tree) == 11
        assert hand.at == "Økonomi / Staten"

    at_book(study, scenario)


def test_mistyped_names_and_numbers_are_found(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.type("psykoolger")
        assert hand.at == "Fagfolk / Psykologer"
        await hand.press("escape")
        await hand.type("#11")
        assert hand.at == "Økonomi / Staten"
        await hand.press("enter")
        assert len(hand.tree) == 11

    at_book(study, scenario)


def test_what_is_in_no_code_is_said(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.type("zzzzzz")
        await hand.sees("No code has this in it.", "0 found")
        await hand.press("f2", "ctrl+d", "enter")
        assert len(hand.tree) == 11

    at_book(study, scenario)


def test_space_marks_and_the_marks_stay_while_something_is_typed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Bolig")
        await hand.press("space")
        assert hand.at == "Boliger"
        await hand.type("psyk")
        await hand.press("f6", "escape")
        await hand.sees("2 marked")
        await hand.press("ctrl+u")
        assert hand.lines.marks == frozenset()

    at_book(study, scenario)


def test_themes_fold_and_all_at_once(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Staten")
        await hand.press("ctrl+k")
        assert hand.at == "Økonomi"
        assert "Økonomi / Staten" not in hand.tree
        await hand.type("staten")
        assert hand.tree == ["Økonomi", "Økonomi / Staten"]
        await hand.press("escape", "ctrl+k")
        assert len(hand.tree) == 11

    at_book(study, scenario)


def test_the_tree_alone_stands_in_a_narrow_window_and_a_key_shows_the_details(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Bolig")
        assert "symbol ◆" not in hand.text
        await hand.press("enter")
        await hand.sees("symbol ◆", "Definition")
        await hand.press("escape")
        assert isinstance(hand.app.screen, Codebook)

    at_book(study, scenario, (40, 10))


def test_escape_goes_back_to_where_it_was_opened(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("tab", "escape")
        assert isinstance(hand.app.screen, Codebook)
        await hand.press("escape")
        assert isinstance(hand.app.screen, Questions)

    at_book(study, scenario)


def test_the_answers_with_a_code_are_shown_and_the_codebook_is_gone_back_to(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Økonomi")
        await hand.press("ctrl+f")
        await hand.until(lambda: isinstance(hand.app.screen, Coding))
        await hand.sees("5/15  Økonomi")
        await hand.press("ctrl+j")
        assert isinstance(hand.app.screen, Codebook)
        assert sum(isinstance(each, Codebook) for each in hand.app.screen_stack) == 1

    at_book(study, scenario)


def test_from_the_answers_there_and_back_with_what_was_changed(study: Path) -> None:
    async def scenario(hand: coding_desk.Hand) -> None:
        await hand.press("ctrl+j")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        screen = hand.app.screen
        assert isinstance(screen, Codebook)
        await hand.until(lambda: screen.tree_list.cursor is not None)
        await hand.press("f2", "ctrl+u")
        await hand.enter("Folk")
        await hand.hears("is called Folk now")
        await hand.press("escape")
        await hand.sees("Folk / Psykologer")
        await hand.go_to("R02")

    at_desk(program(study), scenario)


def test_what_was_changed_is_seen_when_the_codebook_was_opened_by_the_palette(study: Path) -> None:
    async def scenario(hand: coding_desk.Hand) -> None:
        await hand.press("ctrl+p")
        await hand.enter("edit codes")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        await hand.press("f2", "ctrl+u")
        await hand.enter("Folk")
        await hand.hears("is called Folk now")
        await hand.press("escape")
        await hand.until(lambda: hand.app.screen is hand.screen)
        assert "Folk" in [use.code.name for use in hand.screen.codes.known.values()]

    at_desk(program(study), scenario)


def test_the_answers_of_a_code_go_back_to_the_answers_it_was_opened_from(study: Path) -> None:
    async def scenario(hand: coding_desk.Hand) -> None:
        await hand.press("ctrl+j")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        await hand.press("ctrl+f")
        await hand.sees("2/15  Fagfolk")
        assert hand.app.screen is hand.screen
        assert hand.shown == ["R02", "R10"]

    at_desk(program(study), scenario)


@pytest.mark.parametrize(("key", "shown"), [("ctrl+g", GrowthScreen), ("ctrl+t", ProfileScreen)])
def test_growth_and_size_bands_are_a_key_away(study: Path, key: str, shown: type) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press(key)
        await hand.until(lambda: isinstance(hand.app.screen, shown))
        await hand.press("escape")
        await hand.until(lambda: isinstance(hand.app.screen, Codebook))

    at_book(study, scenario)


def test_what_another_program_does_is_seen(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        with Study(study) as other, other.act("rename_code", CODER_2, question="k1") as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            rename_code(session, tree, code_named(tree, "Bolig"), "Hus")
        hand.app.look_outside()
        await hand.until(lambda: "Hus" in hand.tree)

    at_book(study, scenario)


def test_a_code_that_another_program_has_merged_meanwhile_is_left_alone(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Bolig")
        with Study(study) as other, other.act("merge_codes", CODER_2, question="k1") as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            merge(session, tree, code_named(tree, "Bolig"), code_named(tree, "Boliger"))
        await hand.press("ctrl+d")
        await hand.hears("Bolig was merged into Boliger meanwhile.")

    at_book(study, scenario)


def test_an_undo_in_the_history_is_seen_when_it_is_left(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Bolig")
        await hand.press("f2", "ctrl+u")
        await hand.enter("Hus")
        await hand.press("f9")
        await hand.press("ctrl+z", "f9")
        await hand.until(lambda: "Bolig" in hand.tree)

    at_book(study, scenario)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (200, 60)], ids=str)
def test_hostile_texts_do_nothing_wherever_they_stand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = hostile(tmp_path)

    async def scenario(hand: Hand) -> None:
        keys = ("enter", "ctrl+o", "f2", "f3", "f4", "f5", "ctrl+s", "ctrl+e", "ctrl+n")
        for _row in hand.tree:
            assert control_characters(hand.text) == set()
            await hand.press("down")
        for key in keys:
            await hand.press(key)
            assert control_characters(hand.text) == set()
            await hand.press("escape")
            await hand.until(lambda: isinstance(hand.app.screen, Codebook))
        await hand.press("ctrl+d", "ctrl+d", "ctrl+l", "ctrl+l", "ctrl+up", "ctrl+right", "ctrl+j")

    at_book(path, scenario, size, toasts=True)


def test_five_thousand_codes_are_shown_found_and_moved(tmp_path: Path) -> None:
    path = coding_desk.rich(tmp_path)
    with Study(path) as study, study.act("add_code", CODER_2) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        _many(session, tree.id, 5_000)

    async def scenario(hand: Hand) -> None:
        await hand.press("end")
        await hand.sees("Utenfor tema")
        await hand.type("kode 4711")
        assert hand.at.endswith("Kode 4711")
        await hand.press("escape", "f4", "1")
        await hand.hears("Moved 1 code to the top.")
        await hand.press("ctrl+z")
        await hand.hears("Undone")

    at_book(path, scenario)


def _many(session: object, codebook: int, count: int) -> None:
    """So many codes in themes of fifty."""
    from sqlalchemy import insert
    from sqlalchemy.orm import Session

    from codebooks.tables import CodeRow

    assert isinstance(session, Session)
    rows = [
        {
            "id": 1_000 + at,
            "guid": f"g{at}",
            "codebook_id": codebook,
            "parent_id": None if at % 50 == 0 else 1_000 + at - at % 50,
            "name": f"Kode {at}",
            "number": 1_000 + at,
            "position": 100 + at,
            "status": "active",
            "definition": "",
            "outcome": 0,
        }
        for at in range(count)
    ]
    session.execute(insert(CodeRow), rows)
