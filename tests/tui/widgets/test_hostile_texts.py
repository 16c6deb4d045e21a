"""Texts that would break or command a screen do neither, in any widget."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from coder.workbench.filters import Flag, GridRow
from tests.tui.harness import control_characters, run_app, screen_text, settled
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.widgets.answer_view import AnswerText, AnswerView
from tui.widgets.chips import Chip
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import CodeRow
from tui.widgets.grid import AnswerGrid
from tui.widgets.hits import Hit, Hits, NewCode
from tui.widgets.segment_signs import CodedSegment
from tui.widgets.status_line import Status, StatusLine


def _grid(text: str) -> Widget:
    row = GridRow(1, text, text, (1, 2), text, frozenset(Flag), 3)
    grid = AnswerGrid(lambda ids: [row for _ in ids], empty=text)
    grid.chips = {1: Chip(text, text)}
    grid.show([1])
    return grid


def _answer(text: str) -> Widget:
    view = AnswerView()
    segments = tuple(CodedSegment(at, at + 4, text) for at in range(0, len(text), 3))
    view.answer = AnswerText(text * 5, segments, ((0, len(text)),))
    view.selection = (1, len(text) * 2)
    return view


def _codes(text: str) -> Widget:
    codes = CodeList(text)
    codes.rows = (CodeRow(1, text, theme=True), CodeRow(2, text, 1, retired=True))
    return codes


def _hits(text: str) -> Widget:
    hits = Hits()
    hits.hits = (Hit(1, (text, text), 3), Hit(2, (text,), 1))
    hits.new = NewCode(text * 1000, (text,), (text, text))
    return hits


def _status(text: str) -> Widget:
    line = StatusLine()
    line.status = Status(1, 2, 3, text, text, 4)
    return line


def _empty(text: str) -> Widget:
    return CodeList(text)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("widget", [_grid, _answer, _codes, _hits, _status, _empty])
def test_no_text_breaks_or_commands_a_screen(widget: Callable[[str], Widget], text: str) -> None:
    shown = widget(text)

    async def scenario(pilot: Pilot[Any]) -> None:
        for size in ((80, 24), (23, 8), (7, 2), (1, 1), (40, 10)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert control_characters(screen_text(pilot.app)) == set()
        for x in range(0, 23, 3):
            await pilot.click(offset=(x, 0))
        assert pilot.app.is_running
        assert pilot.app.return_value is None
        assert not _click_actions(pilot)

    run_app(Showing(shown), scenario)


def _click_actions(pilot: Pilot[Any]) -> list[str]:
    """What pieces of the screen would do when they were clicked."""
    strips = pilot.app.screen._compositor.render_strips()
    styles = (style for strip in strips for _, style, _ in strip if style)
    return [style.meta["@click"] for style in styles if "@click" in style.meta]
