"""Saved tables on screen: chosen, seen while they change, saved, exported, looked behind."""

from pathlib import Path

import pytest
from sqlalchemy import delete

from coder.study import Study
from coder.tables import CodingRow
from corpus.store.holding import Holder
from tests.builders import CODER, new_study
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


def test_tables_are_renamed_moved_removed_and_all_comes_back(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f2")
        await hand.enter("Alle to")
        await hand.until(lambda: hand.names[0] == "Alle to")
        await hand.press("ctrl+down")
        await hand.until(lambda: hand.names[1] == "Alle to")
        assert hand.screen.names.at == 1
        await hand.press("delete")
        await hand.sees("Take this table out")
        await hand.press("enter")
        await hand.hears("Removed: Alle to")
        for _ in range(3):
            await hand.press("ctrl+z")
        assert hand.names == ["Alle koder", "Etter størrelse", "Fraser", "Hvem svarte"]

    at_tables(study, scenario)


def test_tables_are_exported_and_what_cannot_be_is_a_sentence(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        folder = study.parent
        await hand.press("x", "enter")
        await hand.sees("Write to which file?", "Alle koder.xlsx")
        await hand.press("enter")
        await hand.hears("Wrote ")
        assert (folder / "Alle koder.xlsx").is_file()
        await hand.press("x", "enter", "enter")
        await hand.sees("in the place of the file that is there?")
        await hand.press("escape", "x", "2")
        await hand.enter("alt.pdf")
        await hand.hears("The ending of alt.pdf names no format. Use one of: .json, .csv")
        await hand.press("x", "2")
        await hand.enter("alt.docx")
        await hand.until(lambda: (folder / "alt.docx").is_file())
        await hand.until(lambda: not hand.screen._is_busy)
        assert hand.screen.desk.study.steps()[-1].parameters["file"] == "alt.docx"

    at_tables(study, scenario)


def test_rows_codes_and_people_are_chosen_from_menus(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("r")
        await hand.enter("phrases")
        await hand.rests()
        await hand.sees("Avstand: 69 av de 180")
        await hand.press("r", "1", "k", "1", "3", "escape")
        await hand.sees("only 2 codes")
        await hand.press("k", "1", "escape", "v")
        await hand.enter("parti")
        await hand.press("1", "escape")
        await hand.rests()
        await hand.sees("only 1 code", "parti = Ap", "n=60")
        await hand.press("k", "3", "escape", "u", "1")
        await hand.enter("Begge deler")
        await hand.press("1", "3", "escape")
        await hand.rests()
        await hand.sees("1 group", "Begge deler")
        await hand.press("w")
        await hand.enter("parti")
        await hand.sees("parti is no weight")
        await hand.press("ctrl+r", "enter")
        await hand.rests()
        await hand.sees("Samarbeid")
        assert hand.names[0] == "Alle koder"

    at_tables(study, scenario)


def test_numbers_and_notes_are_asked_for(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("f")
        await hand.enter("mange")
        await hand.hears("This takes a whole number")
        await hand.press("f")
        await hand.enter("20")
        await hand.rests()
        await hand.sees("at least 20 answers", "andre")
        await hand.press("i", "g")
        await hand.enter("English")
        await hand.rests()
        await hand.sees("with intervals", "Count")
        await hand.press("ctrl+o")
        await hand.sees("Wilson")

    at_tables(study, scenario)


def test_a_study_that_can_only_be_read_shows_its_tables(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Study, "hold", lambda _study, _coder: Holder(coder="SO"))
    monkeypatch.setattr(Study, "read_only", True)

    async def scenario(hand: Hand) -> None:
        await hand.press("c", "2")
        await hand.rests()
        for key in ("s", "f2", "delete", "x"):
            await hand.press(key)
            await hand.hears("can only be read")
            assert hand.app.screen is hand.screen
        await hand.press("enter", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, Coding))

    at_tables(study, scenario)


def test_answers_lead_to_the_tables_and_what_was_coded_since_is_counted(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("enter", "enter")
        await hand.until(lambda: isinstance(hand.app.screen, Coding))
        with hand.screen.desk.study.act("undo_codings", CODER) as session:
            session.execute(delete(CodingRow))
        await hand.press("ctrl+p")
        await hand.enter("tables")
        await hand.until(lambda: hand.app.screen is hand.screen)
        await hand.rests()
        await hand.sees("Nothing is coded yet.")
        await hand.press("enter")
        assert hand.app.screen is hand.screen

    at_tables(study, scenario)


def test_a_study_without_tables_or_questions_says_so(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        path = study.path

    async def scenario(hand: Hand) -> None:
        await hand.sees("No table is saved: n", "begins one.")
        for key in ("n", "c", "s", "b", "enter", "ctrl+o"):
            await hand.press(key)
        await hand.hears("The study has no question yet.")
        await hand.press("x")
        await hand.sees("No table is saved: s saves this one.")

    at_tables(path, scenario)


def test_a_table_shows_each_option_while_the_cursor_is_on_it(study: Path) -> None:
    async def scenario(hand: Hand) -> None:
        await hand.press("c", "down", "down")
        await hand.sees("by parti", "not saved", "Sp", "type to narrow")
        await hand.press("escape")
        await hand.rests()
        await hand.sees("no columns")
        assert hand.names[0] == "Alle koder"

    at_tables(study, scenario, (100, 30))
