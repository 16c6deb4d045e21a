"""Choosing one of many: typing narrows, enter takes, escape leaves, digits take at once."""

from collections.abc import Sequence
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.screens.choosing import Choosing
from tui.widgets.choices import Choices

Options = Sequence[tuple[str, str, str]]
CODES = [
    ("b", "Bolig", "12"),
    ("bt", "Bolig / Tilgang på kommunale boliger", "7"),
    ("k", "Kapasitet", "96"),
    ("å", "Kapasitet / Årsverk", "41"),
    ("m", "Økonomi / Mer midler", "112"),
    ("v", "Vet ikke", "[/] ukjent"),
]
LEFT = "left"


def choose(
    options: Options, *keys: str, size: tuple[int, int] = (80, 24), at: int = 0
) -> list[str | None]:
    """What comes back after these keys; LEFT when the window is still open."""
    app = Showing()
    chosen: list[str | None] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        window = Choosing("Which code?", options, at)
        app.push_screen(window, chosen.append)
        await until(pilot, lambda: app.screen is window and window.query(Choices))
        await pilot.press(*keys)
        await settled(pilot)
        if app.screen is window:
            chosen.append(LEFT)

    run_app(app, scenario, size)
    return chosen


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_window_looks_as_it_should(size: tuple[int, int]) -> None:
    app = Showing()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Choosing("Only answers with which code?", CODES, 1))
        await until(pilot, lambda: "which" in screen_text(app))
        await assert_screen(pilot, f"choosing_{size[0]}x{size[1]}")
        await pilot.press(*"mid")
        await until(pilot, lambda: "Bolig" not in screen_text(app))
        await assert_screen(pilot, f"choosing_typed_{size[0]}x{size[1]}")

    run_app(app, scenario, size)


def test_enter_takes_the_option_under_the_cursor() -> None:
    assert choose(CODES, "down", "down", "enter") == ["k"]


def test_the_cursor_begins_where_it_is_asked_to() -> None:
    assert choose(CODES, "enter", at=4) == ["m"]


def test_escape_gives_nothing_back() -> None:
    assert choose(CODES, "down", "escape") == [None]


def test_a_digit_takes_the_option_that_shows_it() -> None:
    assert choose(CODES, "4") == ["å"]


def test_a_digit_without_an_option_does_nothing() -> None:
    assert choose(CODES, "9") == [LEFT]


def test_after_a_letter_a_digit_is_typed_like_any_other() -> None:
    options = [("x", "plan 1", ""), ("y", "plan 2", ""), ("z", "2 planer", "")]
    assert choose(options, "p", "l", "a", "n", "space", "2", "enter") == ["y"]


def test_typing_finds_any_part_without_regard_to_case_and_accents() -> None:
    assert choose(CODES, *"KOMMU", "enter") == ["bt"]


def test_typing_finds_words_in_any_order() -> None:
    assert choose(CODES, *"midler", "space", *"økon", "enter") == ["m"]


def test_when_nothing_fits_enter_takes_nothing() -> None:
    assert choose(CODES, *"qqq", "enter") == [LEFT]


def test_what_is_typed_and_taken_back_leaves_all_options() -> None:
    assert choose(CODES, *"qq", "backspace", "backspace", "down", "enter") == ["bt"]


def test_there_may_be_no_options_at_all() -> None:
    assert choose([], "1", "enter", "down") == [LEFT]


def test_ten_thousand_options_are_narrowed_to_one() -> None:
    many = [(str(number), f"kode {number:05} bolig", str(number)) for number in range(10_000)]
    assert choose(many, *"k", *"09877", "enter") == [LEFT]
    assert choose(many, *"kode", "space", *"09877", "enter") == ["9877"]


def test_a_click_takes_the_option() -> None:
    app = Showing()
    chosen: list[str | None] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Choosing("Which code?", CODES), chosen.append)
        await until(pilot, lambda: app.screen.query(Choices))
        await settled(pilot)
        await pilot.click(Choices, offset=(5, 2))
        await until(pilot, lambda: chosen)

    run_app(app, scenario)
    assert chosen == ["k"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_labels_are_only_looked_at(size: tuple[int, int]) -> None:
    app = Showing()
    options = [(text, text, hint) for text, hint in zip(HOSTILE, reversed(HOSTILE), strict=True)]

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Choosing("\n".join(HOSTILE), options))
        await until(pilot, lambda: app.screen.query(Choices))
        await pilot.press("down", "pagedown", "[", "/", "backspace")
        await settled(pilot)
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario, size)


def test_what_is_pasted_is_made_harmless_and_cut() -> None:
    app = Showing()

    async def scenario(pilot: Pilot[Any]) -> None:
        from textual.events import Paste

        app.push_screen(Choosing("Which code?", CODES))
        await until(pilot, lambda: app.screen.query(Choices))
        app.post_message(Paste("\x1b[2J" + "æ" * 10_000))
        await until(pilot, lambda: "␛" in screen_text(app))
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario)
