"""What another program does is noticed, what this one does is not."""

from pathlib import Path

import pytest
from sqlalchemy import text

from coder.study import Study
from corpus.problems import Problem
from corpus.store.base import Base
from corpus.store.deriving import derive
from corpus.tables import RespondentRow
from tests.builders import CODER, new_study


def _add(study: Study, key: str) -> None:
    with study.act("add", CODER, key=key) as session:
        session.add(RespondentRow(guid=key, key=key, name=""))


def test_what_another_program_did_is_told_once(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        assert not study.changed_elsewhere()
        _add(other, "a")
        assert [study.changed_elsewhere() for _ in range(2)] == [True, False]


def test_own_actions_are_not_told(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        study.changed_elsewhere()
        _add(study, "a")
        study.undo(CODER)
        study.redo(CODER)
        assert not study.changed_elsewhere()


def test_an_own_action_does_not_hide_what_came_before_it(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        study.changed_elsewhere()
        _add(other, "a")
        _add(study, "b")
        assert study.changed_elsewhere()


def test_an_own_action_does_not_hide_what_came_after_it(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        study.changed_elsewhere()
        _add(study, "a")
        _add(other, "b")
        assert study.changed_elsewhere()


def test_an_action_that_failed_or_changed_nothing_is_not_told(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        study.changed_elsewhere()

        def fail() -> None:
            with other.act("add", CODER) as session:
                session.add(RespondentRow(guid="g", key="k", name=""))
                session.flush()
                raise Problem("No.")

        with pytest.raises(Problem):
            fail()
        with study.act("nothing", CODER):
            pass
        assert not study.changed_elsewhere()


def test_an_index_that_is_written_is_no_step(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        study.changed_elsewhere()
        with derive(study.path, Base.metadata) as session:
            session.execute(text("CREATE TABLE words (word TEXT)"))
        assert not study.changed_elsewhere()


def test_while_another_program_writes_nobody_waits(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        study.changed_elsewhere()
        with other.act("add", CODER, key="a") as session:
            session.connection().exec_driver_sql("PRAGMA cache_size=1")
            session.add(RespondentRow(guid="a", key="a", name="n" * 10_000_000))
            session.flush()
            assert not study.changed_elsewhere()
        assert study.changed_elsewhere()
