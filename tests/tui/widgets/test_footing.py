"""The bottom line: whole keys only, help and the palette at its end."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.harness import run_app, screen_text, settled, until
from tests.tui.shell.desk import Room
from tui.settings import Settings
from tui.widgets.footing import Tip, placed

TIPS = [
    Tip("f2", "Words"),
    Tip("f3", "Code"),
    Tip("ctrl+t", "Same text"),
    Tip("f1", "Help", at_end=True),
    Tip("ctrl+p", "Commands", at_end=True),
]


def _line(width: int) -> str:
    line = ""
    for at, tip in placed(TIPS, width):
        line = f"{line:<{at}}" + "x" * tip.width
    return line


def _shown(width: int) -> list[str]:
    return [tip.title for _at, tip in placed(TIPS, width)]


def test_with_room_all_keys_are_there() -> None:
    assert _shown(80) == [tip.title for tip in TIPS]


def test_with_less_room_help_and_the_palette_stay() -> None:
    assert _shown(40) == ["Words", "Help", "Commands"]


def test_with_hardly_any_room_help_stays() -> None:
    assert _shown(12) == ["Help"]


def test_without_room_nothing_is_there() -> None:
    assert _shown(3) == []


@given(st.integers(0, 120))
def test_no_key_is_cut_and_none_touches_another(width: int) -> None:
    at_last = 0
    for at, tip in placed(TIPS, width):
        assert at > at_last or at == 1
        assert at + tip.width < max(width, 1)
        at_last = at + tip.width


@given(st.lists(st.builds(Tip, st.just("f1"), st.text(max_size=9), st.booleans())), st.integers())
def test_whatever_the_words_are_they_stay_inside(tips: list[Tip], width: int) -> None:
    assert all(at > 0 and at + tip.width < width for at, tip in placed(tips, width))


def _bottom(settings: Settings, size: tuple[int, int], language: str = "") -> str:
    app = Room(settings)
    seen = ""

    async def scenario(pilot: Pilot[Any]) -> None:
        nonlocal seen
        await settled(pilot)
        seen = screen_text(app).splitlines()[-1]

    run_app(app, scenario, size)
    return seen


def test_the_line_has_the_keys_of_the_user() -> None:
    bottom = _bottom(Settings("KH", keys={"words": "shift+f2", "help": "f12"}), (80, 10))
    assert bottom.startswith(" shift+F2 Words")
    assert bottom.endswith("F12 Help  ^p Commands")


def test_the_line_is_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.footing._", lambda text: text.upper())
    assert _bottom(Settings("KH"), (80, 10)).endswith("F1 HELP  ^p COMMANDS")


def test_a_click_on_a_key_presses_it() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(2, 23))
        await until(pilot, lambda: app.desk.done == ["words"])
        await pilot.click(offset=(11, 23))
        await until(pilot, lambda: app.desk.done == ["words", "code"])

    run_app(app, scenario)


def test_a_click_between_the_keys_does_nothing() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(0, 23))
        await pilot.click(offset=(9, 23))
        await settled(pilot)

    run_app(app, scenario)
    assert app.desk.done == []
