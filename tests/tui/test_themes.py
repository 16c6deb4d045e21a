"""Every text can be read: the contrasts of WCAG 2.2, in all looks and on all screens."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.theme import Theme

from tests.builders import code_all, import_records, new_study, records
from tests.tui.coding.desk import program
from tests.tui.harness import run_app, settled
from tui.app import Fullkoding
from tui.settings import THEMES, Settings
from tui.themes import look_for, look_of, own_themes, theme_name

TUI = Path(__file__).resolve().parents[2] / "tui"
LOOKS = {look_of(theme.name): theme for theme in own_themes()}
LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
GROUNDS = ("background", "surface", "panel")
_BLOCK = re.compile(r"\{([^{}]*)\}")
_COLOUR = re.compile(r"(?<![\w-])(color|background):\s*\$([\w-]+)\s*;")


def _variables(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate() | theme.variables


def _pairs() -> Iterator[tuple[str, str]]:
    """Ink and ground of every rule that gives a colour to text, by their names in a theme."""
    files = [*(TUI / "widgets").rglob("*.py"), *TUI.rglob("screens/*.py"), *TUI.rglob("*.tcss")]
    for file in files:
        for block in _BLOCK.findall(file.read_text("utf-8")):
            rules = dict(_COLOUR.findall(block))
            if "color" in rules:
                grounds = [rules["background"]] if "background" in rules else GROUNDS
                yield from ((rules["color"], ground) for ground in grounds)


def _on(ground: Color, ink: str) -> Color:
    """The colour that an ink has on a ground; `auto` is the better of black and white."""
    if ink.startswith("auto"):
        return ground + ground.get_contrast_text(float(ink.split()[1].rstrip("%")) / 100)
    return ground + Color.parse(ink)


def _ratio(one: Color, other: Color) -> float:
    """The contrast of WCAG 2.2: 1 for the same colour, 21 for black on white."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _unreadable(pilot: Pilot[Any], region: Region, least: float) -> list[tuple[str, float]]:
    """Texts inside a region of the screen with too little contrast."""
    found = []
    strips = pilot.app.screen._compositor.render_strips()
    for strip in strips[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style or Style()
            if not any(map(str.isalnum, segment.text)):
                continue
            assert style.color, segment
            assert style.bgcolor, segment
            ink, ground = map(Color.from_rich_color, (style.color, style.bgcolor))
            if style.reverse:
                ink, ground = ground, ink
            if _ratio(ink, ground) < least:
                found.append((segment.text, round(_ratio(ink, ground), 2)))
    return found


def _study(folder: Path) -> Path:
    answers = [("a", "k1", "For få boliger"), ("b", "k1", "Vet ikke"), ("c", "k1", "Penger")]
    with new_study(folder) as study:
        import_records(study, records(answers))
        code_all(study, [("b", "k1", "Vet ikke"), ("c", "k1", "Penger / Mer midler")])
        return study.path


def test_every_look_of_the_settings_is_there() -> None:
    assert tuple(LOOKS) == THEMES


@pytest.mark.parametrize("look", LEAST)
def test_every_colour_that_a_rule_gives_to_text_can_be_read_on_its_ground(look: str) -> None:
    variables = _variables(LOOKS[look])
    pale = {}
    for ink, ground in _pairs():
        below = Color.parse(variables[ground])
        ratio = _ratio(_on(below, variables[ink]), below)
        if ratio < LEAST[look]:
            pale[ink, ground] = round(ratio, 2)
    assert pale == {}


def _unreadable_in_all_looks(app: Fullkoding, keys: tuple[str, ...], is_window: bool) -> list[Any]:
    found: list[Any] = []

    async def scenario(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        await settled(pilot)
        for look, least in LEAST.items():
            app.theme = theme_name(look)
            await settled(pilot)
            place = app.screen.children[0] if is_window else app.screen
            found.extend((look, *pale) for pale in _unreadable(pilot, place.region, least))

    run_app(app, scenario, (110, 30))
    return found


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("", ()),
        ("k1", ()),
        ("k1", ("f6", "p", "e")),
        ("k1", ("n", "y", "t")),
        ("k1", ("ctrl+k",)),
    ],
)
def test_everything_on_the_screens_can_be_read(
    tmp_path: Path, question: str, keys: tuple[str, ...]
) -> None:
    app = program(_study(tmp_path), question)
    assert _unreadable_in_all_looks(app, keys, is_window=False) == []


@pytest.mark.parametrize("key", ["f1", "f2", "ctrl+p"])
def test_everything_in_the_windows_can_be_read(tmp_path: Path, key: str) -> None:
    app = program(_study(tmp_path))
    assert _unreadable_in_all_looks(app, (key,), is_window=True) == []


def test_colours_stand_only_in_the_themes() -> None:
    stray = {
        file.name
        for file in [*TUI.rglob("*.py"), *TUI.rglob("*.tcss")]
        if file.name != "themes.py"
        and re.search(r'(?<!such as)[:"\s]#[0-9a-fA-F]{6}\b', file.read_text("utf-8"))
    }
    assert stray == set()


@pytest.mark.parametrize(
    ("wanted", "colours", "no_color", "look"),
    [
        ("", "truecolor", False, "dark"),
        ("", "256", False, "dark"),
        ("", "standard", False, "ansi"),
        ("", "truecolor", True, "ansi"),
        ("light", "standard", False, "light"),
        ("light", "truecolor", True, "ansi"),
    ],
)
def test_a_look_that_the_terminal_can_show_is_begun_with(
    wanted: str, colours: str, no_color: bool, look: str
) -> None:
    assert look_for(wanted, colours, no_color) == look


def test_the_terminals_own_look_asks_for_no_other_colours() -> None:
    variables = _variables(LOOKS["ansi"])
    assert {ink for ink, _ground in _pairs() if Color.parse(variables[ink]).ansi is None} == set()


def test_the_look_of_the_settings_is_worn(tmp_path: Path) -> None:
    app = Fullkoding(tmp_path / "r.json", "KH", None, settings=Settings("KH", "contrast"))

    async def scenario(pilot: Pilot[Any]) -> None:
        assert app.theme == theme_name("contrast")

    run_app(app, scenario)


def test_nothing_moves_when_that_is_wanted(tmp_path: Path) -> None:
    app = Fullkoding(tmp_path / "r.json", "KH", None)
    assert app.animation_level == "none"
