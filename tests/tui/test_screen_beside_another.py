"""A study that another program has open, and the history seen from the program's own screens."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coder.study import Study
from corpus.store.holding import holder_of
from tests.builders import code_all, import_records, new_study, records
from tests.tui.harness import run_app, screen_text, until
from tui.app import Fullkoding
from tui.screens.questions import Questions


def make(folder: Path) -> Path:
    """Two answers, one of them coded."""
    with new_study(folder) as study:
        import_records(study, records([("R1", "k1", "For få boliger"), ("R2", "k1", "Tid")]))
        code_all(study, [("R1", "k1", "Bolig")])
        return study.path


def test_the_screens_hold_the_study_until_they_are_closed(tmp_path: Path) -> None:
    path = make(tmp_path)
    app = Fullkoding(tmp_path / "recent.json", "Kari", path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, Questions))
        holder = holder_of(path)
        assert holder is not None
        assert holder.coder == "Kari"

    run_app(app, scenario)
    assert holder_of(path) is None
    assert not list(tmp_path.glob(".*.lock"))


def test_who_comes_second_is_told_who_has_it(tmp_path: Path) -> None:
    path = make(tmp_path)
    app = Fullkoding(tmp_path / "recent.json", "Ola", path)

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "Read only: Kari" in screen_text(app))

    with Study(path) as other:
        other.hold("Kari")
        run_app(app, scenario, (120, 30))


def test_what_the_history_takes_back_is_seen_on_the_screen_below(tmp_path: Path) -> None:
    app = Fullkoding(tmp_path / "recent.json", "Kari", make(tmp_path))

    async def scenario(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "1 left" in screen_text(app))
        await pilot.press("f9")
        await until(pilot, lambda: "History   2 steps" in screen_text(app))
        await pilot.press("up", "f6")
        await until(pilot, lambda: "Take back 1 action?" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "3 steps" in screen_text(app))
        await pilot.press("f9")
        await until(pilot, lambda: "2 left" in screen_text(app))

    run_app(app, scenario, (100, 30))
