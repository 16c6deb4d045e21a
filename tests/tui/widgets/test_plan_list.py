"""The columns of a file: their roles by letters, marks, and values only when they are seen."""

from collections.abc import Sequence
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from corpus.reading.plan import Role
from tests.tui.harness import SIZES, control_characters, run_app, screen_text, until
from tests.tui.widgets.showing import HOSTILE, Showing
from tui.import_words import ROLES
from tui.widgets.plan_list import PlanLine, PlanList

LINES = [
    PlanLine("id", Role.ID),
    PlanLine("Har team", Role.VARIABLE, is_certain=False),
    PlanLine("k1 Hva mangler?", Role.QUESTION),
    PlanLine("Startet", Role.IGNORE, is_settled=True),
]


def values(place: int) -> Sequence[str]:
    """Two values that tell which column they are of."""
    return [f"verdi {place}", "en til"]


def test_a_guess_has_its_sign_and_so_has_what_a_person_said() -> None:
    shown = PlanList()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.use(values)
        shown.show(LINES)
        await until(pilot, lambda: "k1" in screen_text(pilot.app))
        lines = screen_text(pilot.app).splitlines()
        assert "?closed variable" in lines[1]
        assert "*left out" in lines[3]
        assert "verdi 2 | en til" in lines[2]

    run_app(Showing(shown), scenario)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_letter_of_its_own(role: Role) -> None:
    shown = PlanList()
    heard: list[Message] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.show(LINES)
        await pilot.press(ROLES[role].letter)
        await until(pilot, lambda: [m for m in heard if isinstance(m, PlanList.Given)])

    run_app(Showing(shown), scenario, heard=heard)
    assert [m.role for m in heard if isinstance(m, PlanList.Given)] == [role]


def test_the_marked_columns_are_meant_else_the_one_under_the_cursor() -> None:
    shown = PlanList()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.show(LINES)
        await pilot.press("down")
        assert shown.meant == [1]
        await pilot.press("space", "space")
        assert shown.meant == [1, 2]
        await pilot.press("escape")
        assert shown.meant == [3]

    run_app(Showing(shown), scenario)


def test_only_columns_in_view_are_asked_for_values() -> None:
    shown = PlanList()
    asked: list[int] = []

    def noted(place: int) -> Sequence[str]:
        asked.append(place)
        return ()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.use(noted)
        shown.show([PlanLine(f"v{n}", Role.VARIABLE) for n in range(5000)])
        await until(pilot, lambda: "v9" in screen_text(pilot.app))
        await pilot.press("end")
        await until(pilot, lambda: "v4999" in screen_text(pilot.app))

    run_app(Showing(shown), scenario)
    assert len(asked) < 100
    assert len(asked) == len(set(asked))


def test_without_columns_no_key_does_anything() -> None:
    shown = PlanList()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("q", "space", "down", "escape")
        assert shown.meant == []

    run_app(Showing(shown), scenario)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_headers_and_values_are_only_looked_at(size: tuple[int, int]) -> None:
    shown = PlanList()

    async def scenario(pilot: Pilot[Any]) -> None:
        shown.use(lambda place: HOSTILE)
        shown.show([PlanLine(text, Role.QUESTION) for text in HOSTILE])
        await until(pilot, lambda: "click" in screen_text(pilot.app))
        await pilot.press("space", "end")
        assert control_characters(screen_text(pilot.app)) == set()

    run_app(Showing(shown), scenario, size)
