"""A file becomes a plan on the screen; the plan is changed and carried out by keyboard."""

from pathlib import Path
from time import sleep
from typing import Any

import pytest
from textual.pilot import Pilot

from coder.intake.founding import NewStudy
from coder.intake.report import Report
from coder.study import Study
from coder.workbench.importing import Done, FileImport, Terms
from corpus.reading.draft import Draft
from corpus.reading.plan import Role
from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.importing import (
    ROWS,
    answers,
    assert_window,
    empty_study,
    finished,
    planned,
    program,
    questions,
    shown_role,
)
from tests.tui.way import keys
from tests.tui.widgets.showing import HOSTILE
from tui.screens.importing import Importing
from tui.screens.pages import Page
from tui.screens.questions import Questions


class Endless(FileImport):
    """An import that is never done by itself."""

    def carry_out(
        self, draft: Draft, terms: Terms, done: Done, new: NewStudy | None = None
    ) -> Report:
        """Tell that four tenths are done, again and again."""

        def again(_done: int, _total: int) -> None:
            while True:
                done(40, 100)
                sleep(0.01)

        return super().carry_out(draft, terms, again, new)


class Broken(FileImport):
    """An import that goes wrong as nothing should."""

    def read(self) -> Draft:
        """Divide by nothing."""
        raise ZeroDivisionError


def roles(screen: Importing) -> list[Role]:
    """The roles of all columns, in file order."""
    assert screen.draft is not None
    return [column.role for column in screen.draft.plan.columns]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_plan_looks_as_it_should(tmp_path: Path, size: tuple[int, int]) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("end", "up")
        await assert_screen(pilot, f"importing_{size[0]}x{size[1]}")

    run_app(program(tmp_path), scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_result_looks_as_it_should(tmp_path: Path, size: tuple[int, int]) -> None:
    app = program(tmp_path, empty_study(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("f2")
        await until(pilot, lambda: "~/studie.fullkoding" in screen_text(app))
        await assert_window(pilot, f"imported_{size[0]}x{size[1]}", "#page")

    run_app(app, scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_an_import_shows_how_far_it_is_and_is_stopped(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = empty_study(tmp_path)
    app, before = program(tmp_path, path), path.read_bytes()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Importing(Endless(answers(tmp_path), app._study, "KH")))
        await until(pilot, lambda: "4 respondents" in screen_text(app))
        await pilot.press("f2")
        await until(pilot, lambda: "40 %" in screen_text(app))
        await assert_window(pilot, f"importing_far_{size[0]}x{size[1]}", "#working")
        await pilot.press("escape")
        await until(pilot, lambda: "! Stopped; nothing was imported." in screen_text(app))
        await pilot.press("down", "x")
        await until(pilot, lambda: "! Stopped" not in screen_text(app))

    run_app(app, scenario, size)
    assert path.read_bytes() == before


def test_closing_the_program_stops_an_import(tmp_path: Path) -> None:
    path = empty_study(tmp_path)
    app, before = program(tmp_path, path), path.read_bytes()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Importing(Endless(answers(tmp_path), app._study, "KH")))
        await until(pilot, lambda: "4 respondents" in screen_text(app))
        await pilot.press("f2")
        await until(pilot, lambda: "40 %" in screen_text(app))
        await pilot.press("ctrl+q")

    run_app(app, scenario)
    assert path.read_bytes() == before


def test_what_nobody_expected_ends_the_program_and_is_kept_for_the_log(tmp_path: Path) -> None:
    app = program(tmp_path, empty_study(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Importing(Broken(answers(tmp_path), app._study, "KH")))
        await until(pilot, lambda: app.failure)

    with pytest.raises(ZeroDivisionError):
        run_app(app, scenario)
    assert isinstance(app.failure, ZeroDivisionError)


def test_from_the_first_screen_to_the_questions_of_a_new_study(tmp_path: Path) -> None:
    answers(tmp_path)
    app = program(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("i")
        await until(pilot, lambda: "svar.csv" in screen_text(app))
        await pilot.press(*keys("svar"), "enter")
        await until(pilot, lambda: "4 respondents, 2 questions, 6 answers" in screen_text(app))
        await finished(pilot, "min studie")
        await until(pilot, lambda: "3 left" in screen_text(app))
        await pilot.press("f10")
        await until(pilot, lambda: "min studie" in screen_text(app))

    run_app(app, scenario)
    assert questions(tmp_path / "min studie.fullkoding") == {"k1": 3, "k2": 3}


def test_by_default_the_study_is_called_like_the_file_and_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = answers(tmp_path / "data")

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, file)
        await pilot.press("f2")
        await until(pilot, lambda: "svar.fullkoding" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))

    run_app(program(tmp_path), scenario)
    assert questions(tmp_path / "data" / "svar.fullkoding") == {"k1": 3, "k2": 3}


def test_a_study_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    taken = tmp_path / "svar.fullkoding"
    taken.write_bytes(b"mine")
    file = answers(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, file)
        await pilot.press("f2")
        await until(pilot, lambda: "exists already" in screen_text(pilot.app))
        await pilot.press("enter")
        await settled(pilot)
        assert "exists already" in screen_text(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Importing))

    run_app(program(tmp_path), scenario)
    assert taken.read_bytes() == b"mine"


def test_a_letter_gives_a_role_and_the_rest_follows(tmp_path: Path) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press("down", "x")
        await until(pilot, lambda: shown_role(pilot, "kommune") == "*left out")
        await pilot.press("end", "v")
        await until(pilot, lambda: shown_role(pilot, "k2 Hva") == "*closed variable")
        await until(pilot, lambda: "1 question, 3 answers" in screen_text(pilot.app))
        assert roles(screen)[1] is Role.IGNORE

    run_app(program(tmp_path), scenario)


def test_letters_typed_faster_than_a_plan_is_made_all_count(tmp_path: Path) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press(*("down", "x") * 5)
        await until(pilot, lambda: roles(screen) == [Role.ID, *[Role.IGNORE] * 5])

    run_app(program(tmp_path), scenario)


def test_a_menu_gives_a_role_and_takes_it_away(tmp_path: Path) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "own name" in screen_text(pilot.app))
        await pilot.press(*keys("left"), "enter")
        await until(pilot, lambda: roles(screen)[1] is Role.IGNORE)
        await pilot.press("enter")
        await until(pilot, lambda: "as guessed" in screen_text(pilot.app))
        await pilot.press("1")
        await until(pilot, lambda: roles(screen)[1] is Role.NAME)

    run_app(program(tmp_path), scenario)


def test_several_marked_columns_get_a_role_at_once(tmp_path: Path) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press("down", "space", "space", "space", "x")
        await until(pilot, lambda: roles(screen)[1:4] == [Role.IGNORE] * 3)
        assert not screen.plan_list.is_chosen(1)

    run_app(program(tmp_path), scenario)


def test_a_plan_that_cannot_be_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "lang.csv").write_text("id;spørsmål;svar\na;k1;Ja\nb;k1;Nei", "utf-8")

    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, tmp_path / "lang.csv")
        before = roles(screen)
        assert Role.TEXT in before
        await pilot.press("home", "x", "f3")
        await until(pilot, lambda: "Layout" in screen_text(pilot.app))
        await pilot.press("1")
        await until(pilot, lambda: "as found out" in screen_text(pilot.app))
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, Importing))
        await pilot.press("end", "x")
        await until(pilot, lambda: "! No column holds the answers" in screen_text(pilot.app))
        assert roles(screen) == [Role.IGNORE, *before[1:]]
        assert "--" not in screen_text(pilot.app)
        await pilot.press("up", "v")
        await until(pilot, lambda: "! No column" not in screen_text(pilot.app))
        assert roles(screen) == [Role.IGNORE, Role.VARIABLE, Role.TEXT]

    run_app(program(tmp_path), scenario)


