"""Files that are no study, or not for this program: a sentence, and the file stays as it is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.cli.running import refused, run
from tests.tui.cli.studies import answers_file, small_study

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("answers", "k1"),
    ("code", "--question", "k1", "--answer", "R1", "--code", "A"),
    ("codebook show", "--question", "k1"),
    ("table", "k1"),
    ("quotes",),
    ("undo",),
    ("check",),
    ("backup",),
    ("import", "svar.csv"),
    ("code", "--from", "koder.csv"),
)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _words(path: Path) -> None:
    path.write_text("Dette er ingen studie. " * 20)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(40_000))


def _database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE answers (text)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    small_study(path.parent).rename(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()


def _cut(path: Path) -> None:
    data = small_study(path.parent).read_bytes()
    path.write_bytes(data[: len(data) // 2 // 4096 * 4096])


def _run(study: Path, words: tuple[str, ...]) -> str:
    *command, rest = words[0].split(), words[1:]
    return refused(*command[0], study, *rest)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_empty, "0 bytes"),
        (_words, "is not a study"),
        (_zeros, "is not a study"),
        (_database, "database of another program"),
        (_newer, "newer fullkoding"),
    ],
)
def test_it_is_told_apart_and_left_as_it_is(
    folder: Path, make: Callable[[Path], None], said: str, words: tuple[str, ...]
) -> None:
    answers_file(folder)
    (folder / "koder.csv").write_text("respondent;question;codes\nR1;k1;A\n")
    study = folder / "noe.fullkoding"
    make(study)
    before, names = study.read_bytes(), sorted(folder.iterdir())
    assert said in _run(study, words)
    assert (study.read_bytes(), sorted(folder.iterdir())) == (before, names)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_half_a_study_is_never_written_to(folder: Path, words: tuple[str, ...]) -> None:
    study = folder / "noe.fullkoding"
    _cut(study)
    before = study.read_bytes()
    command, rest = words[0].split(), words[1:]
    result = run(*command, study, *rest)
    assert result.exit_code in (0, 1, 3)
    assert not result.has_traceback
    assert study.read_bytes() == before


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_study_that_is_not_there_is_not_made(folder: Path, words: tuple[str, ...]) -> None:
    answers_file(folder)
    assert "There is no study" in _run(folder / "nosuch", words)
    assert [path.name for path in folder.iterdir()] == ["svar.csv"]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_folder_is_no_study(folder: Path, words: tuple[str, ...]) -> None:
    (folder / "mappe").mkdir()
    assert "is a folder" in _run(folder / "mappe", words)


def test_an_empty_file_is_never_taken_for_a_new_study(folder: Path) -> None:
    _empty(folder / "studie.fullkoding")
    refused("new", "studie")
    assert (folder / "studie.fullkoding").read_bytes() == b""
