"""The first screen: studies opened before, a new one, one that stands somewhere."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from coder.study import Study
from corpus.queries import study_facts
from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.importing import assert_window
from tests.tui.way import keys
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.recent import Recent, recents, remember
from tui.screens.new_study import NewStudyForm
from tui.screens.questions import Questions
from tui.screens.start import Start

NOON = "2026-05-03T12:00:00Z"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder, in which the program runs."""
    (tmp_path / "hjem").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "hjem"))
    monkeypatch.chdir(tmp_path / "hjem")
    return tmp_path / "hjem"


def program(home: Path, *studies: str) -> Fullkoding:
    """The program with these studies opened before, the last one first."""
    for name in studies:
        study = home / name
        study.parent.mkdir(exist_ok=True, parents=True)
        Study.create(study, "nb").__exit__()
        remember(home / "recent.json", study, NOON)
    return Fullkoding(home / "recent.json", "KH", None)


def facts(path: Path) -> tuple[str, str]:
    """Title and language of a study."""
    with Study(path) as study, study.read() as session:
        found = study_facts(session)
        return found.title, found.language


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_screen_without_a_study_says_how_to_get_one(home: Path, size: tuple[int, int]) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"start_empty_{size[0]}x{size[1]}")

    run_app(program(home), scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_screen_with_studies_looks_as_it_should(home: Path, size: tuple[int, int]) -> None:
    deep = "prosjekter/psykisk helse og rus/data fra kommunene"
    app = program(
        home, "gammel.fullkoding", f"{deep}/psykisk helse 2026.fullkoding", "c.fullkoding"
    )
    (home / "gammel.fullkoding").unlink()

    async def scenario(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"start_{size[0]}x{size[1]}")

    run_app(app, scenario, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_names_are_only_looked_at(home: Path, size: tuple[int, int]) -> None:
    shown = [Recent(home / text.replace("/", "") / text.replace("/", ""), NOON) for text in HOSTILE]
    app = Fullkoding(home / "recent.json", "KH", None)

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Start(lambda: shown))
        await until(pilot, lambda: "click" in screen_text(app))
        await pilot.press("end", "enter", "up", "enter")
        await settled(pilot)
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario, size)


def test_enter_opens_the_study_under_the_cursor(home: Path) -> None:
    app = program(home, "a.fullkoding", "b.fullkoding")

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Questions))
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, Start))

    run_app(app, scenario)
    assert [each.path.stem for each in recents(home / "recent.json")] == ["a", "b"]


def test_a_study_that_is_gone_is_said_to_be_gone_and_can_be_forgotten(home: Path) -> None:
    app = program(home, "a.fullkoding", "b.fullkoding")
    (home / "b.fullkoding").unlink()

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "gone" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "not there now" in screen_text(app))
        await pilot.press("delete")
        await until(pilot, lambda: "gone" not in screen_text(app))

    run_app(app, scenario)
    assert [each.path.stem for each in recents(home / "recent.json")] == ["a"]


def test_a_new_study_gets_its_name_and_language(home: Path) -> None:
    app = program(home)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewStudyForm))
        await pilot.press(*keys("min studie"), "tab", "right", "enter")
        await until(pilot, lambda: isinstance(app.screen, Questions))

    run_app(app, scenario)
    assert facts(home / "min studie.fullkoding") == ("min studie", "nn")


def test_escape_makes_no_study(home: Path) -> None:
    app = program(home)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewStudyForm))
        await pilot.press(*keys("ny"), "escape")
        await until(pilot, lambda: isinstance(app.screen, Start))

    run_app(app, scenario)
    assert list(home.glob("*.fullkoding")) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a", "exists already"),
        ("a.fullkoding", "exists already"),
        ("nosuch/a", "no folder"),
        ("", "In the folder ~"),
    ],
)
def test_a_name_that_cannot_be_is_said_and_nothing_is_made(
    home: Path, typed: str, said: str
) -> None:
    app = program(home, "a.fullkoding")
    before = (home / "a.fullkoding").read_bytes()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewStudyForm))
        await pilot.press(*keys(typed), "enter")
        await until(pilot, lambda: said in screen_text(app))
        assert isinstance(app.screen, NewStudyForm)

    run_app(app, scenario)
    assert (home / "a.fullkoding").read_bytes() == before
    assert len(list(home.glob("**/*.fullkoding"))) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_form_of_a_new_study_looks_as_it_should(home: Path, size: tuple[int, int]) -> None:
    app = program(home, "a.fullkoding")

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewStudyForm))
        await pilot.press("a")
        await until(pilot, lambda: "exists" in screen_text(app))
        await assert_window(pilot, f"new_study_{size[0]}x{size[1]}", "#new-study")

    run_app(app, scenario, size)


def test_another_study_is_opened_from_its_folder(home: Path) -> None:
    app = program(home, "mappe/b.fullkoding")
    (home / "recent.json").unlink()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("o")
        await until(pilot, lambda: "mappe" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "b.fullkoding" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Questions))

    run_app(app, scenario)
    assert [each.path.stem for each in recents(home / "recent.json")] == ["b"]


def test_a_file_that_is_no_study_is_refused_in_a_sentence(home: Path) -> None:
    app = program(home)
    (home / "x.fullkoding").write_text("ikke en studie", "utf-8")

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("o")
        await until(pilot, lambda: "x.fullkoding" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: list(app._notifications))
        assert "is not a study" in next(iter(app._notifications)).message
        assert isinstance(app.screen, Start)

    run_app(app, scenario)
