"""Everything after a step is taken back at once, or nothing is."""

from pathlib import Path

import pytest
from sqlalchemy import select

from coder.study import Study
from corpus.problems import Problem
from corpus.tables import RespondentRow
from tests.builders import CODER, new_study
from tests.snapshots import content


def _add(study: Study, *keys: str) -> None:
    for key in keys:
        with study.act("add", CODER, key=key) as session:
            session.add(RespondentRow(guid=key, key=key, name=""))


def _rename(study: Study, key: str, name: str) -> None:
    with study.act("rename", CODER, key=key, name=name) as session:
        session.scalars(select(RespondentRow).where(RespondentRow.key == key)).one().name = name


def _keys(study: Study) -> str:
    with study.read() as session:
        return "".join(session.scalars(select(RespondentRow.key).order_by(RespondentRow.id)))


def test_all_actions_after_a_step_are_taken_back_latest_first(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, *"abcd")
        assert [step.id for step in study.undo_to(CODER, 2)] == [4, 3]
        assert _keys(study) == "ab"


def test_each_of_them_is_a_line_that_redo_takes_one_by_one(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, *"abcd")
        study.undo_to(CODER, 1)
        assert study.redoable() == [2, 3, 4]
        study.redo(CODER)
        assert _keys(study) == "ab"


def test_redo_brings_them_all_back_at_once(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, *"abcd")
        before = content(study)
        study.undo_to(CODER, 0)
        assert [step.id for step in study.redo_to(CODER, 4)] == [1, 2, 3, 4]
        assert content(study) == before


def test_an_action_that_was_redone_is_taken_back_too(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a", "b")
        study.undo(CODER)
        study.redo(CODER)
        _rename(study, "b", "B")
        assert [step.id for step in study.undo_to(CODER, 1)] == [5, 2]
        assert _keys(study) == "a"


def test_what_was_taken_back_before_stays_so(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, *"abc")
        study.undo(CODER, 2)
        study.undo_to(CODER, 1)
        assert _keys(study) == "a"


def test_when_one_cannot_be_taken_back_nothing_is(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, *"abc")
        before = content(study), study.steps()

        def stop(done: int) -> None:
            if done == 2:
                raise Problem("No.")

        with pytest.raises(Problem):
            study.undo_to(CODER, 0, stop)
        assert (content(study), study.steps()) == before


@pytest.mark.parametrize("step", [2, 7])
def test_after_the_last_step_there_is_nothing_to_take_back(tmp_path: Path, step: int) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a", "b")
        with pytest.raises(Problem, match=f"Nothing was done after step {step}"):
            study.undo_to(CODER, step)


def test_a_step_that_does_not_wait_is_not_redone(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a", "b")
        study.undo(CODER)
        with pytest.raises(Problem, match="does not wait"):
            study.redo_to(CODER, 1)


def test_two_programs_that_undo_at_once_take_back_two_actions(tmp_path: Path) -> None:
    with new_study(tmp_path) as study, Study(study.path) as other:
        _add(study, "a", "b")
        assert [study.undo(CODER).id, other.undo(CODER).id] == [2, 1]
        assert _keys(study) == ""
