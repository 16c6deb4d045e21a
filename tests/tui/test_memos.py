"""Memos are written, changed and removed on screen, and what is typed is never lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from coder.study import Study
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from tests.builders import CODER, CODER_2, import_records, new_study, records
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
from tui.screens.choosing import Choosing
from tui.screens.memo import Memos, open_memos
from tui.widgets.note_area import NoteArea

ANSWER, QUESTION = MemoPlace("answer", 1), MemoPlace("question", 1)
STYLES = Path(__file__).resolve().parents[2] / "tui" / "styles"
Texts = list[tuple[str, str]]


class Desktop(App[None]):
    """Nothing but the styles of the program; ctrl+q ends it."""

    CSS_PATH: ClassVar[list[str]] = [str(STYLES / "app.tcss"), str(STYLES / "history.tcss")]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """An answer without memos."""
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "For få boliger")]))
    return study


def write(study: Study, text: str, coder: str = CODER) -> None:
    """A memo on the answer."""
    MemoDesk(study, coder).write(ANSWER, text)


def texts(study: Study) -> Texts:
    """The memos on the answer, each with who wrote it."""
    return [(memo.coder, memo.text) for memo in MemoDesk(study, CODER).memos(ANSWER)]


def act(
    study: Study,
    *keys: str,
    then: Callable[[Pilot[Any]], Any] | None = None,
    size: tuple[int, int] = (80, 24),
) -> list[bool | None]:
    """Open the memos of the answer, press keys; returns what the window gave back."""
    app, back = Desktop(), list[bool | None]()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Memos(MemoDesk(study, CODER), ANSWER, "this answer"), back.append)
        await until(pilot, lambda: app.screen.query(NoteArea))
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        if then is not None:
            await then(pilot)

    run_app(app, scenario, size)
    return back


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_window_looks_as_it_should(study: Study, size: tuple[int, int]) -> None:
    write(study, "Spør kommunen hva de mener med «de som trenger det mest».\n\nRing dem.", CODER_2)
    write(study, "Enig, og dette står i flere svar: det samme ordet brukes om to ulike ting.")

    async def look(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"memos_{size[0]}x{size[1]}")

    act(study, "x", then=look, size=size)


def test_what_is_typed_is_saved_with_one_key(study: Study) -> None:
    assert act(study, *"Merk", "enter", *"dette", "ctrl+s") == [True]
    assert texts(study) == [(CODER, "Merk\ndette")]


def test_an_own_memo_is_open_to_be_changed(study: Study) -> None:
    write(study, "Merk")
    act(study, "!", "ctrl+s")
    assert texts(study) == [(CODER, "Merk!")]


def test_a_memo_by_somebody_else_can_only_be_read(study: Study) -> None:
    write(study, "Merk", CODER_2)
    act(study, "tab", "up", "enter", "x", "ctrl+s")
    assert texts(study) == [(CODER_2, "Merk")]


def test_another_memo_is_added_beside_an_own_one(study: Study) -> None:
    write(study, "En")
    act(study, "shift+tab", "down", "enter", *"To", "ctrl+s")
    assert texts(study) == [(CODER, "En"), (CODER, "To")]


def test_drafts_of_several_memos_are_saved_together(study: Study) -> None:
    write(study, "En")
    act(study, "!", "shift+tab", "down", "enter", *"To", "ctrl+s")
    assert texts(study) == [(CODER, "En!"), (CODER, "To")]


def test_a_memo_is_removed(study: Study) -> None:
    write(study, "En")
    assert act(study, "f8", "escape") == [True]
    assert texts(study) == []


def test_a_memo_by_somebody_else_is_not_removed(study: Study) -> None:
    write(study, "En", CODER_2)
    act(study, "tab", "up", "f8", "escape")
    assert texts(study) == [(CODER_2, "En")]


def test_a_memo_whose_text_is_emptied_and_saved_is_gone(study: Study) -> None:
    write(study, "En")
    act(study, "backspace", "backspace", "ctrl+s")
    assert texts(study) == []


def test_escape_leaves_at_once_when_nothing_was_typed(study: Study) -> None:
    write(study, "En")
    assert act(study, "escape") == [False]


@pytest.mark.parametrize(
    ("answer", "back", "left"),
    [("1", [True], [(CODER, "Merk")]), ("2", [False], []), ("3", [], [(CODER, "Merk")])],
    ids=["save", "drop", "stay, and the program ends"],
)
def test_escape_asks_what_is_to_become_of_what_was_typed(
    study: Study, answer: str, back: list[bool | None], left: Texts
) -> None:
    assert act(study, *"Merk", "escape", answer) == back
    assert texts(study) == left


def test_escape_twice_goes_back_to_writing(study: Study) -> None:
    async def look(pilot: Pilot[Any]) -> None:
        assert isinstance(pilot.app.screen, Memos)
        assert "Merk" in screen_text(pilot.app)

    act(study, *"Merk", "escape", "escape", then=look)


def test_what_is_typed_when_the_program_ends_is_saved(study: Study) -> None:
    act(study, *"Merk", then=lambda pilot: pilot.press("ctrl+q"))
    assert texts(study) == [(CODER, "Merk")]


def test_blanks_are_no_memo(study: Study) -> None:
    assert act(study, "space", "enter", "ctrl+s") == [False]
    assert texts(study) == []


def test_a_very_long_text_is_pasted_whole(study: Study) -> None:
    long = "Dette er en lang setning. " * 4_000

    async def paste(pilot: Pilot[Any]) -> None:
        area = pilot.app.screen.query_one(NoteArea)
        pilot.app.post_message(Paste(long))
        await until(pilot, lambda: len(area.text) == len(long))
        await pilot.press("ctrl+s")

    act(study, then=paste)
    assert texts(study) == [(CODER, long.strip())]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_memos_are_only_looked_at(study: Study, size: tuple[int, int]) -> None:
    for coder, text in zip((CODER, *HOSTILE), (*HOSTILE, "x"), strict=True):
        if coder.strip() and text.strip():
            write(study, text.replace("\ud800", ""), coder.replace("\ud800", "s"))

    async def look(pilot: Pilot[Any]) -> None:
        for _ in range(len(HOSTILE)):
            await pilot.press("up")
            await settled(pilot)
            assert control_characters(screen_text(pilot.app)) == set()
        pilot.app.post_message(Paste("\n".join(HOSTILE)))
        await settled(pilot)
        assert control_characters(screen_text(pilot.app)) == set()

    act(study, "shift+tab", "end", then=look, size=size)


def test_looking_at_a_hostile_memo_does_not_change_it(study: Study) -> None:
    write(study, "a\x0bb\x85c\x1b[2J")
    act(study, "shift+tab", "down", "up", "ctrl+s")
    assert texts(study) == [(CODER, "a\x0bb\x85c\x1b[2J")]


def test_in_a_study_that_is_only_read_memos_are_read(study: Study) -> None:
    write(study, "Merk")
    with Study(study.path, read_only=True) as opened:
        assert act(opened, "x", "f8", "escape") == [False]
    assert texts(study) == [(CODER, "Merk")]


def test_the_place_is_chosen_first_and_how_many_memos_it_has_is_told(study: Study) -> None:
    write(study, "Merk")
    app, told = Desktop(), list[bool]()
    places = [(ANSWER, "this answer", ""), (QUESTION, "the question", "k1")]

    async def scenario(pilot: Pilot[Any]) -> None:
        open_memos(app, MemoDesk(study, CODER), places, told.append)
        await until(pilot, lambda: "1 memo" in screen_text(app))
        await pilot.press("2")
        await until(pilot, lambda: "Memos: the question" in screen_text(app))
        await pilot.press(*"Hva?", "ctrl+s")
        await until(pilot, lambda: told)

    run_app(app, scenario)
    assert (told, MemoDesk(study, CODER).counts([QUESTION])) == ([True], [1])


def test_a_single_place_needs_no_choice(study: Study) -> None:
    app = Desktop()

    async def scenario(pilot: Pilot[Any]) -> None:
        open_memos(app, MemoDesk(study, CODER), [(ANSWER, "this answer", "")], lambda _: None)
        await until(pilot, lambda: isinstance(app.screen, Memos))
        assert not isinstance(app.screen, Choosing)

    run_app(app, scenario)
