"""The list of codes: folding, choosing, other counts, and how it looks."""

from dataclasses import replace
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tests.tui.harness import SIZES, assert_screen, run_app, screen_text, until
from tests.tui.widgets.showing import Showing
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import CodeRow, Coverage

ROWS = (
    CodeRow(1, "Kapasitet", 0, 1, 3, 112, theme=True, coverage=Coverage.SOME),
    CodeRow(2, "Årsverk", 1, 2, 4, 100, theme=True),
    CodeRow(3, "Vikarer som slutter før de har lært noe", 2, 3, 96, 96, coverage=Coverage.ALL),
    CodeRow(4, "Turnus", 1, 7, 9, 9, retired=True),
    CodeRow(5, "Økonomi", 0, 4, 27, 27, coverage=Coverage.SOME),
    CodeRow(6, "Vet ikke", 0, 11, 5, 5),
)


def codes() -> CodeList:
    """A list with a small codebook."""
    made = CodeList("No codes")
    made.rows = ROWS
    return made


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_codebook_looks_as_it_should(size: tuple[int, int]) -> None:
    shown = codes()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        shown.move_to(5)
        await assert_screen(pilot, f"codes_{size[0]}x{size[1]}")

    run_app(Showing(shown), scenario, size)


def test_a_theme_folds_and_unfolds() -> None:
    shown = codes()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        await pilot.press("down", "down", "left")
        assert shown.cursor == 2
        await pilot.press("left")
        assert (shown.cursor, shown.count()) == (2, 5)
        await pilot.press("left", "left")
        assert (shown.cursor, shown.count()) == (1, 3)
        assert "▸ Kapasitet" in screen_text(pilot.app)
        await pilot.press("right")
        assert shown.count() == 5

    run_app(Showing(shown), scenario)


def test_folding_from_outside_puts_the_cursor_on_what_is_still_seen() -> None:
    shown = codes()

    async def scenario(_: Pilot[Any]) -> None:
        shown.move_to(3)
        shown.folded = frozenset((1,))
        assert shown.cursor == 1

    run_app(Showing(shown), scenario)


def test_going_to_a_code_unfolds_its_themes() -> None:
    shown = codes()
    shown.folded = frozenset((1, 2))

    async def scenario(_: Pilot[Any]) -> None:
        assert shown.move_to(3)
        assert (shown.cursor, shown.count()) == (3, 6)
        assert not shown.move_to(99)

    run_app(Showing(shown), scenario)


def test_enter_chooses_the_code() -> None:
    shown = codes()
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        await pilot.press("down", "enter")
        await until(pilot, lambda: chosen() == [2])
        assert [m.code_id for m in heard if isinstance(m, CodeList.CursorMoved)] == [1, 2]

    def chosen() -> list[int]:
        return [message.code_id for message in heard if isinstance(message, CodeList.Chosen)]

    run_app(Showing(shown), scenario, heard=heard)


def test_other_counts_leave_the_cursor_where_it_is() -> None:
    shown = codes()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.move_to(5)
        shown.rows = (CodeRow(9, "Bolig"), *(replace(row, own=1234) for row in ROWS))
        assert shown.cursor == 5
        await until(pilot, lambda: "1234/112" in screen_text(pilot.app))

    run_app(Showing(shown), scenario)


def test_an_empty_codebook_says_so() -> None:
    shown = codes()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        shown.rows = ()
        await pilot.press("left", "right", "enter", "down")
        assert shown.cursor is None
        assert screen_text(pilot.app).strip() == "No codes"

    run_app(Showing(shown), scenario)
