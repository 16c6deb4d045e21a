"""Texts that changed since the last import: each is kept or taken, one by one or all at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from coder.intake.report import ChangedText
from coder.study import Study
from corpus.queries import find_question
from tests.builders import import_records, new_study, records
from tests.tui.harness import (
    SIZES,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.importing import answers, assert_window, finished, planned, program
from tests.tui.way import Dressed
from tests.tui.widgets.showing import HOSTILE
from tui.screens.importing import Importing
from tui.screens.importing_changes import Deciding
from tui.widgets.changed_list import ChangedList
from tui.widgets.two_texts import differing

TEXTS = [
    ChangedText(2, "R1", "k1", "Vi mangler folk og tid.", "Vi mangler penger og tid."),
    ChangedText(5, "R4", "k1", "Godt nok", "Godt nok i dag, men ikke i morgen"),
    ChangedText(9, "1103 Stavanger", "k12.2", "Nei", "Nei!"),
]
Chosen = Mapping[tuple[str, str], str] | None


def decide(*pressed: str) -> Chosen:
    """What comes back after these keys."""
    app = Dressed()
    chosen: list[Chosen] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Deciding(TEXTS), chosen.append)
        await until(pilot, lambda: app.screen.query(ChangedList))
        await settled(pilot)
        await pilot.press(*pressed)
        await until(pilot, lambda: chosen)

    run_app(app, scenario)
    return chosen[0]


def wishes(chosen: Chosen) -> list[str]:
    """What becomes of the texts, in order."""
    assert chosen is not None
    return [chosen[text.respondent, text.question] for text in TEXTS]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_window_looks_as_it_should(size: tuple[int, int]) -> None:
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Deciding(TEXTS))
        await until(pilot, lambda: "Stored:" in screen_text(app))
        await pilot.press("n")
        await assert_window(pilot, f"deciding_{size[0]}x{size[1]}", "#deciding")

    run_app(app, scenario, size)


def test_at_first_every_stored_text_is_kept() -> None:
    assert wishes(decide("enter")) == ["keep", "keep", "keep"]


def test_each_is_decided_on_and_the_next_comes() -> None:
    assert wishes(decide("n", "k", "n", "enter")) == ["replace", "keep", "replace"]


def test_all_are_decided_on_at_once() -> None:
    assert wishes(decide("N", "down", "k", "enter")) == ["replace", "keep", "replace"]
    assert wishes(decide("n", "K", "enter")) == ["keep", "keep", "keep"]


def test_escape_decides_nothing() -> None:
    assert decide("n", "escape") is None


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_texts_are_only_looked_at(size: tuple[int, int]) -> None:
    app = Dressed()
    texts = [ChangedText(1, text, text, text, f"{text} ny {text}") for text in HOSTILE]

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Deciding(texts))
        await until(pilot, lambda: "Stored:" in screen_text(app))
        for _ in texts:
            await pilot.press("down")
            await settled(pilot)
            assert control_characters(screen_text(app)) == set()

    run_app(app, scenario, size)


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_what_differs_are_pieces_of_each_text_and_the_rest_is_the_same(one: str, two: str) -> None:
    gone, came = differing(one, two)
    for text, spans in ((one, gone), (two, came)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)
    assert _without(one, gone) == _without(two, came)


def _without(text: str, spans: list[tuple[int, int]]) -> list[str]:
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    return text.split()


def _stored(path: Path) -> dict[str, str]:
    from coder.workbench.texts import texts_of_question

    with Study(path) as study, study.read() as session:
        return {
            str(id_): text for id_, text in texts_of_question(session, find_question(session, "k1"))
        }


def test_a_file_with_changed_texts_is_imported_as_decided(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Dårlig"), ("R2", "k1", "Vet ikke")]))
        path = study.path
    app = program(tmp_path, path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        assert "2 changed texts" in screen_text(app)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, Deciding))
        await pilot.press("escape")
        await until(pilot, lambda: "! Nothing was imported." in screen_text(app))
        assert isinstance(app.screen, Importing)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, Deciding))
        await settled(pilot)
        await pilot.press("n", "enter")
        await until(pilot, lambda: "(1 replaced)" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot)

    run_app(app, scenario, (120, 40))
    assert set(_stored(path).values()) >= {"Samarbeidet er godt og tett hele året.", "Vet ikke"}


def test_nothing_is_asked_when_the_new_texts_are_taken_anyway(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([("R1", "k1", "Dårlig")]))
        path = study.path
    app = program(tmp_path, path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await planned(pilot, answers(tmp_path))
        await pilot.press("f3")
        await until(pilot, lambda: "Changed texts" in screen_text(app))
        await pilot.press(*"changed", "enter")
        await until(pilot, lambda: "take the new texts" in screen_text(app))
        await pilot.press("3")
        await until(pilot, lambda: isinstance(app.screen, Importing))
        await finished(pilot)

    run_app(app, scenario)
    assert "Dårlig" not in _stored(path).values()
