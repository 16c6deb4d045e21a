"""The history on screen: long ones too, filtered, looked into, and walked back and forward."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

import pytest
from textual.pilot import Pilot

from codebooks.edits import rename
from codebooks.queries import codebook_of
from coder.study import Study
from coder.workbench.logbook import Logbook
from tests.builders import CODER, CODER_2, import_records, new_study, records
from tests.snapshots import content
from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.widgets.showing import HOSTILE
from tui.screens.confirming import Confirming
from tui.screens.history import History
from tui.screens.pages import Page
from tui.settings import Settings
from tui.shell import Shell

STYLES = Path(__file__).resolve().parents[2] / "tui" / "styles"
NAMES = ["k1", "k2"]


class Desktop(Shell):
    """The program without its other screens; remembers that something was changed."""

    CSS_PATH: ClassVar[list[str]] = [str(STYLES / f"{name}.tcss") for name in ("app", "history")]  # type: ignore[assignment]

    def __init__(self, study: Study, coder: str = CODER) -> None:
        super().__init__(Settings(coder))
        self.history = History(Logbook(study, coder), UTC)
        self.changes = 0

    def on_mount(self) -> None:
        """Begin with the history."""
        self.push_screen(self.history)

    def on_history_changed(self) -> None:
        """Count the changes."""
        self.changes += 1


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Two questions, two coders, and an undone step."""
    study = new_study(tmp_path)
    answers = [(f"R{number}", key, f"Svar {number}") for number in (1, 2) for key in NAMES]
    import_records(study, records(answers))
    code(study, "R1", "k1", "Bolig / Antall")
    code(study, "R2", "k1", "Bolig / Antall")
    code(study, "R1", "k2", "Økonomi", CODER_2)
    with study.act("rename_code", CODER, question="k1", code="Antall", name="Pris") as session:
        tree = codebook_of(session, 1)
        rename(session, tree, next(each for each in tree.walk() if each.name == "Antall"), "Pris")
    code(study, "R2", "k2", "Økonomi", CODER_2)
    study.undo(CODER_2)
    return study


def code(study: Study, who: str, question: str, path: str, coder: str = CODER) -> None:
    """One coding as the screen makes it."""
    from coder.coding import Wanted, code_answer

    said = {"question": question, "answer": who, "code": path}
    with study.act("apply_code", coder, **said) as session:
        code_answer(session, Wanted(question, who, (path,), None, coder), True)


def act(
    study: Study,
    *keys: str,
    then: Callable[[Desktop, Pilot[Any]], Any] | None = None,
    size: tuple[int, int] = (80, 24),
) -> Desktop:
    """Open the history, press keys, and see."""
    app = Desktop(study)

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: app.screen is app.history and app.history.steps.is_mounted)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        if then is not None:
            await then(app, pilot)

    run_app(app, scenario, size)
    return app


def listed(app: Desktop) -> list[str]:
    """The lines of the list, without what stands around them."""
    return [line for line in screen_text(app).splitlines()[1:-1] if line.strip()]


def told(app: Desktop) -> str:
    """What the user was told beside the screen."""
    return "\n".join(each.message for each in app._notifications)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_history_looks_as_it_should(study: Study, size: tuple[int, int]) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"history_{size[0]}x{size[1]}")

    act(study, then=look, size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_details_of_a_step_look_as_they_should(study: Study, size: tuple[int, int]) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"history_step_{size[0]}x{size[1]}")

    act(study, "home", "down", "enter", then=look, size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_goes_back_is_shown_first(study: Study, size: tuple[int, int]) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        await assert_screen(pilot, f"history_back_{size[0]}x{size[1]}")

    act(study, "home", "down", "f6", then=look, size=size)


@pytest.mark.parametrize(
    ("keys", "count", "said"),
    [
        (("f5", "2"), 4, f"4 of 7 steps: {CODER}"),
        (("f5", *CODER_2, "enter"), 3, f"3 of 7 steps: {CODER_2}"),
        (("f4", *"k2", "enter"), 4, "4 of 7 steps: k2"),
        (("f3", *"pris", "enter"), 3, "3 of 7 steps: Bolig / Pris"),
        (("f3", *"bolig", "enter"), 3, "3 of 7 steps: Bolig"),
        (("f2", *"antall", "enter"), 3, "3 of 7 steps: “antall”"),
        (("f5", *CODER, "enter", "f2", *"r2", "enter"), 1, f"1 of 7 steps: {CODER} + “r2”"),
    ],
    ids=["the most active coder", "coder", "question", "code", "theme", "words", "both"],
)
def test_a_filter_leaves_what_is_asked_for(
    study: Study, keys: tuple[str, ...], count: int, said: str
) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: said in screen_text(app))
        assert len(listed(app)) == count

    act(study, *keys, then=look)


def test_one_key_takes_all_filters_away(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "7 steps" in screen_text(app))
        assert len(listed(app)) == 7

    act(study, "f2", *"r2", "enter", "f5", "2", "ctrl+g", then=look)


def test_the_cursor_stays_on_its_step_when_the_filter_goes(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: len(listed(app)) == 7)
        assert app.history.steps.cursor == 2

    act(study, "f2", *"antall", "enter", "home", "ctrl+g", then=look)


