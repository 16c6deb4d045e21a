"""The import screen in the program, with small files to import."""

import os
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coder.overview import overview
from coder.study import Study
from coder.workbench.importing import FileImport
from tests.tui.coding.desk import Quiet
from tests.tui.harness import SCREENS, UPDATE, screen_text, settled, until
from tests.tui.way import keys
from tui.app import Fullkoding
from tui.screens.importing import Importing
from tui.screens.pages import Page
from tui.screens.questions import Questions

HEADER = ("id", "kommune", "innbyggere", "Har team", "k1 Beskriv samarbeidet", "k2 Hva mangler?")
ROWS = (
    ("R1", "Storvik", "1450", "Ja", "Samarbeidet er godt og tett hele året.", "Flere folk"),
    ("R2", "Lillevik", "3000", "Nei", "Vi har for få folk til dette.", "Penger, og folk"),
    ("R3", "Tverrdal", "ca. 60", "Nei", "", "Tid"),
    ("R4", "Nyvik", "900", "Ja", "Faste møter hver måned.", ""),
)


def answers(folder: Path, *rows: tuple[str, ...], name: str = "svar.csv") -> Path:
    """A wide file with these rows, or with four that are always the same."""
    lines = [";".join(row) for row in (HEADER, *(rows or ROWS))]
    (folder / name).write_text("\n".join(lines), "utf-8")
    return folder / name


def empty_study(folder: Path) -> Path:
    """A study with nothing in it."""
    path = folder / "studie.fullkoding"
    Study.create(path, "nb").__exit__()
    return path


def program(folder: Path, study: Path | None = None) -> Fullkoding:
    """The program on its first screen, or in a study."""
    app = Fullkoding(folder / "recent.json", "KH", study)
    app._child = Quiet()
    return app


async def planned(pilot: Pilot[Any], file: Path) -> Importing:
    """Begin to import a file into the open study, or as a new one, and wait for the plan."""
    app = pilot.app
    assert isinstance(app, Fullkoding)
    screen = Importing(FileImport(file, app._study, "KH"))
    app.push_screen(screen)
    await until(pilot, lambda: screen.trial)
    return screen


async def finished(pilot: Pilot[Any], name: str = "") -> None:
    """Import, as a study of this name when one is given, read the result, and see the questions."""
    await pilot.press("f2")
    if name:
        await until(pilot, lambda: "Language" in screen_text(pilot.app))
        await pilot.press("ctrl+u", *keys(name), "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Page))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Questions))


async def assert_window(pilot: Pilot[Any], name: str, window: str) -> None:
    """Compare a window, by its selector, with `screens/NAME.txt`, without what stands behind it."""
    await settled(pilot)
    area = pilot.app.screen.query_one(window).region
    lines = screen_text(pilot.app).splitlines()[area.y : area.bottom]
    shown = "\n".join(line[area.x : area.right].rstrip() for line in lines) + "\n"
    path = SCREENS / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is not there; write it: pytest tests/tui --update-screens"
    assert shown == path.read_text("utf-8"), f"the window is not {path.name}"


def questions(path: Path) -> dict[str, int]:
    """The questions of a study with how many answers each has."""
    with Study(path) as study, study.read() as session:
        seen = overview(session).questions
    return {question.full_key: done.answered for question, done in seen}


def shown_role(pilot: Pilot[Any], header: str) -> str:
    """What the list says that a column is, with its sign."""
    line = next(line for line in screen_text(pilot.app).splitlines() if header in line)
    return line[26:48].strip()
