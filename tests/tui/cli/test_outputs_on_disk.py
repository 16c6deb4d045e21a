"""Where files cannot be written: a sentence, and what stood there stays."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.tui.cli.running import ROOT, command, done, refused
from tests.tui.cli.studies import ROLES, answers_file, code, fresh, small_study

NOBODY = ("setpriv", "--reuid", "65534", "--clear-groups")


def _coded(folder: Path) -> Path:
    study = small_study(folder)
    code(study, "R1", "A")
    return study


@pytest.fixture
def study(folder: Path) -> Path:
    """One coding, no backup."""
    return fresh(folder, _coded)


def _outputs(study: Path, target: str) -> list[tuple[object, ...]]:
    return [("table", study, "k1", "-o", target), ("quotes", study, "k1", "-o", target)]


def test_a_folder_that_is_missing(study: Path) -> None:
    for words in _outputs(study, "nosuch/ut.csv"):
        assert "There is no folder nosuch." in refused(*words)


def test_a_folder_in_the_files_place(study: Path) -> None:
    Path("ut.csv").mkdir()
    for target in ("ut.csv", ".", "/"):
        for words in _outputs(study, target):
            assert "is a folder" in refused(*words)


def test_a_file_in_the_folders_place(study: Path) -> None:
    Path("fil").write_text("")
    for words in _outputs(study, "fil/ut.csv"):
        refused(*words)


def test_a_name_that_is_too_long(study: Path) -> None:
    for words in _outputs(study, "x" * 300 + ".csv"):
        refused(*words)


@pytest.mark.parametrize("name", ["studie.fullkoding", "annen.fullkoding", "base.csv"])
def test_an_output_never_takes_the_place_of_a_study(study: Path, name: str) -> None:
    done("new", "annen")
    shutil.copy("annen.fullkoding", "base.csv")
    before = {path: path.read_bytes() for path in Path().glob("*.*") if path.is_file()}
    for words in _outputs(study, name):
        assert "is a study" in refused(*words, "--format", "csv")
    assert {path: path.read_bytes() for path in Path().glob("*.*") if path.is_file()} == before


def _as_nobody(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
    """Run a command as a user who is not root, to whom rights mean something."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv")
    for part in (ROOT, *ROOT.parents):
        if not part.stat().st_mode & 0o001:
            pytest.skip(f"{part} is closed to other users")
    nowhere = {"HOME": "/nonexistent", "LOGNAME": "nobody", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*NOBODY, *command(*arguments)],
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **nowhere},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def shown() -> Iterator[Path]:
    """A study that everybody may read and only its owner write, in such a folder."""
    with TemporaryDirectory(prefix="fullkoding-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        study = fresh(folder, _coded)
        study.chmod(0o444)
        yield study


def test_a_study_that_can_only_be_read_is_read(shown: Path) -> None:
    for words in (("status", shown), ("quotes", shown)):
        assert _as_nobody(*words).returncode == 0


def test_a_study_that_can_only_be_read_is_not_changed(shown: Path) -> None:
    file = answers_file(shown.parent)
    before, names = shown.read_bytes(), sorted(shown.parent.iterdir())
    for words in (("undo", shown), ("import", shown, file, *ROLES)):
        result = _as_nobody(*words)
        assert result.returncode == 1
        assert b"can only be read" in result.stderr
    assert (shown.read_bytes(), sorted(shown.parent.iterdir())) == (before, names)


def test_a_folder_that_cannot_be_written_gets_no_backup(shown: Path) -> None:
    for words in (("backup", shown), ("restore", shown, "--from", shown, "--yes")):
        result = _as_nobody(*words)
        assert result.returncode == 1
        assert b"Traceback" not in result.stderr
        assert b".part" not in result.stderr


def test_a_folder_that_cannot_be_written_gets_no_output(shown: Path) -> None:
    for words in (
        ("table", shown, "k1", "-o", shown.parent / "ut.csv"),
        ("new", shown.parent / "ny"),
        ("demo", shown.parent / "demo"),
    ):
        result = _as_nobody(*words)
        assert result.returncode == 1, result.stderr
        assert b"Traceback" not in result.stderr


def test_a_study_that_may_not_be_read_is_refused(shown: Path) -> None:
    shown.chmod(0o600)
    result = _as_nobody("status", shown)
    assert result.returncode == 1
    assert b"may not be read" in result.stderr


def test_a_file_of_answers_that_may_not_be_read_is_refused(shown: Path) -> None:
    shown.chmod(0o666)
    file = answers_file(shown.parent)
    file.chmod(0o600)
    result = _as_nobody("import", shown, file)
    assert result.returncode == 1
    assert b"cannot be opened" in result.stderr
