"""What surrounds every screen: keys of the user, help, palette, colours, ways out."""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerFailed

from tests.tui.harness import SIZES, assert_screen, run_app, screen_text, settled, until
from tests.tui.shell.desk import ALL, Room
from tui.screens.asking import Asking
from tui.screens.pages import Page
from tui.settings import Settings
from tui.themes import theme_name


def _with_keys(**keys: str) -> Settings:
    return Settings("KH", keys=keys)


def _told(app: Room) -> list[str]:
    return [notice.message for notice in app._notifications]


def _pressed(app: Room, *keys: str) -> list[str]:
    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        await settled(pilot)

    run_app(app, scenario)
    return app.desk.done


def test_a_key_carries_out_its_command() -> None:
    assert _pressed(Room(), "f4") == ["uncoded"]


def test_a_key_of_the_user_carries_out_its_command() -> None:
    assert _pressed(Room(_with_keys(uncoded="f12, shift+f4")), "f12", "shift+f4") == [
        "uncoded",
        "uncoded",
    ]


def test_the_built_in_key_of_a_moved_command_does_nothing() -> None:
    assert _pressed(Room(_with_keys(uncoded="f12")), "f4") == []


def test_two_commands_can_change_keys() -> None:
    keys = _with_keys(words="f3", code="f2")
    assert _pressed(Room(keys), "f2", "f3") == ["code", "words"]


def test_a_command_without_a_key_can_be_given_one() -> None:
    assert _pressed(Room(_with_keys(colours="f12")), "f12") == ["colours"]


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"uncoded": "f2"}, "The key f2 belongs to uncoded and words."),
        ({"uncoded": "ctrl+m"}, "uncoded cannot have the key ctrl+m"),
        ({"uncoded": "u"}, "uncoded cannot have the key u"),
        ({"uncoded": ""}, "leave uncoded without a key"),
        ({"uncodd": "f12"}, "uncodd, which is no command"),
    ],
)
def test_with_keys_that_cannot_be_the_built_in_ones_hold_and_that_is_said(
    keys: dict[str, str], sentence: str
) -> None:
    app = Room(_with_keys(**keys))
    assert _pressed(app, "f4", "f2") == ["uncoded", "words"]
    (told,) = _told(app)
    assert sentence in told
    assert told.endswith("The built-in keys are in use.")


def test_nothing_is_said_about_keys_that_can_be() -> None:
    app = Room(_with_keys(uncoded="f12"))
    _pressed(app)
    assert _told(app) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_help_page_looks_as_it_should(size: tuple[int, int]) -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, Page))
        await assert_screen(pilot, f"help_{size[0]}x{size[1]}")

    run_app(app, scenario, size)


def test_the_help_page_is_read_to_its_end_by_keys_at_40x10() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("f1")
        await until(pilot, lambda: "Typing" in screen_text(app))
        await settled(pilot)
        await pilot.press("end")
        await until(pilot, lambda: "settings file" in screen_text(app))
        await pilot.press("pageup", "home")
        await until(pilot, lambda: "Typing" in screen_text(app))

    run_app(app, scenario, (40, 10))


def test_the_help_page_names_every_command_with_the_keys_of_the_user() -> None:
    app = Room(_with_keys(uncoded="shift+f4"))
    seen = ""

    async def scenario(pilot: Pilot[Any]) -> None:
        nonlocal seen
        await pilot.press("f1")
        await until(pilot, lambda: "Everywhere" in screen_text(app))
        seen = screen_text(app)

    run_app(app, scenario, (100, 90))
    assert [command.title for command in ALL if command.title not in seen] == []
    assert "shift+F4" in seen


@pytest.mark.parametrize(("given", "closes"), [("", "f1"), ("", "escape"), ("f12", "f12")])
def test_the_help_page_is_closed_by_the_key_that_opened_it(given: str, closes: str) -> None:
    app = Room(_with_keys(**({"help": given} if given else {})))

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press(given or "f1")
        await until(pilot, lambda: isinstance(app.screen, Page))
        await pilot.press(closes)
        await until(pilot, lambda: app.screen is app.desk)

    run_app(app, scenario)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_palette_looks_as_it_should(size: tuple[int, int]) -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+p", *"unco")
        await until(pilot, lambda: "Uncoded" in screen_text(app))
        await assert_screen(pilot, f"palette_{size[0]}x{size[1]}")

    run_app(app, scenario, size)


def test_the_palette_carries_out_what_is_found() -> None:
    assert _pressed(Room(), "ctrl+p", *"unco", "enter") == ["palette", "uncoded"]


def test_the_palette_finds_commands_of_everywhere() -> None:
    assert _pressed(Room(), "ctrl+p", *"colours", "enter")[:2] == ["palette", "colours"]


