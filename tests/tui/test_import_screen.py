"""A file becomes a plan on the screen, and the plan is carried out by keyboard."""

from pathlib import Path
from time import sleep
from typing import Any

import pytest
from textual.pilot import Pilot

from coder.intake.founding import NewStudy
from coder.intake.report import Report
from coder.workbench.importing import Done, FileImport, Terms
from corpus.reading.draft import Draft
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


def test_the_first_rows_and_the_report_can_be_read(tmp_path: Path) -> None:
    app = program(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("f5")
        await until(pilot, lambda: "kommune: Storvik" in screen_text(app))
        await pilot.press("escape", "f6")
        await until(pilot, lambda: "ca. 60" in screen_text(app))

    run_app(app, scenario)


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
