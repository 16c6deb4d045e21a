"""A plan is changed by letters and menus; what cannot be is refused, and nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coder.study import Study
from corpus.reading.plan import Role
from tests.tui.harness import (
    run_app,
    screen_text,
    until,
)
from tests.tui.importing import (
    answers,
    empty_study,
    finished,
    planned,
    program,
    questions,
    shown_role,
)
from tests.tui.way import keys
from tui.screens.importing import Importing


def roles(screen: Importing) -> list[Role]:
    """The roles of all columns, in file order."""
    assert screen.draft is not None
    return [column.role for column in screen.draft.plan.columns]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))


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
