"""Groups of answers without a code, coded at the keys."""

from pathlib import Path

from coder.study import Study
from tests.builders import code_all
from tests.coder.workbench.known_suggesting import ANSWERS, Known
from tests.tui.coding.desk import Hand, codes_of
from tests.tui.suggested.desk import at_lists, on_coding_screen, opened
from tui.screens.pages import Page
from tui.suggested.groups import GroupsScreen


def test_a_group_is_coded_with_one_new_code_and_then_the_next(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await opened(hand, "find_clusters", GroupsScreen)
        await hand.sees("Without a code: 2 groups, 8 answers", "› 6  boliger, unge")
        await hand.press("enter")
        await hand.until(lambda: on_coding_screen(hand))
        await hand.sees("boliger, unge", "6 marked")
        await hand.enter("Unges boliger")
        await hand.hears("applied: 6 answers")
        await opened(hand, "find_clusters", GroupsScreen)
        await hand.sees("Without a code: 1 group, 2 answers", "› 2  staten, penger")
        known = hand.screen.suggesting
        assert isinstance(known, Known)
        assert known.asked == ["clusters"]
        await hand.press("f5")
        await hand.until(lambda: known.asked == ["clusters", "clusters"])

    at_lists(study, scenario, (110, 20))
    codes = codes_of(study)
    assert all(codes[who] == ["Unges boliger"] for who in ("R01", "R03", "R04", "R07", "R09"))


def test_groups_of_the_same_wording_are_read_and_listed(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.choose("ctrl+r", "wording")
        await hand.until(lambda: isinstance(hand.app.screen, GroupsScreen))
        await hand.sees("6  “For få boliger”", "• Det mangler boliger til unge")
        await hand.press("f2")
        await hand.until(lambda: isinstance(hand.app.screen, Page))
        await hand.sees("Det mangler boliger til unnge")
        await hand.press("escape", "down")
        await hand.sees("• For lite penger fra staten")
        await hand.press("escape")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario)


def test_when_everything_has_a_code_that_is_said(study: Path) -> None:
    with Study(study) as opened_study:
        code_all(opened_study, [(who, "k1", "Annet") for who, *_rest in ANSWERS])

    async def scenario(hand: Hand) -> None:
        await opened(hand, "find_clusters", GroupsScreen)
        await hand.sees("Every answer that is shown has a code.")
        await hand.press("enter", "f2", "down")

    at_lists(study, scenario)
