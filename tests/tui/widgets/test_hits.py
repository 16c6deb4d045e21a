"""What the finder found stands still, line by line."""

from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tests.tui.harness import SIZES, assert_screen, run_app, screen_text, until
from tests.tui.widgets.showing import Showing
from tui.widgets.code_rows import Coverage
from tui.widgets.hits import Hit, Hits, NewCode

FOUND = (
    Hit(1, ("Økonomi", "Mer midler"), 112, Coverage.ALL),
    Hit(2, ("Kapasitet", "Årsverk", "Vikarer som slutter før de har lært noe"), 96, Coverage.SOME),
    Hit(3, ("Vet ikke",), 5),
)
NEW = NewCode("mer penger", ("Økonomi",), ("Økonomi", "Mer midler"))


def lines(pilot: Pilot[Any]) -> list[str]:
    """The lines of the screen."""
    return screen_text(pilot.app).splitlines()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hits_look_as_they_should(size: tuple[int, int]) -> None:
    shown = Hits()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.hits, shown.new, shown.first = FOUND, NEW, True
        await assert_screen(pilot, f"hits_{size[0]}x{size[1]}")

    run_app(Showing(shown), scenario, size)


def test_the_new_code_stays_on_the_last_line() -> None:
    shown = Hits()

    async def scenario(pilot: Pilot[Any]) -> None:
        for count in (0, 1, 3):
            shown.hits, shown.new = FOUND[:count], NEW
            await until(pilot, lambda count=count: len(seen(pilot)) == count)  # type: ignore[misc]
            assert "New code: mer penger" in lines(pilot)[9]

    def seen(pilot: Pilot[Any]) -> list[str]:
        return [line for line in lines(pilot)[:9] if line]

    run_app(Showing(shown), scenario)


def test_with_little_room_fewer_hits_are_seen_but_always_the_new_code() -> None:
    shown = Hits()
    shown.hits, shown.new = (FOUND * 3), NEW

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.styles.height = 4
        await until(pilot, lambda: len(lines(pilot)) == 4)
        assert "New code" in lines(pilot)[3]

    run_app(Showing(shown), scenario)


def test_more_than_nine_hits_are_nine() -> None:
    shown = Hits()
    shown.hits = FOUND * 5

    async def scenario(pilot: Pilot[Any]) -> None:
        assert [line.split()[0] for line in lines(pilot)] == [*"123456789"]

    run_app(Showing(shown), scenario)


def test_a_click_tells_which_line_it_was() -> None:
    shown = Hits()
    shown.hits, shown.new = FOUND, NEW
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        for line in (1, 5, 9):
            await pilot.click(Hits, offset=(4, line))
        await until(pilot, lambda: len(told()) == 2)
        assert told() == [FOUND[1], NEW]

    def told() -> list[Hit | NewCode]:
        return [
            message.hit if isinstance(message, Hits.Chosen) else message.new
            for message in heard
            if isinstance(message, Hits.Chosen | Hits.NewChosen)
        ]

    run_app(Showing(shown), scenario, heard=heard)


def test_proposed_names_stand_on_the_last_line_until_there_is_a_new_code() -> None:
    shown = Hits()
    shown.hits, shown.names = FOUND, ("Bredbånd", "Dekning")
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        assert lines(pilot)[9] == " 0   new: Bredbånd · Dekning"
        await pilot.click(Hits, offset=(4, 9))
        await until(pilot, lambda: any(isinstance(each, Hits.NamesChosen) for each in heard))
        shown.names = ()
        await until(pilot, lambda: len(lines(pilot)) == len(FOUND))
        shown.names, shown.new = ("Bredbånd",), NEW
        await until(pilot, lambda: "New code: mer penger" in lines(pilot)[-1])

    run_app(Showing(shown), scenario, heard=heard)