def test_the_palette_shows_the_keys_of_the_user() -> None:
    app = Room(_with_keys(uncoded="shift+f4"))

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+p", *"unco")
        await until(pilot, lambda: "shift+F4" in screen_text(app))

    run_app(app, scenario)


def test_escape_leaves_the_palette_without_doing_anything() -> None:
    assert _pressed(Room(), "ctrl+p", "down", "escape") == ["palette"]


def test_ctrl_c_tells_how_to_quit() -> None:
    app = Room(_with_keys(quit="f12"))
    _pressed(app, "ctrl+c")
    assert _told(app) == ["F12 closes the program."]


@pytest.mark.parametrize("keys", [["ctrl+q"], ["f1", "ctrl+q"], ["ctrl+p", "ctrl+q"]])
def test_the_program_can_be_closed_from_everywhere(keys: list[str]) -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        await until(pilot, lambda: app._exit)

    run_app(app, scenario)
    assert app.return_code == 0


def test_a_window_that_asks_can_be_closed_with_the_program() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.push_screen(Asking("Why [/]?", "hint [/]", "so"))
        await until(pilot, lambda: app.screen.query(Input))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit)

    run_app(app, scenario)


def test_a_chosen_look_is_worn_and_remembered(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\ncoder = 'KH'\n", "utf-8")
    app = Room(Settings("KH", path=path))

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+p", *"colours", "enter")
        await until(pilot, lambda: "High contrast" in screen_text(app))
        await pilot.press("down")
        await until(pilot, lambda: app.theme == theme_name("light"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is app.desk)

    run_app(app, scenario)
    assert app.theme == theme_name("contrast")
    assert path.read_text("utf-8") == "# mine\ncoder = 'KH'\ntheme = \"contrast\"\n"


def test_escape_puts_the_former_look_back(tmp_path: Path) -> None:
    app = Room(Settings("KH", path=tmp_path / "settings.toml"))

    async def scenario(pilot: Pilot[Any]) -> None:
        app.do_colours()
        await until(pilot, lambda: "High contrast" in screen_text(app))
        await pilot.press("down", "escape")
        await until(pilot, lambda: app.screen is app.desk)

    run_app(app, scenario)
    assert app.theme == theme_name("dark")
    assert not (tmp_path / "settings.toml").exists()


def test_what_is_typed_shows_the_look_that_is_found() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.do_colours()
        await until(pilot, lambda: "High contrast" in screen_text(app))
        await pilot.press(*"high")
        await until(pilot, lambda: app.theme == theme_name("contrast"))

    run_app(app, scenario)


def test_settings_that_cannot_be_written_are_told_and_the_look_is_worn(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('"theme" = "dark"\n', "utf-8")
    app = Room(Settings("KH", path=path))

    async def scenario(pilot: Pilot[Any]) -> None:
        app.do_colours()
        await until(pilot, lambda: "High contrast" in screen_text(app))
        await pilot.press("2")
        await until(pilot, lambda: _told(app))

    run_app(app, scenario)
    assert app.theme == theme_name("light")
    assert "was not written" in _told(app)[0]
    assert path.read_text("utf-8") == '"theme" = "dark"\n'


def _failing(fail: Callable[[Room], object]) -> Room:
    app = Room()

    async def scenario(_pilot: Pilot[Any]) -> None:
        fail(app)
        async with asyncio.timeout(5):
            while app.is_running:
                await asyncio.sleep(0.01)

    with contextlib.suppress(RuntimeError, WorkerFailed):
        run_app(app, scenario)
    return app


def _fail() -> None:
    raise RuntimeError("inside")


def test_a_screen_that_was_being_put_up_at_the_end_is_no_fault() -> None:
    app = Room()

    async def scenario(pilot: Pilot[Any]) -> None:
        app.exit(return_code=143)
        app._handle_exception(NoMatches("no Input"))
        await pilot.pause()

    run_app(app, scenario)
    assert app.failure is None
    assert app.return_code == 143


@pytest.mark.parametrize(
    "fail",
    [
        lambda app: app.call_later(_fail),
        lambda app: app.run_worker(_fail, thread=True),
        lambda app: app.call_later(app.panic, "inside"),
    ],
    ids=["screen", "worker", "terminal"],
)
def test_an_error_nobody_expected_is_kept_for_the_log_and_shows_nothing_of_the_inside(
    capsys: pytest.CaptureFixture[str], fail: Callable[[Room], object]
) -> None:
    app = _failing(fail)
    assert isinstance(app.failure, RuntimeError)
    assert "inside" in str(app.failure)
    assert app.return_code == 70
    assert capsys.readouterr() == ("", "")
