"""The wheel holds the four packages with their data, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpus", "codebooks", "coder", "tui")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files in a wheel that is built from this tree."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("fullkoding-*.whl")
    return zipfile.ZipFile(wheel).namelist()


def test_its_top_level_names_are_ours(names: list[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_every_file_of_the_packages_is_in_it(names: list[str]) -> None:
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("[!.]*"))
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert {name for name in names if name.partition("/")[0] in PACKAGES} == sources


@pytest.mark.parametrize(
    "path",
    [
        "corpus/privacy/names/municipalities.txt",
        "corpus/privacy/recogniser/weights.npz",
        "corpus/privacy/recogniser/words.txt",
        "corpus/abbreviations.txt",
        "corpus/written_standards.txt",
        "codebooks/starters/outcomes.nb.txt",
        "codebooks/starters/satisfaction.nb.txt",
        "coder/demo/answers.csv",
        "coder/demo/codings.csv",
        "coder/exports/page.css",
        "coder/exports/word_parts/styles.xml",
        "coder/suggest/ranker/coefficients.json",
        "coder/suggest/vectors/words.npz",
        "corpus/py.typed",
        "codebooks/naming/word_forms.txt",
        "tui/styles/app.tcss",
    ],
)
def test_its_data_is_in_it(names: list[str], path: str) -> None:
    assert path in names


def test_no_test_is_in_it(names: list[str]) -> None:
    assert [name for name in names if "test" in name.casefold()] == []


def test_it_has_one_command(names: list[str]) -> None:
    assert any(name.endswith("entry_points.txt") for name in names)
