"""What is done to codes on the codebook screen: what it changes, what is said, and its undo."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from codebooks.tree import Code
from coder.study import Study
from corpus.queries import find_question
from tests.tui.codebook.desk import Hand, at_book, contents, tree_of
from tests.tui.coding.desk import codes_of

Act = Callable[[Hand], Awaitable[None]]


async def add_beside(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("ctrl+n")
    await hand.enter("Transport")
    await hand.hears("New code: Transport, number 12.")


async def add_under(hand: Hand) -> None:
    await hand.go("Økonomi")
    await hand.press("ctrl+w")
    await hand.enter("Tilskudd")
    await hand.hears("New code: Økonomi / Tilskudd, number 12.")


async def rename(hand: Hand) -> None:
    await hand.go("Staten")
    await hand.press("f2", "ctrl+u")
    await hand.enter("Statlige midler")
    await hand.hears("Staten is called Statlige midler now.")


async def describe(hand: Hand) -> None:
    await hand.go("Boliger")
    await hand.press("f3")
    await hand.type("Flere boliger")
    await hand.press("tab", "tab", "tab")
    await hand.type("#ABC")
    await hand.press("ctrl+s")
    await hand.hears("Boliger is described anew.")


async def move(hand: Hand) -> None:
    await hand.mark("Boliger", "Psykologer")
    await hand.press("f4")
    await hand.enter("Økonomi")
    await hand.hears("Moved 2 codes to Økonomi.")


async def move_to_top(hand: Hand) -> None:
    await hand.go("Psykologer")
    await hand.press("f4", "1")
    await hand.hears("Moved 1 code to the top.")


async def move_to_new(hand: Hand) -> None:
    await hand.mark("Bolig", "Boliger")
    await hand.press("f4", "2")
    await hand.enter("Sted å bo")
    await hand.hears("Moved 2 codes to Sted å bo.")


async def up(hand: Hand) -> None:
    await hand.go("Staten")
    await hand.press("ctrl+up")
    await hand.until(lambda: hand.tree.index("Økonomi / Staten") == 3)


async def down(hand: Hand) -> None:
    await hand.go("Fagfolk")
    await hand.press("shift+down")
    await hand.until(lambda: hand.tree[0] == "Økonomi")


async def into(hand: Hand) -> None:
    await hand.go("Boliger")
    await hand.press("ctrl+right")
    await hand.until(lambda: hand.at == "Bolig / Boliger")


async def out(hand: Hand) -> None:
    await hand.go("Psykologer")
    await hand.press("ctrl+left")
    await hand.until(lambda: hand.tree[1] == "Psykologer")


async def merge(hand: Hand) -> None:
    await hand.mark("Boliger", "Fagfolk")
    await hand.go("Bolig")
    await hand.press("f5")
    await hand.sees("enter: yes")
    await hand.press("enter")
    await hand.hears("Merged 2 codes into Bolig: 2 codings moved.")


async def retire(hand: Hand) -> None:
    await hand.mark("Staten", "Boliger")
    await hand.press("ctrl+d")
    await hand.hears("Retired: 2 codes.")


async def lock(hand: Hand) -> None:
    await hand.go("Økonomi")
    await hand.press("ctrl+l")
    await hand.hears("Locked: Økonomi.")


async def lock_all(hand: Hand) -> None:
    hand.screen.do_lock_book()
    await hand.hears("The codebook is locked")


async def sort_by_count(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("ctrl+s", "1")
    await hand.hears("Sorted 8 codes.")
    assert hand.tree[0] == "Økonomi"


async def sort_by_name(hand: Hand) -> None:
    await hand.go("Bolig")
    await hand.press("ctrl+s", "2")
    await hand.until(lambda: hand.tree[0] == "Bolig")


async def memo(hand: Hand) -> None:
    await hand.go("Staten")
    await hand.press("ctrl+e")
    await hand.type("Sjekk")
    await hand.press("ctrl+s")
    await hand.sees("Memo by KH", "Sjekk")


ACTIONS = (
    *(add_beside, add_under, rename, describe, move, move_to_top, move_to_new, up, down, into),
    *(out, merge, retire, lock, lock_all, sort_by_count, sort_by_name, memo),
)


@pytest.mark.parametrize("act", ACTIONS, ids=lambda act: act.__name__)
def test_each_is_one_step_with_one_undo_and_can_be_done_again(study: Path, act: Act) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await act(hand)
        done = contents(study)
        assert done != before
        await hand.press("ctrl+z")
        await hand.hears("Undone")
        assert contents(study) == before
        await hand.press("ctrl+y")
        await hand.hears("Done again")
        assert contents(study) == done

    at_book(study, scenario)


@pytest.mark.parametrize("act", ACTIONS, ids=lambda act: act.__name__)
def test_the_screen_shows_what_the_study_holds(study: Path, act: Act) -> None:
    async def scenario(hand: Hand) -> None:
        await act(hand)
        assert hand.tree == tree_of(study)
        await hand.press("ctrl+z")
        await hand.hears("Undone")
        assert hand.tree == tree_of(study)

    at_book(study, scenario)


def test_merging_moves_answers_and_memos_and_takes_the_marks_away(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.mark("Bolig")
        await hand.go("Boliger")
        await hand.press("f5")
        await hand.sees("Boliger: 1 → 5 answers", "1 memo is kept")
        await hand.press("enter")
        await hand.hears("Merged 1 code into Boliger")
        assert hand.lines.marks == frozenset()
        assert hand.at == "Boliger"
        await hand.sees("Se også neste år.")

    at_book(study, scenario)
    assert codes_of(study)["R01"] == ["Boliger"]
    assert "Bolig" not in tree_of(study)


def test_a_merge_that_is_not_agreed_changes_nothing(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await hand.mark("Boliger")
        await hand.go("Bolig")
        await hand.press("f5")
        await hand.sees("enter: yes")
        await hand.press("escape")
        assert len(hand.lines.marks) == 1

    at_book(study, scenario)
    assert contents(study) == before


def test_without_marks_a_merge_asks_into_what(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Boliger")
        await hand.press("f5")
        await hand.enter("Bolig")
        await hand.sees("Merge 1 code into Bolig?")
        await hand.press("enter")
        await hand.hears("Merged 1 code")

    at_book(study, scenario)
    assert codes_of(study)["R07"] == ["Bolig"]


def test_a_marked_theme_takes_marked_codes_under_it_along(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.mark("Fagfolk", "Psykologer")
        await hand.press("f4")
        await hand.enter("Bolig")
        await hand.hears("Moved 1 code to Bolig.")

    at_book(study, scenario)
    assert "Bolig / Fagfolk / Psykologer" in tree_of(study)


def test_a_theme_is_not_offered_to_what_stands_over_it_nor_deeper_than_three(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Økonomi")
        await hand.press("f4")
        assert "Økonomi / Staten" not in hand.text.split("Move")[1]

    at_book(study, scenario)


def test_a_code_is_unlocked_and_offered_again_by_the_same_keys(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Staten")
        await hand.press("ctrl+l")
        await hand.hears("Locked: Staten.")
        await hand.press("ctrl+l")
        await hand.hears("Unlocked: Staten.")
        await hand.press("ctrl+d")
        await hand.hears("Retired: Staten.")
        await hand.press("ctrl+d")
        await hand.hears("Offered again: Staten.")

    at_book(study, scenario)


def test_at_the_ends_a_code_stays_where_it_is(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await hand.go("Fagfolk")
        await hand.press("ctrl+up", "ctrl+left", "ctrl+right")
        await hand.go("Boliger")
        await hand.press("ctrl+down")

    at_book(study, scenario)
    assert contents(study) == before


def test_colour_symbol_and_rules_are_kept(study: Path) -> None:
    def boliger() -> Code:
        with Study(study, read_only=True) as opened, opened.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            return next(code for code in tree.walk() if code.name == "Boliger")

    async def scenario(hand: Hand) -> None:
        await hand.go("Boliger")
        await hand.press("f3")
        for text in ("Mening", "Med", "Uten", "#0f0", "X"):
            await hand.type(text)
            await hand.press("tab")
        await hand.press("ctrl+s")
        await hand.hears("described anew")

    at_book(study, scenario)
    code = boliger()
    assert (code.definition, code.include, code.exclude) == ("Mening", "Med", "Uten")
    assert (code.color, code.symbol) == ("#00FF00", "X")


def test_what_is_written_in_the_window_is_not_lost_by_escape(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go("Boliger")
        await hand.press("f3")
        await hand.type("Mening")
        await hand.press("escape")
        await hand.sees("What you wrote is not saved.")
        await hand.press("1")
        await hand.hears("described anew")

    at_book(study, scenario)
