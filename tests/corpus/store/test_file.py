"""The study file is recognised, never overwritten, and other files are refused in a sentence."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from coder.study import SCHEMA_VERSION, Study
from corpus.problems import Problem
from corpus.store.file import APPLICATION_ID
from tests.builders import new_study


def test_a_new_study_carries_its_mark_and_its_schema_version(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        connection = sqlite3.connect(study.path)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        connection.close()


def test_a_study_is_for_its_owner_only(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        assert stat.S_IMODE(study.path.stat().st_mode) == 0o600


def test_every_table_is_strict(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        connection = sqlite3.connect(study.path)
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite%'"
        ).fetchall()
        connection.close()
    assert len(tables) > 10
    assert [name for name, strict in tables if not strict] == []


def test_the_journal_is_one_that_leaves_no_second_file(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, study.read() as session:
        assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
        assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert session.connection().exec_driver_sql("PRAGMA synchronous").scalar() == 2
    assert [path.name for path in tmp_path.iterdir()] == ["studie.fullkoding"]


def test_a_study_that_exists_is_not_made_anew(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = study.path.read_bytes()
        with pytest.raises(Problem, match="exists already"):
            new_study(tmp_path)
        assert study.path.read_bytes() == before


def _newer(path: Path) -> None:
    Study.create(path, "nb").__exit__()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()


def _older(path: Path) -> None:
    Study.create(path, "nb").__exit__()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=1")
    connection.close()


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"id;svar\n1;Ja\n" * 50), "not a study"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "not a study"),
        (lambda path: path.mkdir(), "folder"),
        (lambda path: None, "no study"),
        (_foreign, "another program"),
        (_newer, "newer"),
        (_older, "before the first release"),
    ],
    ids=["0 bytes", "text", "cut off", "folder", "missing", "foreign", "newer", "older"],
)
def test_what_is_no_study_is_refused_and_left_as_it_is(
    tmp_path: Path, make: object, sentence: str
) -> None:
    path = tmp_path / "x.fullkoding"
    assert callable(make)
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Problem, match=sentence):
        Study(path)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_study_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        study.path.chmod(0o400)
        with study.read() as session:
            assert session.connection().exec_driver_sql("SELECT 1").scalar() == 1
        with pytest.raises(Problem, match="only be read"), study.act("x", "KH") as session:
            session.connection().exec_driver_sql("UPDATE study SET title = 'y'")
