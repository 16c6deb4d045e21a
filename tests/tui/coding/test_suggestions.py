"""Suggestions on the coding screen: on the digits, in the finder, as names, ticked ahead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from codebooks.edits import rename
from codebooks.queries import codebook_of
from coder.choosing import code_named
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER_2
from tests.tui.coding import desk
from tests.tui.coding.desk import UNCODED, Hand, at_desk, codes_of
from tests.tui.coding.suggested import Oracle, foretold
from tests.tui.harness import SIZES, assert_screen, control_characters
from tests.tui.widgets.showing import HOSTILE
from tui.coding import finder_pane, suggestions
from tui.settings import Suggest, read_settings

TICKING = Suggest(pretick=0.8)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Suggestions count from the moment they are seen."""
    monkeypatch.setattr(finder_pane, "STILL_OLD", 0.0)


def _rename(path: Path, name: str, new: str) -> None:
    """Rename a code as another program would."""
    with Study(path) as study, study.act("rename_code", CODER_2, question="k1") as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        rename(session, tree, code_named(tree, name), new)


def names_on_digits(hand: Hand) -> list[str]:
    return [hit.path[-1] if hit else "" for hit in hand.hits]


async def suggested(hand: Hand) -> None:
    """Wait until suggestions stand on the digits."""
    await hand.until(lambda: hand.screen.finder.is_offering)
    await hand.press()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_suggestions_look_as_they_should(study: Path, size: tuple[int, int]) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await hand.until(lambda: hand.screen.bench.tally.under is not None)
        await assert_screen(hand.pilot, f"coding_suggested_{size[0]}x{size[1]}")

    at_desk(foretold(study), scenario, size)


