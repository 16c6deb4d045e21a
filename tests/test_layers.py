"""What is imported when: one direction, and nothing heavy before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _imported(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split("\n"))


@pytest.mark.parametrize(
    ("package", "above"),
    [
        ("corpus.queries", ("codebooks", "coder", "tui")),
        ("codebooks.edits", ("coder", "tui")),
        ("coder.study", ("tui",)),
    ],
)
def test_a_package_knows_nothing_above_it(package: str, above: tuple[str, ...]) -> None:
    tops = {name.partition(".")[0] for name in _imported(f"import {package}")}
    assert tops.isdisjoint(above)


def test_below_the_terminal_nobody_knows_its_libraries() -> None:
    everything = _imported("import coder.demo.build, coder.study, coder.checking")
    assert everything.isdisjoint({"typer", "rich", "textual"})


def test_opening_a_study_imports_nothing_heavy() -> None:
    assert _imported("import coder.study").isdisjoint(
        {"spacy", "sklearn", "numpy", "docx", "xlsxwriter", "python_calamine", "phonenumbers"}
    )


def test_help_imports_neither_database_nor_screens() -> None:
    imported = _imported(
        "import contextlib, io, tui.cli.app as cli\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    cli.app(['--help'], standalone_mode=False)"
    )
    assert imported.isdisjoint({"sqlalchemy", "textual", "rich", "lxml", "docx", "xlsxwriter"})


@pytest.mark.parametrize(
    "module",
    ["corpus.reading.extracting", "corpus.privacy.finder", "codebooks.paths", "coder.exports.word"],
)
def test_pure_modules_know_no_database(module: str) -> None:
    assert "sqlalchemy" not in _imported(f"import {module}")
