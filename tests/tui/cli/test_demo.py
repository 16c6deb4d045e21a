"""The demo: a coded study with its outputs, made by one command."""

import contextlib
import shlex
import shutil
from pathlib import Path

import pytest

from tests.tui.cli.running import done, refused, run


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the demo was made, with what was said in `said.txt`."""
    folder = tmp_path_factory.mktemp("demo")
    with contextlib.chdir(folder):
        said = done("demo", "--no-ui").out
    (folder / "said.txt").write_text(said, "utf-8")
    return folder


@pytest.fixture
def said(demo: Path, folder: Path) -> str:
    """What the demo said; it stands in its usual place."""
    shutil.copytree(demo, folder, dirs_exist_ok=True)
    return (folder / "said.txt").read_text("utf-8")


def test_the_demo_has_a_study_tables_and_quotes(said: str) -> None:
    names = {path.name for path in Path("fullkoding-demo").iterdir()}
    assert {"demo.fullkoding", "kapittel.docx", "sitater.docx", "tabeller.xlsx"} <= names
    for name in names:
        assert name in said


def test_the_commands_that_the_demo_suggests_work(said: str) -> None:
    suggested = said.split("Try:\n")[1].splitlines()
    assert len(suggested) >= 4
    for line in suggested:
        program, *words = shlex.split(line)
        assert program == "fullkoding"
        done(*words)


def test_what_the_demo_writes_passes_the_gate(said: str) -> None:
    study = Path("fullkoding-demo/demo.fullkoding")
    for path in Path("fullkoding-demo").iterdir():
        if path != study and path.is_file():
            assert done("scan", path, "--study", study).exit_code == 0


def test_the_demo_leaves_one_question_to_try(said: str) -> None:
    result = run("check", "fullkoding-demo/demo.fullkoding", "--json")
    assert result.exit_code == 3
    assert {each["question"] for each in result.json["uncoded"]} == {"k2.4"}


def test_a_second_demo_does_not_touch_the_first(said: str) -> None:
    before = Path("fullkoding-demo/demo.fullkoding").read_bytes()
    assert "fullkoding-demo-2" in refused("demo")
    assert Path("fullkoding-demo/demo.fullkoding").read_bytes() == before
    done("demo", "en mappe med æøå", "--no-ui")


def test_a_file_in_the_folders_place_is_refused() -> None:
    Path("fil").write_text("")
    refused("demo", "fil")
    refused("demo", "fil/demo")
