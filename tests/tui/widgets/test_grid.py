"""The grid: moving, marking, other answers, and how it looks."""

from collections.abc import Sequence
from typing import Any

import pytest
from rich.style import Style
from textual.message import Message
from textual.pilot import Pilot

from coder.workbench.filters import GridRow
from tests.tui.harness import SIZES, assert_screen, run_app, screen_text, settled, until
from tests.tui.widgets.showing import CODES, Showing, rows
from tui.widgets.grid import AnswerGrid


def grid(count: int = 100) -> AnswerGrid:
    """A grid with this many answers, which is given them when it is mounted."""
    made = AnswerGrid(rows, empty="No answers")
    made.chips = CODES
    made.show(range(1, count + 1))
    return made


def moves(heard: list[Message]) -> list[int | None]:
    """The answers that the cursor was said to be on."""
    return [message.answer_id for message in heard if isinstance(message, AnswerGrid.CursorMoved)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_grid_looks_as_it_should(size: tuple[int, int]) -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        shown.move_to(3)
        shown.action_mark()
        shown.move_to(5)
        shown.action_mark_range()
        shown.move_to(4)
        await assert_screen(pilot, f"grid_{size[0]}x{size[1]}")

    run_app(Showing(shown), scenario, size)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("down", "down", "up"), 2),
        (("up",), 1),
        (("end",), 100),
        (("end", "down"), 100),
        (("end", "home"), 1),
        (("pagedown",), 24),
        (("pagedown", "pagedown", "pageup"), 24),
        (("end", "pageup"), 77),
    ],
)
def test_keys_move_the_cursor(keys: tuple[str, ...], answer: int) -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        await pilot.press(*keys)
        assert shown.cursor == answer
        place = answer - 1 - shown.scroll_offset.y
        assert screen_text(pilot.app).splitlines()[place].startswith("›")

    run_app(Showing(shown), scenario)


def test_the_grid_tells_where_the_cursor_is() -> None:
    shown = grid()
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        await pilot.press("down")
        await until(pilot, lambda: moves(heard)[-1:] == [2])
        shown.show([7, 8, 9])
        await until(pilot, lambda: moves(heard)[-1:] == [7])
        shown.show([])
        await until(pilot, lambda: moves(heard)[-1:] == [None])

    run_app(Showing(shown), scenario, heard=heard)


def test_an_empty_grid_says_so() -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "end")
        assert screen_text(pilot.app).strip() == "No answers"

    run_app(Showing(grid(0)), scenario)


def test_another_order_keeps_the_cursor_on_its_answer_and_in_view() -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.move_to(90)
        shown.show(range(100, 0, -1))
        assert shown.cursor == 90
        await until(pilot, lambda: "›      0190" in screen_text(pilot.app))
        shown.show(range(100, 0, -1), cursor=1)
        await until(pilot, lambda: "0101" in screen_text(pilot.app))
        assert not shown.move_to(1000)
        assert shown.cursor == 1

    run_app(Showing(shown), scenario)


def test_the_cursor_goes_on_when_its_answer_is_filtered_away() -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.move_to(50)
        shown.show([id_ for id_ in range(1, 101) if id_ != 50])
        assert shown.cursor == 51

    run_app(Showing(shown), scenario)


def test_marks_outlive_filters_and_orders() -> None:
    shown = grid()
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.action_mark()
        shown.show([5, 4, 3])
        shown.action_mark_all()
        assert shown.marks.ids == {1, 3, 4, 5}
        shown.action_mark_all()
        assert shown.marks.ids == {1}
        shown.action_clear_marks()
        assert not shown.marks.ids
        await until(pilot, lambda: len(told()) == 4)
        assert [len(message.marks) for message in told()] == [1, 4, 1, 0]

    def told() -> list[AnswerGrid.MarksChanged]:
        return [message for message in heard if isinstance(message, AnswerGrid.MarksChanged)]

    run_app(Showing(shown), scenario, heard=heard)


def test_a_click_moves_the_cursor_and_in_the_first_columns_marks() -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.click(AnswerGrid, offset=(20, 4))
        assert (shown.cursor, shown.marks.ids) == (5, frozenset(()))
        await pilot.click(AnswerGrid, offset=(1, 7))
        assert (shown.cursor, shown.marks.ids) == (8, frozenset((8,)))

    run_app(Showing(shown), scenario)


def test_a_click_below_the_last_answer_does_nothing() -> None:
    shown = grid(3)

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.click(AnswerGrid, offset=(20, 9))
        assert shown.cursor == 1

    run_app(Showing(shown), scenario)


def test_the_cursor_stays_in_view_when_the_terminal_shrinks() -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.move_to(24)
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: shown.scroll_offset.y == 14)
        await until(pilot, lambda: screen_text(pilot.app).splitlines()[-1][:1] == "›")

    run_app(Showing(shown), scenario)


def test_only_rows_in_view_are_asked_for() -> None:
    asked: set[int] = set()

    def some(ids: Sequence[int]) -> list[GridRow]:
        asked.update(ids)
        return rows(ids)

    shown = AnswerGrid(some)
    shown.show(range(1, 100_001))

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.focus()
        await pilot.press("end")
        await until(pilot, lambda: 100_000 in asked)
        assert len(asked) <= 4 * 24

    run_app(Showing(shown), scenario)


def test_a_changed_answer_is_asked_for_again() -> None:
    band = ["<2000"]

    def changing(ids: Sequence[int]) -> list[GridRow]:
        return [GridRow(id_, "0301", "Svar", (), band[0], frozenset()) for id_ in ids]

    shown = AnswerGrid(changing)
    shown.show([1, 2])

    async def scenario(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app).count("<2000") == 2
        band[0] = "bydel"
        shown.forget([2])
        await until(pilot, lambda: "bydel" in screen_text(pilot.app))
        assert "<2000" in screen_text(pilot.app)

    run_app(Showing(shown), scenario)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_the_line_of_the_cursor_has_its_own_ground_and_marked_lines_are_bold(theme: str) -> None:
    shown = grid()

    async def scenario(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        shown.action_mark()
        shown.move_to(3)
        await settled(pilot)
        marked, plain, current = (_styles(pilot, line) for line in range(3))
        assert {style.bgcolor for style in current}.isdisjoint(s.bgcolor for s in marked | plain)
        assert len({style.color for style in current}) == 1
        assert all(style.bold for style in marked)

    run_app(Showing(shown), scenario)


def _styles(pilot: Pilot[Any], line: int) -> set[Style]:
    """The styles of a line of the screen, without the column of the scrollbar."""
    strip = pilot.app.screen._compositor.render_strips()[line]
    return {segment.style for segment in strip.crop(0, 79) if segment.style is not None}
