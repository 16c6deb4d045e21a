"""Doubtful codings, settled at the keys."""

from pathlib import Path

from tests.builders import import_records, new_study, records
from tests.tui.codebook.desk import contents
from tests.tui.coding.desk import Hand, codes_of
from tests.tui.suggested.desk import Nothing, at_lists, likely, on_coding_screen, opened
from tui.suggested.doubtful import DoubtfulScreen


def test_codings_are_changed_or_kept_and_that_is_undone(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        await opened(hand, "find_doubtful", DoubtfulScreen)
        await hand.sees("3 doubtful codings", "has Vet ikke, likely by 2 % only")
        await hand.press("c")
        await hand.hears("Vet ikke was taken off.")
        assert codes_of(study)["R06"] == []
        await hand.press("k")
        await hand.hears("Bolig stays.")
        await hand.sees("has not Annet, likely by 92 %")
        await hand.press("k")
        await hand.hears("Annet stays off.")
        await hand.sees("No coding is doubtful at 90 %.")
        await hand.press("ctrl+z", "ctrl+z", "ctrl+z")
        await hand.sees("3 doubtful codings")

    at_lists(study, scenario)
    assert contents(study) == before


def test_a_forgotten_code_is_put_on(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await opened(hand, "find_doubtful", DoubtfulScreen)
        await hand.press("end", "c")
        await hand.hears("Annet was put on.")
        await hand.press("left", "left", "left")
        await hand.sees("[60 %: 3]")

    at_lists(study, scenario)
    assert "Annet" in codes_of(study)["R15"]


def test_an_answer_is_opened_and_the_list_gone_on_with(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f4")
        screen = await opened(hand, "find_doubtful", DoubtfulScreen)
        await hand.press("k", "enter")
        await hand.until(lambda: on_coding_screen(hand) and hand.respondent == "R02")
        await hand.sees("14 answers")
        again = await opened(hand, "find_doubtful", DoubtfulScreen)
        assert again is not screen
        await hand.sees("2 doubtful codings")

    at_lists(study, scenario)


def test_while_it_is_looked_for_nothing_is_changed(study: Path) -> None:
    before = contents(study)

    async def scenario(hand: Hand) -> None:
        hand.screen.action_command("find_doubtful")
        await hand.sees("Looking for doubtful codings … ▰▰▰▰▱")
        await hand.press("c", "k", "enter", "left", "ctrl+z", "f5")
        await hand.press("f10")
        await hand.until(lambda: on_coding_screen(hand))

    at_lists(study, scenario, waits=lambda: True)
    assert contents(study) == before


def test_before_anything_is_coded_that_is_said(tmp_path: Path) -> None:
    with new_study(tmp_path) as made:
        import_records(made, records([("R01", "k1", "Bolig"), ("R02", "k1", "Penger")]))
        path = made.path

    async def scenario(hand: Hand) -> None:
        hand.screen.suggesting = Nothing(hand.screen.bench)
        await opened(hand, "find_doubtful", DoubtfulScreen)
        await hand.sees("Nothing is coded yet: nothing can be doubtful.")
        await hand.press("c", "k", "enter", "left", "right", "escape")
        await likely(hand, "Vet ikke")
        await hand.sees("Nothing is coded yet: nothing is known of what is likely.")

    at_lists(path, scenario)
