"""Saved tables on screen: chosen, seen while they change, saved, exported, looked behind."""

from pathlib import Path

from tests.tui.tables.desk import Hand, at_tables
from tui.coding.screen import Coding
from tui.screens.questions import Questions
from tui.tables.screen import Tables


def test_a_table_changes_while_it_is_chosen_and_is_saved_and_undone(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.sees("Alle koder", "no columns", "Avstand")
        await hand.press("c")
        await hand.enter("parti")
        await hand.rests()
        await hand.sees("by parti", "not saved", "Ap", "Sp")
        assert hand.names[0] == "*Alle koder"
        await hand.press("s")
        await hand.enter("")
        await hand.hears("Saved: Alle koder")
        assert hand.names[0] == "Alle koder"
        await hand.press("ctrl+z")
        await hand.hears("Undone: saved the table Alle koder")
        await hand.rests()
        await hand.sees("no columns")

    at_tables(study, scenario)


def test_a_cell_leads_to_its_answers_and_back_to_the_same_cell(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("down", "enter")
        await hand.rests()
        await hand.press("right", "down")
        cell = hand.screen.table.rows[1].cells[0] if hand.screen.table else None
        assert cell is not None
        place = (hand.screen.grid.at, hand.screen.grid.column)
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, Coding))
        coding = hand.app.screen
        assert isinstance(coding, Coding)
        await hand.until(lambda: coding.filter.listed is not None)
        listed = coding.filter.listed
        assert listed is not None
        assert listed.name.startswith("Bolig, ")
        assert 0 < len(listed.ids) < 33
        await hand.press("f10")
        await hand.until(lambda: isinstance(hand.app.screen, Tables))
        assert (hand.screen.grid.at, hand.screen.grid.column) == place

    at_tables(study, scenario)


def test_leaving_asks_about_what_is_not_saved(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("n", "escape")
        await hand.sees("Leave without saving", "(new table)")
        await hand.press("escape")
        assert hand.app.screen is hand.screen
        await hand.press("escape", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, Questions))

    at_tables(study, scenario)