def test_a_role_of_long_files_makes_the_file_long(tmp_path: Path) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press("end", "a")
        await until(pilot, lambda: "a row an answer" in screen_text(pilot.app))
        assert roles(screen)[5] is Role.TEXT
        await pilot.press("q")
        await until(pilot, lambda: "a row a respondent" in screen_text(pilot.app))

    run_app(program(tmp_path), scenario)


def test_the_next_column_to_look_at_is_found(tmp_path: Path) -> None:
    (tmp_path / "uklart.csv").write_text("hvem;hva\na;ja\nb;nei", "utf-8")

    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, tmp_path / "uklart.csv")
        assert "1 column is a guess to look at" in screen_text(pilot.app)
        await pilot.press("end", "f4")
        await until(pilot, lambda: screen.plan_list.at == 0)
        await until(pilot, lambda: "its values are all different" in screen_text(pilot.app))

    run_app(program(tmp_path), scenario)


def test_the_first_rows_and_the_report_can_be_read(tmp_path: Path) -> None:
    app = program(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("f5")
        await until(pilot, lambda: "kommune: Storvik" in screen_text(app))
        await pilot.press("escape", "f6")
        await until(pilot, lambda: "ca. 60" in screen_text(app))

    run_app(app, scenario)


def test_a_question_is_asked_of_some_only(tmp_path: Path) -> None:
    app = program(tmp_path, empty_study(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, answers(tmp_path))
        await pilot.press("end", "up", "f7")
        await until(pilot, lambda: "because of which answer" in screen_text(app))
        await pilot.press(*keys("team"), "enter")
        await until(pilot, lambda: "who answered what" in screen_text(app))
        await pilot.press(*keys("nei"), "enter")
        await until(pilot, lambda: "asked if Har team = Nei" in screen_text(app))
        await until(pilot, lambda: screen.trial)
        await finished(pilot)

    run_app(app, scenario)
    with Study(tmp_path / "studie.fullkoding") as study, study.read() as session:
        from corpus.queries import find_question

        asked_if = find_question(session, "k1").asked_if
    assert asked_if is not None
    assert (asked_if.variable, asked_if.value) == ("Har team", "Nei")


def test_a_year_is_typed(tmp_path: Path) -> None:
    app = program(tmp_path, empty_study(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("f3")
        await until(pilot, lambda: "Year or wave" in screen_text(app))
        await pilot.press(*keys("year"), "enter")
        await until(pilot, lambda: "of these answers" in screen_text(app))
        await pilot.press(*keys("2026"), "enter")
        await finished(pilot)

    run_app(app, scenario)
    assert questions(tmp_path / "studie.fullkoding") == {"k1@2026": 3, "k2@2026": 3}


def test_another_encoding_is_chosen_and_roles_stay(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(answers(tmp_path).read_text("utf-8").encode("mac_roman"))

    async def scenario(pilot: Pilot[Any]) -> None:
        screen = await planned(pilot, tmp_path / "svar.csv")
        await pilot.press("down", "x", "end", "up", "f3")
        await until(pilot, lambda: "Encoding" in screen_text(pilot.app))
        await pilot.press(*keys("enc"), "enter")
        await until(pilot, lambda: "mac_roman" in screen_text(pilot.app))
        await pilot.press(*keys("mac"), "enter")
        await until(pilot, lambda: "· mac-roman ·" in screen_text(pilot.app))
        assert roles(screen)[1] is Role.IGNORE
        await until(pilot, lambda: "hver måned" in screen_text(pilot.app))

    run_app(program(tmp_path), scenario)


def test_a_sheet_is_chosen(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name, question in (("Svar", "k1 Hva?"), ("Eldre", "k9 Hvorfor?")):
        sheet = book.create_sheet(name)
        sheet.append(["id", question])
        sheet.append(["R1", "Det er for få folk her hos oss"])
    book.save(tmp_path / "svar.xlsx")

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, tmp_path / "svar.xlsx")
        assert "Several sheets have content" in screen_text(pilot.app)
        await pilot.press("f3")
        await until(pilot, lambda: "Layout" in screen_text(pilot.app))
        await pilot.press(*keys("sheet"), "enter")
        await until(pilot, lambda: "2 Eldre" in screen_text(pilot.app))
        await pilot.press("2")
        await until(pilot, lambda: "k9 Hvorfor" in screen_text(pilot.app))
        assert "Several sheets" not in screen_text(pilot.app)

    run_app(program(tmp_path), scenario)


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "svar.csv").write_bytes(b"%PDF-1.7 and more")
    app = program(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("i")
        await until(pilot, lambda: "svar.csv" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "is a PDF document" in screen_text(app))
        await pilot.press("f2", "enter", "x", "f3", "f4", "f5", "f6", "f7", "down", "f10")
        await until(pilot, lambda: not isinstance(app.screen, Importing))

    run_app(app, scenario)


def test_leaving_changes_nothing(tmp_path: Path) -> None:
    path = empty_study(tmp_path)
    app = program(tmp_path, path)
    before = path.read_bytes()

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("down", "x", "f10")
        await until(pilot, lambda: isinstance(app.screen, Questions))

    run_app(app, scenario)
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_headers_and_cells_are_only_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    import csv

    wild = [text.encode(errors="replace").decode() for text in HOSTILE]
    with (tmp_path / f"{wild[1].replace('/', '')}.csv").open("w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["id", *(f"k{n} {text} Hva?" for n, text in enumerate(wild))])
        writer.writerows([n, *wild] for n in range(3))
        name = Path(file.name)
    app = program(tmp_path, empty_study(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, name)
        for key in ("down", "enter", "escape", "f5", "escape", "f6", "escape", "f3", "escape"):
            await pilot.press(key)
            await settled(pilot)
            assert control_characters(screen_text(app)) == set()
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, Page))
        await settled(pilot)
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario, size)


def test_the_same_file_again_brings_nothing_new(tmp_path: Path) -> None:
    path = empty_study(tmp_path)
    app = program(tmp_path, path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await finished(pilot)
        await until(pilot, lambda: "3 left" in screen_text(app))
        await planned(pilot, answers(tmp_path, *ROWS, ("R5", "Ny", "700", "Ja", "Nytt her", "")))
        assert "5 respondents (1 new), 2 questions (0 new)" in screen_text(app)
        await finished(pilot)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: app._study and questions(path) == {"k1": 3, "k2": 3})

    run_app(app, scenario)
