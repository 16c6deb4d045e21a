"""The line of status always says how much is left."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.harness import SIZES, assert_screen, run_app
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.widgets.cells import cells
from tui.widgets.status_line import Status, StatusLine, pieces_of

FULL = Status(312, 90, 1035, 'uncoded · "bolig*" · <2000', "by length", 37, 4)


def said(status: Status, width: int = 120) -> str:
    """The line without the spaces at its ends."""
    return "".join(piece.text for piece in pieces_of(status, width)).strip()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_line_looks_as_it_should(size: tuple[int, int]) -> None:
    shown = StatusLine()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.status = FULL
        await assert_screen(pilot, f"status_{size[0]}x{size[1]}")

    run_app(Showing(shown), scenario, size)


def test_what_does_not_apply_is_not_said() -> None:
    assert said(Status(3, 10, 10)) == "UNCODED 3  10 answers"
    assert said(Status(0, 4, 10, marked=2)) == "UNCODED 0  2 marked  4/10"


def test_marked_answers_that_are_not_shown_are_said() -> None:
    assert "37 marked (4 hidden)" in said(FULL)
    assert "●37" in said(FULL, 40)


@pytest.mark.parametrize("width", range(14, 130, 5))
def test_the_counter_is_there_at_every_width(width: int) -> None:
    assert said(FULL, width).startswith("UNCODED 312")


@given(st.sampled_from(HOSTILE), st.integers(1, 150))
def test_the_line_fits_whatever_the_filter_is(words: str, width: int) -> None:
    status = Status(312, 90, 1035, words * 20, "by length", 37)
    assert sum(cells(piece.text) for piece in pieces_of(status, width)) <= width
