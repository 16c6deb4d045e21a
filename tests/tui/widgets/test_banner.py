"""The banner is one line, and none when there is nothing to say."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Label

from tests.tui.harness import (
    SIZES,
    assert_screen,
    control_characters,
    run_app,
    screen_text,
    settled,
)
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.widgets.banner import Banner

SENTENCE = "Read only: Kari (pid 123 on kontor) has had this study open since 14:05."


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_banner_looks_as_it_should(size: tuple[int, int]) -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        await assert_screen(pilot, f"banner_{size[0]}x{size[1]}")

    run_app(Showing(Banner(SENTENCE), Label("below")), scenario, size)


def test_without_a_sentence_there_is_no_line() -> None:
    banner = Banner(SENTENCE)

    async def scenario(pilot: Pilot[Any]) -> None:
        banner.say("")
        await settled(pilot)
        assert screen_text(pilot.app) == "below\n"

    run_app(Showing(banner, Label("below")), scenario)


def test_a_hostile_name_is_one_harmless_line() -> None:
    async def scenario(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app).splitlines()[1] == "below"
        assert control_characters(screen_text(pilot.app)) == set()

    run_app(Showing(Banner("".join(HOSTILE)), Label("below")), scenario)
