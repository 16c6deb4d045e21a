"""The documents on keys and settings say what the program does."""

import runpy
import tomllib
from pathlib import Path

import pytest

from tui.commands.listed import COMMANDS
from tui.commands.registry import SCOPE_TITLES, Scope, with_keys
from tui.settings import LANGUAGES, THEMES, Suggest, read_settings

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")
EXAMPLE = SETTINGS.split("```toml\n")[1].split("```")[0]

_NAMES = ("coder", "theme", "language", "[suggest]", "on", "pretick", "[keys]")


def test_the_page_of_keys_is_the_one_that_the_program_gives() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "keys_page.py"))["page"]()
    written = (ROOT / "docs" / "keys.md").read_text("utf-8")
    assert written == made, "rewrite it: python scripts/keys_page.py"


def test_every_place_of_commands_has_a_title() -> None:
    assert set(SCOPE_TITLES) == set(Scope)


@pytest.mark.parametrize("name", [*_NAMES, *THEMES, *LANGUAGES])
def test_every_setting_and_choice_is_on_its_page(name: str) -> None:
    assert f"`{name}`" in SETTINGS


def test_the_example_of_the_settings_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(EXAMPLE, "utf-8")
    settings = read_settings(path)
    assert settings.suggest == Suggest(**tomllib.loads(EXAMPLE)["suggest"])
    assert settings.coder == tomllib.loads(EXAMPLE)["coder"]
    assert with_keys(COMMANDS, settings.keys)
