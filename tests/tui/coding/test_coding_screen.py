"""Coding by keyboard: find, apply, make, mark many, undo."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coder.queries import coded_answers, progress
from coder.study import Study
from corpus.queries import find_question
from tests.builders import code_all, import_records, new_study, records
from tests.tui.coding.desk import program
from tests.tui.harness import run_app, screen_text, until
from tui.app import Fullkoding
from tui.coding.screen import Coding
from tui.widgets.grid import AnswerGrid

ANSWERS = [
    ("a", "k1", "For få boliger"),
    ("b", "k1", "Mangel på psykologer"),
    ("c", "k1", "For få boliger"),
    ("d", "k1", "Vi vet ikke"),
]


def _study(folder: Path) -> Path:
    with new_study(folder) as study:
        import_records(study, records(ANSWERS))
        code_all(study, [("d", "k1", "Vet ikke")])
        return study.path


def _app(folder: Path) -> Fullkoding:
    return program(_study(folder))


def _codes(path: Path) -> dict[str, list[str]]:
    with Study(path) as study, study.read() as session:
        question = find_question(session, "k1")
        from codebooks.queries import codebook_of

        answers = coded_answers(session, question, codebook_of(session, question.id))
        return {each.respondent: [" / ".join(path) for path in each.codes] for each in answers}


def _uncoded(path: Path) -> int:
    with Study(path) as study, study.read() as session:
        return progress(session, find_question(session, "k1")).uncoded


async def _type(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


def test_a_typed_name_becomes_a_code_of_the_open_answer(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await _type(pilot, "Bolig / Antall")
        await pilot.press("enter")
        await until(pilot, lambda: "UNCODED 1" in screen_text(app))

    run_app(app, scenario)
    assert _codes(tmp_path / "studie.fullkoding")["a"] == ["Bolig / Antall"]


def test_space_goes_on_to_the_next_answer_without_a_code(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await _type(pilot, "Bolig")
        await pilot.press("enter", "space")
        await until(pilot, lambda: app.screen.query_one(AnswerGrid).at == 1)
        await _type(pilot, "Fagfolk")
        await pilot.press("enter")
        await until(pilot, lambda: "UNCODED 0" in screen_text(app))

    run_app(app, scenario)
    assert _codes(tmp_path / "studie.fullkoding")["b"] == ["Fagfolk"]


def test_the_beginning_of_a_code_and_enter_apply_it(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await _type(pilot, "vet")
        await pilot.press("enter")
        await until(pilot, lambda: "UNCODED 1" in screen_text(app))

    run_app(app, scenario)
    assert _codes(tmp_path / "studie.fullkoding")["a"] == ["Vet ikke"]


def test_many_are_coded_at_once_and_taken_back_at_once(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+t", "f6", "down", "f6")
        await until(pilot, lambda: "2 marked" in screen_text(app))
        await _type(pilot, "Bolig")
        await pilot.press("enter")
        await until(pilot, lambda: "UNCODED 1" in screen_text(app))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "UNCODED 3" in screen_text(app))
        await pilot.press("ctrl+y")
        await until(pilot, lambda: "UNCODED 1" in screen_text(app))

    run_app(app, scenario)
    codes = _codes(tmp_path / "studie.fullkoding")
    assert (codes["a"], codes["c"], codes["b"]) == (["Bolig"], ["Bolig"], [])


def test_filters_leave_what_is_asked_for(tmp_path: Path) -> None:
    app = _app(tmp_path)
    seen: list[int] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Coding)
        grid = app.screen.query_one(AnswerGrid)
        await pilot.press("f4")
        await until(pilot, lambda: len(grid.ids) == 2)
        await pilot.press("f2")
        await _type(pilot, "psyk*")
        await pilot.press("enter")
        await until(pilot, lambda: len(grid.ids) == 1)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: len(grid.ids) == 3)
        seen.append(len(grid.ids))

    run_app(app, scenario)
    assert seen == [3]


def test_a_name_that_cannot_be_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await _type(pilot, "A / B / C / D")
        await pilot.press("enter")
        await until(pilot, lambda: "type a code" in screen_text(app))

    run_app(app, scenario)
    assert _uncoded(tmp_path / "studie.fullkoding") == 3


def test_from_the_questions_to_a_question_and_back(tmp_path: Path) -> None:
    app = program(_study(tmp_path), question="")

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "3 left" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "UNCODED 3" in screen_text(app))
        await _type(pilot, "Bolig")
        await pilot.press("enter", "f10")
        await until(pilot, lambda: "1 left" in screen_text(app))
        await pilot.press("f9")
        await until(pilot, lambda: "applied the new code Bolig" in screen_text(app))

    run_app(app, scenario, size=(100, 30))


def test_the_help_page_lists_the_keys(tmp_path: Path) -> None:
    app = _app(tmp_path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("f1")
        await until(pilot, lambda: "ctrl+z" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "UNCODED" in screen_text(app))

    run_app(app, scenario, size=(100, 90))
