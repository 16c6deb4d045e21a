"""One study in two programs: who comes second reads, and is told who has it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coder.study import Study, restore
from corpus.problems import Problem
from corpus.store.holding import side_file
from corpus.tables import RespondentRow
from tests.builders import CODER, new_study
from tests.snapshots import content
from tests.tui.cli.running import ROOT, surroundings

HOLDING = """
import sys
from pathlib import Path
from coder.study import Study
study = Study(Path(sys.argv[1]))
print(study.hold("Kari"), flush=True)
sys.stdin.read()
study.__exit__()
"""
READING = """
import sys
from pathlib import Path
from coder.study import Study
from corpus.problems import Problem
with Study(Path(sys.argv[1])) as study:
    print(study.read_only, study.hold("Ola"), len(study.steps()), study.back_up_if_due())
    try:
        study.undo("Ola")
    except Problem as problem:
        print(problem.sentence)
"""


def _add(study: Study, key: str) -> None:
    with study.act("add", CODER, key=key) as session:
        session.add(RespondentRow(guid=key, key=key, name=""))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A study with one action."""
    with new_study(tmp_path) as study:
        _add(study, "a")
        return study.path


@contextmanager
def _held_elsewhere(path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"None\n"
        yield process
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


def test_the_second_program_is_told_who_has_the_study_and_can_only_read(path: Path) -> None:
    with _held_elsewhere(path) as process, Study(path) as study:
        holder = study.hold("Ola")
        assert holder is not None
        assert (holder.coder, holder.pid) == ("Kari", process.pid)
        assert (study.read_only, len(study.steps()), study.back_up_if_due()) == (True, 1, None)
        for change in (lambda: _add(study, "b"), lambda: study.undo("Ola")):
            with pytest.raises(Problem, match=r"Kari has .* open"):
                change()


def test_when_the_first_has_closed_it_the_second_can_hold_it(path: Path) -> None:
    with Study(path) as study:
        with _held_elsewhere(path):
            assert study.hold("Ola") is not None
        assert study.hold("Ola") is None
        assert not study.read_only
        _add(study, "b")
    assert list(path.parent.glob(".*")) == []


def test_a_program_that_was_killed_holds_nothing(path: Path) -> None:
    with _held_elsewhere(path) as process:
        process.kill()
        process.wait()
        assert side_file(path).exists()
        with Study(path) as study:
            assert (study.hold("Ola"), study.read_only) == (None, False)
    assert not side_file(path).exists()


def test_a_copy_of_a_study_that_is_open_is_free(path: Path) -> None:
    with _held_elsewhere(path):
        copied = Path(shutil.copy(path, path.with_name("kopi.fullkoding")))
        with Study(copied) as study:
            assert study.hold("Ola") is None


def test_commands_go_on_while_a_screen_has_the_study(path: Path) -> None:
    with Study(path) as screen, Study(path) as command:
        assert screen.hold("Kari") is None
        screen.changed_elsewhere()
        _add(command, "b")
        assert screen.changed_elsewhere()
        _add(screen, "c")
        assert len(command.steps()) == 3


def test_a_study_that_is_open_is_not_replaced_by_a_backup(path: Path) -> None:
    with Study(path) as study:
        backup = study.back_up()
        before = content(study)
        study.hold("Kari")
        with pytest.raises(Problem, match=r"Kari has .* open"):
            restore(path, backup)
        assert content(study) == before
    restore(path, backup)


def test_a_study_opened_for_reading_is_not_changed_nor_held(path: Path) -> None:
    before = path.read_bytes()
    with Study(path, read_only=True) as study:
        assert (study.hold("Kari"), study.read_only, study.back_up_if_due()) == (None, True, None)
        moves = (
            lambda: _add(study, "b"),
            lambda: study.undo("Kari"),
            lambda: study.redo("Kari"),
            lambda: study.undo_to("Kari", 0),
        )
        for move in moves:
            with pytest.raises(Problem, match="for reading only"):
                move()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o644), (0o755, 0o444)], ids=oct)
def test_where_nothing_can_be_written_a_study_is_read(folder_mode: int, file_mode: int) -> None:
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv")
    if not all(part.stat().st_mode & 0o001 for part in (ROOT, *ROOT.parents)):
        pytest.skip("the program is closed to other users")
    with TemporaryDirectory(prefix="fullkoding-") as name:
        folder = Path(name)
        with new_study(folder) as study:
            _add(study, "a")
        study.path.chmod(file_mode)
        folder.chmod(folder_mode)
        nobody = ["setpriv", "--reuid", "65534", "--clear-groups"]
        told = subprocess.run(
            [*nobody, sys.executable, "-B", "-c", READING, str(study.path)],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"},
            cwd="/",
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert told.splitlines() == [
            "True None 1 None",
            f"{study.path} can only be read, not written.",
        ]
        assert list(folder.iterdir()) == [study.path]