def test_a_filter_that_leaves_nothing_says_so(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "No step is left by the filter." in screen_text(app))

    act(study, "f2", *"qqq", "enter", "enter", "f6", then=look)


def test_an_empty_history_says_so(tmp_path: Path) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert "Nothing was done yet." in screen_text(app)

    act(new_study(tmp_path), "enter", "f6", "f7", then=look)


def test_everything_after_a_step_is_taken_back_and_done_again(study: Study) -> None:
    with study.read():
        before = content(study)

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        await pilot.press("enter")
        await until(pilot, lambda: "10 steps" in screen_text(app))
        assert [step.in_effect for step in study.steps()[:5]] == [True, True, False, False, False]
        assert app.changes == 1
        app.history.steps.go(4)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        await pilot.press("enter")
        await until(pilot, lambda: "13 steps" in screen_text(app))

    act(study, "home", "down", "f6", then=look)
    assert content(study) == before


def test_escape_takes_nothing_back(study: Study) -> None:
    before = study.steps()

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        await pilot.press("escape")
        await settled(pilot)

    act(study, "home", "f6", then=look)
    assert study.steps() == before


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("end", "f6"), "Nothing was done after this step"),
        (("home", "f7"), "This step is not undone"),
    ],
)
def test_where_there_is_no_way_it_is_said(study: Study, keys: tuple[str, ...], said: str) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: said in told(app))

    act(study, *keys, then=look)


def test_undo_and_redo_are_seen_at_once(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "8 steps" in screen_text(app))
        assert "undid step 5: renamed Antall to Pris" in screen_text(app)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: "9 steps" in screen_text(app))
        assert app.changes == 2

    act(study, "ctrl+z", then=look)


def test_in_a_study_that_is_only_read_nothing_is_taken_back(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        await pilot.press("enter")
        await until(pilot, lambda: "for reading only" in told(app))
        assert app.changes == 0

    with Study(study.path, read_only=True) as opened:
        act(opened, "home", "f6", then=look)


def many_steps(study: Study, count: int) -> None:
    """A history with this many more steps."""
    said = '{"answers": 1, "flag": "quote"}'
    rows = [(f"g{n}", "flag", said, "2026-05-01T12:00:00Z", CODER) for n in range(count)]
    with closing(sqlite3.connect(study.path)) as file:
        columns = "guid, kind, parameters, at, coder_name"
        file.executemany(f"INSERT INTO step ({columns}) VALUES (?, ?, ?, ?, ?)", rows)
        file.commit()


def test_a_hundred_thousand_steps_are_read_by_the_page(study: Study) -> None:
    many_steps(study, 100_000)
    app = Desktop(study)
    asked: list[int] = []
    rows = app.history.logbook.rows
    app.history.logbook.rows = lambda ids: asked.append(len(ids)) or rows(ids)  # type: ignore[method-assign, func-returns-value]

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "100007 steps" in screen_text(app))
        for key in ("pageup", "home", "end"):
            await pilot.press(key)
            await settled(pilot)
        assert max(asked) <= 30

    run_app(app, scenario)


def test_a_long_way_back_can_be_stopped_and_then_nothing_is_changed(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        code(study, "R1", "k1", f"Kode {number}")
    before = content(study), study.steps()
    undo_to, is_pressed = Logbook.undo_to, Event()

    def slowly(self: Logbook, step: int, told: Callable[[int], None]) -> Any:
        def wait(done: int) -> None:
            is_pressed.wait(5)
            told(done)

        return undo_to(self, step, wait)

    monkeypatch.setattr(Logbook, "undo_to", slowly)
    app = Desktop(study)

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: app.screen is app.history and app.history.steps.is_mounted)
        await pilot.press("home", "f6")
        await until(pilot, lambda: isinstance(app.screen, Confirming))
        assert "Take back 34 actions?" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query("#far"))
        await pilot.press("escape")
        is_pressed.set()
        await until(pilot, lambda: "Stopped. Nothing was changed." in told(app))

    run_app(app, scenario)
    assert (content(study), study.steps()) == before


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_names_are_only_looked_at(tmp_path: Path, size: tuple[int, int]) -> None:
    texts = [text.replace("\ud800", "") for text in HOSTILE]
    study = new_study(tmp_path)
    found = [(text.strip() or "x", "[/]k1", text) for text in texts]
    import_records(study, records(found))
    for who, question, text in found:
        said = {"question": question, "answer": who, "code": text}
        with study.act("apply_code", text, **said) as session:
            from corpus.tables import RespondentRow

            session.add(RespondentRow(guid=text, key=f"{text}!", name=""))

    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        for keys in (("home",), ("down", "enter"), ("escape", "f5"), ("escape", "f6")):
            await pilot.press(*keys)
            await settled(pilot)
            assert control_characters(screen_text(app)) == set()

    act(study, then=look, size=size)


def test_the_details_close_with_escape(study: Study) -> None:
    async def look(app: Desktop, pilot: Pilot[Any]) -> None:
        assert isinstance(app.screen, Page)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.history)

    act(study, "enter", then=look)
