"""What is derived is written without history, and nothing else can be written that way."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Executable, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from corpus.problems import Problem
from corpus.store.base import Base
from corpus.store.deriving import derive
from corpus.store.tables import StepRow
from corpus.tables import RespondentRow
from tests.builders import new_study
from tests.snapshots import content


def test_a_derived_table_is_kept_and_leaves_no_step(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)
        with derive(study.path, Base.metadata) as session:
            session.execute(text("CREATE TABLE derived (word TEXT)"))
            session.execute(text("INSERT INTO derived VALUES ('bolig')"))
        with study.read() as session:
            assert session.scalar(text("SELECT word FROM derived")) == "bolig"
        assert (content(study), study.steps()) == (before, [])


def test_when_it_fails_nothing_is_kept(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        with derive(path, Base.metadata) as session:
            session.execute(text("CREATE TABLE derived (word TEXT)"))
            raise Problem("No.")

    with new_study(tmp_path) as study:
        with pytest.raises(Problem, match="No"):
            fail(study.path)
        with study.read() as session:
            names = session.scalars(text("SELECT name FROM sqlite_master"))
            assert "derived" not in list(names)


@pytest.mark.parametrize(
    "statement",
    [
        insert(RespondentRow).values(guid="g", key="k", name=""),
        update(RespondentRow).values(key="k"),
        delete(RespondentRow),
        insert(StepRow).values(guid="g", kind="k", parameters="{}", at="", coder_name=""),
        text("DROP TABLE coding"),
    ],
)
def test_mapped_tables_cannot_be_changed_that_way(tmp_path: Path, statement: Executable) -> None:
    with new_study(tmp_path) as study:
        with (
            pytest.raises(DatabaseError, match="not authorized"),
            derive(study.path, Base.metadata) as session,
        ):
            session.execute(statement)
        with study.read() as session:
            assert session.scalars(select(RespondentRow)).all() == []


def test_it_gives_way_to_one_who_writes(tmp_path: Path) -> None:
    with (
        new_study(tmp_path) as study,
        closing(sqlite3.connect(study.path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(Problem, match="being written"),
            derive(study.path, Base.metadata) as session,
        ):
            session.execute(text("CREATE TABLE derived (word TEXT)"))
