"""The documents say what the program does."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _generated() -> str:
    spec = importlib.util.spec_from_file_location(
        "commands_page", ROOT / "scripts" / "commands_page.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = module.page()
    assert isinstance(page, str)
    return page


def test_the_first_screen_has_exactly_two_commands() -> None:
    first_screen = README.split("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", first_screen, re.DOTALL)
    assert [len(block.strip().splitlines()) for block in blocks] == [1, 1]
    demo, tests = (block.strip() for block in blocks)
    assert demo.startswith("python3 -m venv ")
    assert demo.endswith("fullkoding demo")
    assert tests.startswith("python3 -m venv ")
    assert tests.endswith("-m pytest")


def test_the_page_of_commands_is_the_one_that_the_program_gives() -> None:
    written = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert written == _generated(), "rewrite it: python scripts/commands_page.py"


def test_links_between_the_pages_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