def test_codes_ticked_ahead_look_as_they_should(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await assert_screen(hand.pilot, "coding_ticked_80x24")
        await hand.press("0", "0")
        await assert_screen(hand.pilot, "coding_proposed_80x24")

    at_desk(foretold(study, suggest=TICKING), scenario)


def test_digits_keep_their_codes_until_the_next_answer(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        assert names_on_digits(hand)[:3] == ["Bolig", "Mer midler", "Psykologer"]
        await hand.press("1", "3")
        await hand.sees("▪ Bolig")
        assert names_on_digits(hand)[:3] == ["Bolig", "Mer midler", "Psykologer"]
        await hand.press("space")
        await suggested(hand)
        await hand.press("2")

    at_desk(foretold(study), scenario)
    codes = codes_of(study)
    assert codes["R01"] == ["Fagfolk / Psykologer", "Bolig"]
    assert codes["R07"] == ["Økonomi / Mer midler"]


def test_what_comes_after_the_first_key_takes_no_digit(study: Path) -> None:
    oracle = Oracle()
    oracle.waits.clear()

    async def scenario(hand: Hand) -> None:
        before = names_on_digits(hand)
        await hand.press("9")
        oracle.waits.set()
        await hand.until(lambda: hand.screen._known)
        assert names_on_digits(hand) == before
        await hand.press("space")
        await suggested(hand)
        assert names_on_digits(hand)[0] == "Bolig"

    at_desk(foretold(study, oracle), scenario)
    assert codes_of(study)["R01"] == ["Økonomi"]


def test_a_digit_pressed_while_codes_change_means_what_stood_there(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_pane, "STILL_OLD", 60.0)
    oracle = Oracle()
    oracle.waits.clear()

    async def scenario(hand: Hand) -> None:
        before = names_on_digits(hand)
        oracle.waits.set()
        await suggested(hand)
        assert (before[2], names_on_digits(hand)[2]) == ("Bolig", "Psykologer")
        await hand.press("3")
        await hand.sees("▪ Bolig")

    at_desk(foretold(study, oracle), scenario)
    assert codes_of(study)["R01"] == ["Bolig"]


def test_what_comes_late_takes_no_digit_though_nothing_was_pressed(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "SOON_AT_FIRST", 0.0)

    async def scenario(hand: Hand) -> None:
        await hand.until(lambda: hand.screen._known)
        assert not hand.screen.finder.is_offering
        hand.screen.post_message(hand.screen.Preparing(0.4))
        await hand.sees("type a code, or 1-9   suggestions 40 %")
        await hand.press("down")
        await suggested(hand)

    at_desk(foretold(study), scenario)


def test_the_finder_shows_the_likelier_code_first(study: Path) -> None:
    oracle = Oracle(likely={"Økonomi": 0.9, "Uleselig": 0.5})

    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await hand.type("u")
        await hand.until(lambda: names_on_digits(hand)[0] == "Uleselig")

    at_desk(foretold(study, oracle), scenario)


def test_nought_proposes_names_that_can_be_made_or_left(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await hand.sees("0   new: Boligmangel · Unge i bolig")
        await hand.press("0", "0")
        await hand.sees("New code: Unge i bolig")
        await hand.press("escape", "0")
        await hand.sees("New code: Boligmangel")
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED - 3}")

    at_desk(foretold(study), scenario)
    assert codes_of(study)["R01"] == ["Boligmangel"]


def test_enter_takes_what_is_ticked_ahead_and_one_undo_takes_it_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await hand.sees("◌ Bolig", "◌ Økonomi / Mer midler", f"UNCODED {UNCODED} ")
        await hand.press("space")
        await suggested(hand)
        await hand.sees("◌ Bolig")
        await hand.press("enter")
        await hand.sees("▪ Bolig", "▪ Økonomi / Mer midler", f"UNCODED {UNCODED - 1} ")
        await hand.press("ctrl+z")
        await hand.sees(f"UNCODED {UNCODED} ")
        assert "◌ Bolig" not in hand.text
        await hand.press("enter", "ctrl+y")
        await hand.sees(f"UNCODED {UNCODED - 1} ")

    at_desk(foretold(study, suggest=TICKING), scenario)
    codes = codes_of(study)
    assert (codes["R01"], codes["R07"]) == ([], ["Økonomi / Mer midler", "Bolig"])


def test_nothing_is_ticked_ahead_on_coded_answers_or_while_many_are_marked(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.go_to("R02")
        await suggested(hand)
        assert not hand.screen.finder.ticked
        await hand.go_to("R07")
        await suggested(hand)
        await hand.sees("◌ Bolig")
        await hand.press("f8")
        await hand.until(lambda: "◌ Bolig" not in hand.text)
        await hand.press("enter")
        await hand.sees(f"UNCODED {UNCODED} ")

    at_desk(foretold(study, suggest=TICKING), scenario)


def test_what_was_said_of_a_code_goes_when_it_is_renamed_and_its_digit_stays(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        await hand.enter("Nytt navn")
        await suggested(hand)
        before = names_on_digits(hand)
        _rename(study, "Bolig", "Hus og hjem")
        hand.app.look_outside()
        await hand.sees("Hus og hjem")
        assert names_on_digits(hand)[1:] == before[1:]
        assert not hand.screen.finder.is_offering

    at_desk(foretold(study), scenario)


def test_when_nothing_can_be_suggested_it_is_told_once_and_coding_goes_on(study: Path) -> None:
    oracle = Oracle(fault=Problem("The comparison of answers stopped twice.", ""))

    async def scenario(hand: Hand) -> None:
        await hand.hears("Codes are not suggested for now")
        await hand.press("3", "space")
        await hand.sees(f"UNCODED {UNCODED - 3}")
        assert len(oracle.asked) == 1

    at_desk(foretold(study, oracle), scenario)
    assert codes_of(study)["R01"] == ["Bolig"]


def test_suggestions_are_switched_off_and_ticked_ahead_by_a_command(study: Path) -> None:
    async def choose(hand: Hand, way: str) -> None:
        await hand.choose("ctrl+p", "suggestions", way)

    async def scenario(hand: Hand) -> None:
        await suggested(hand)
        before = names_on_digits(hand)
        await choose(hand, "off")
        await hand.until(lambda: not hand.screen.finder.is_offering)
        assert names_on_digits(hand) == before
        await hand.press("space")
        await hand.until(lambda: names_on_digits(hand) != before)
        await choose(hand, "ahead that are 80")
        await hand.press("space")
        await hand.sees("◌ Bolig")

    at_desk(foretold(study), scenario)
    assert read_settings(study.parent / "settings.toml").suggest == TICKING


def test_a_scale_keeps_its_order_and_shows_what_is_likely(
    copy_of: Callable[[Callable[[Path], Path]], Path],
) -> None:
    oracle = Oracle(likely={"Fornøyd": 0.9, "Misfornøyd": 0.1}, names=())

    async def scenario(hand: Hand) -> None:
        before = names_on_digits(hand)
        await suggested(hand)
        assert names_on_digits(hand) == before
        await hand.sees("███▋")

    at_desk(foretold(copy_of(desk.scale), oracle), scenario)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_codes_answers_and_names_do_no_harm(
    copy_of: Callable[[Callable[[Path], Path]], Path], size: tuple[int, int]
) -> None:
    async def scenario(hand: Hand) -> None:
        for _answer in range(3):
            await suggested(hand)
            assert not control_characters(hand.text)
            await hand.press("0", "0", "0", "escape", "1", "down")

    oracle = Oracle(names=[text for text in HOSTILE if text.strip()])
    at_desk(foretold(copy_of(desk.hostile), oracle), scenario, size)
