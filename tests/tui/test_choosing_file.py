"""Choosing a file by keyboard: typing narrows, enter goes in and takes, backspace goes up."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.tui.harness import (
    SIZES,
    control_characters,
    run_app,
    screen_text,
    settled,
    until,
)
from tests.tui.importing import assert_window
from tests.tui.way import Dressed, files, keys
from tests.tui.widgets.showing import HOSTILE
from tui.folders import list_folder
from tui.screens.choosing_file import ChoosingFile
from tui.widgets.file_list import FileList
from tui.widgets.path_line import PathLine

TABLES = (".xlsx", ".csv")
LEFT = Path("left")


def choose(
    folder: Path, *pressed: str | Sequence[str], size: tuple[int, int] = (80, 24)
) -> list[Path | None]:
    """What comes back after these keys, each typed on a settled list; LEFT when it is open."""
    app = Dressed()
    chosen: list[Path | None] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        window = ChoosingFile("Import which file?", TABLES, folder)
        app.push_screen(window, chosen.append)
        await until(pilot, lambda: app.screen is window and window.query(FileList))
        for each in pressed:
            await until(pilot, lambda: "Reading ..." not in screen_text(app))
            await pilot.press(*([each] if isinstance(each, str) else each))
            await settled(pilot)
            if app.screen is not window:
                return
        chosen.append(LEFT)

    run_app(app, scenario, size)
    return chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with something of everything."""
    files(tmp_path / "data" / "eldre", "gammel.csv")
    return files(tmp_path / "data", "svar 2016.csv", "svar 2026.xlsx", "notat.docx", ".skjult.csv")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_window_looks_as_it_should(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(ChoosingFile("Import which file?", TABLES, folder))
        await until(pilot, lambda: "svar 2016" in screen_text(app))
        await assert_window(pilot, f"choosing_file_{size[0]}x{size[1]}", "#choosing-file")
        await pilot.press(*keys("nosuch"), "enter")
        await until(pilot, lambda: "There is no" in screen_text(app))
        await assert_window(pilot, f"choosing_file_none_{size[0]}x{size[1]}", "#choosing-file")

    run_app(app, scenario, size)


def test_enter_takes_the_file_under_the_cursor(folder: Path) -> None:
    assert choose(folder, "down", "enter") == [folder / "svar 2016.csv"]


def test_enter_goes_into_a_folder(folder: Path) -> None:
    assert choose(folder, "enter", "enter") == [folder / "eldre" / "gammel.csv"]


def test_escape_gives_nothing_back(folder: Path) -> None:
    assert choose(folder, "down", "escape") == [None]


def test_typing_narrows(folder: Path) -> None:
    assert choose(folder, keys("2026"), "enter") == [folder / "svar 2026.xlsx"]


def test_backspace_in_the_empty_line_goes_up_and_stays_on_the_folder(folder: Path) -> None:
    (folder.parent / "andre").mkdir()
    assert choose(folder, "backspace", "enter", "down", "enter") == [folder / "svar 2016.csv"]


def test_backspace_takes_back_what_is_typed_first(folder: Path) -> None:
    assert choose(folder, keys("qq"), "backspace", "backspace", "down", "enter") == [
        folder / "svar 2016.csv"
    ]


def test_two_dots_go_up(folder: Path) -> None:
    assert choose(folder / "eldre", keys(".."), "enter", "down", "enter") == [
        folder / "svar 2016.csv"
    ]


def test_a_path_that_is_typed_is_followed(folder: Path) -> None:
    assert choose(folder, keys("eldre/gam"), "enter") == [folder / "eldre" / "gammel.csv"]


def test_the_whole_path_can_be_typed_at_once(folder: Path, tmp_path: Path) -> None:
    typed = [*keys(str(folder / "eldre" / "gammel.csv")), "enter"]
    assert choose(tmp_path, typed) == [folder / "eldre" / "gammel.csv"]


def test_a_path_that_comes_back_to_the_folder_one_is_in_shows_it_again(folder: Path) -> None:
    typed = [*keys(f"{folder}/2026"), "enter"]
    assert choose(folder, typed) == [folder / "svar 2026.xlsx"]


def test_the_home_folder_has_its_sign(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert choose(folder.parent, keys("~/el"), "enter", "enter") == [
        folder / "eldre" / "gammel.csv"
    ]


def test_tab_completes_what_all_names_agree_on(folder: Path) -> None:
    assert choose(folder, "s", "tab", keys("26"), "enter") == [folder / "svar 2026.xlsx"]
    assert choose(folder, keys("el"), "tab", "enter", "enter") == [folder / "eldre" / "gammel.csv"]


def test_a_file_with_another_ending_is_taken_when_it_is_typed(folder: Path) -> None:
    assert choose(folder, keys("notat.docx"), "enter") == [folder / "notat.docx"]


def test_what_is_not_there_is_not_taken(folder: Path) -> None:
    assert choose(folder, keys("nosuch.csv"), "enter") == [LEFT]


def test_a_pasted_path_is_followed(folder: Path, tmp_path: Path) -> None:
    app = Dressed()
    chosen: list[Path | None] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(ChoosingFile("Which?", TABLES, tmp_path), chosen.append)
        await until(pilot, lambda: app.screen.query(PathLine))
        app.screen.query_one(PathLine).post_message(Paste(f"'{folder}/svar 2016.csv' "))
        await until(pilot, lambda: "svar 2016" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: chosen)

    run_app(app, scenario)
    assert chosen == [folder / "svar 2016.csv"]


def test_a_folder_that_cannot_be_read_says_so_and_can_be_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.scandir

    def refuse(path: Path) -> Any:
        if Path(path).name == "eldre":
            raise PermissionError
        return really(path)

    monkeypatch.setattr(os, "scandir", refuse)
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(ChoosingFile("Which?", TABLES, folder))
        await until(pilot, lambda: "eldre" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "may not be read" in screen_text(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "svar 2016" in screen_text(app))

    run_app(app, scenario)


def test_ten_thousand_files_are_shown_and_narrowed(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"svar {number:05}.csv").touch()
    assert choose(tmp_path, keys("09877"), "enter") == [tmp_path / "svar 09877.csv"]
    assert choose(tmp_path, "pagedown", "up", "enter") != [LEFT]


def test_what_is_typed_while_a_folder_is_read_is_not_lost(folder: Path) -> None:
    assert choose(folder, ["enter", *keys("gam")], "enter") == [folder / "eldre" / "gammel.csv"]


def test_a_click_takes_a_file(folder: Path) -> None:
    app = Dressed()
    chosen: list[Path | None] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(ChoosingFile("Which?", TABLES, folder), chosen.append)
        await until(pilot, lambda: "svar 2016" in screen_text(app))
        await pilot.click(FileList, offset=(4, 2))
        await until(pilot, lambda: chosen)

    run_app(app, scenario)
    assert chosen == [folder / "svar 2026.xlsx"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_hostile_names_are_only_looked_at(tmp_path: Path, size: tuple[int, int]) -> None:
    for number, text in enumerate(HOSTILE[:9]):
        name = text.replace("/", "").replace("\x00", "")
        (tmp_path / f"{number}{name}.csv").touch()
        (tmp_path / f"{number}{name}").mkdir()
    app = Dressed()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(ChoosingFile("\n".join(HOSTILE), TABLES, tmp_path))
        await until(pilot, lambda: "1[@click" in screen_text(app))
        await pilot.press("down", "pagedown", "up", "enter")
        await settled(pilot)
        await pilot.press(*keys("[/]"), "enter", "tab")
        await settled(pilot)
        assert control_characters(screen_text(app)) == set()

    run_app(app, scenario, size)


def test_reading_never_leaves_a_name_out_that_fits(folder: Path) -> None:
    found = list_folder(folder, TABLES)
    assert found is not None
    assert [entry.name for entry in found.entries] == [
        "eldre",
        ".skjult.csv",
        "svar 2016.csv",
        "svar 2026.xlsx",
    ]
