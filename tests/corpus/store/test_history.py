"""Every action is one transaction, one undo, one line of the history."""

from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, Numeric, select

from coder.study import Study
from corpus.problems import Problem
from corpus.store.base import Base
from corpus.store.bulk import bulk_insert, next_id
from corpus.store.triggers import logged_tables
from corpus.tables import RespondentRow
from tests.builders import CODER, new_study
from tests.snapshots import content


def _add(study: Study, key: str) -> int:
    with study.act("add", CODER, key=key) as session:
        row = RespondentRow(guid=key, key=key, name="")
        session.add(row)
        session.flush()
        return row.id


def _rename(study: Study, key: str, name: str) -> None:
    with study.act("rename", CODER, key=key, name=name) as session:
        session.scalars(select(RespondentRow).where(RespondentRow.key == key)).one().name = name


def _names(study: Study) -> dict[str, str]:
    with study.read() as session:
        rows = session.execute(select(RespondentRow.key, RespondentRow.name))
        return dict(rows.all())


def test_an_action_is_one_line_with_kind_parameters_and_person(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        (step,) = study.steps()
    assert (step.kind, dict(step.parameters), step.coder) == ("add", {"key": "a"}, CODER)


def test_an_action_that_changes_nothing_leaves_no_line(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        with study.act("nothing", CODER):
            pass
        assert study.steps() == []


def test_an_action_that_fails_changes_nothing(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)

        def fail() -> None:
            with study.act("add", CODER) as session:
                session.add(RespondentRow(guid="g", key="k", name=""))
                session.flush()
                raise Problem("No.")

        with pytest.raises(Problem):
            fail()
        assert (content(study), study.steps()) == (before, [])


def test_the_same_operation_is_done_once(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        with study.act("add", CODER, operation="one") as session:
            session.add(RespondentRow(guid="g", key="k", name=""))
        with (
            pytest.raises(Problem, match="done before"),
            study.act("add", CODER, operation="one") as session,
        ):
            session.add(RespondentRow(guid="h", key="l", name=""))
        assert _names(study) == {"k": ""}


def test_undo_takes_back_the_latest_action_even_after_a_restart(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        _rename(study, "a", "Storvik\0æ\x1b")
    with Study(study.path) as again:
        assert again.undo(CODER).kind == "rename"
        assert _names(again) == {"a": ""}
        assert again.redo(CODER).kind == "rename"
        assert _names(again) == {"a": "Storvik\0æ\x1b"}


def test_undo_and_redo_walk_through_the_whole_history(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        states = [content(study)]
        for key in "abc":
            _add(study, key)
            states.append(content(study))
        for state in reversed(states[:-1]):
            study.undo(CODER)
            assert content(study) == state
        for state in states[1:]:
            study.redo(CODER)
            assert content(study) == state


def test_there_is_an_end_to_undo_and_redo(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        with pytest.raises(Problem, match="nothing to undo"):
            study.undo(CODER)
        _add(study, "a")
        with pytest.raises(Problem, match="nothing to redo"):
            study.redo(CODER)


def test_a_new_action_ends_redo(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        study.undo(CODER)
        _add(study, "b")
        with pytest.raises(Problem, match="nothing to redo"):
            study.redo(CODER)


def test_an_action_that_was_taken_back_twice_waits_once(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        study.undo(CODER)
        study.redo(CODER)
        study.undo(CODER)
        assert study.redoable() == [1]
        study.redo(CODER)
        assert study.redoable() == []


def test_undo_after_redo_takes_the_same_action_back_again(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        _add(study, "b")
        for _ in range(3):
            study.undo(CODER)
            study.redo(CODER)
        study.undo(CODER)
        study.undo(CODER)
        assert _names(study) == {}
        study.redo(CODER)
        assert list(_names(study)) == ["a"]


def test_one_step_in_the_middle_can_be_taken_back(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        _rename(study, "a", "Storvik")
        _add(study, "b")
        study.undo(CODER, 2)
        assert _names(study) == {"a": "", "b": ""}


def test_a_step_whose_rows_were_changed_later_is_not_taken_back(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, "a")
        _rename(study, "a", "Storvik")
        _rename(study, "a", "Fjellhamar")
        before = content(study)
        with pytest.raises(Problem, match="step 3 changed the same rows"):
            study.undo(CODER, 2)
        assert content(study) == before


def test_a_step_that_later_rows_refer_to_is_not_taken_back(tmp_path: Path) -> None:
    from corpus.tables import PresenceRow

    with new_study(tmp_path) as study:
        id_ = _add(study, "a")
        with study.act("presence", CODER) as session:
            session.add(
                PresenceRow(respondent_id=id_, wave="", kind="", population=None, band="unknown")
            )
        with pytest.raises(Problem, match="step 2 builds on it"):
            study.undo(CODER, 1)


def test_a_bulk_of_rows_is_one_change_that_undo_takes_back(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)
        with study.act("bulk", CODER) as session:
            first = next_id(session, RespondentRow)
            rows = [(first + at, f"g{at}", f"k{at}", "") for at in range(25_000)]
            bulk_insert(session, RespondentRow, ("id", "guid", "key", "name"), rows)
        after = content(study)
        study.undo(CODER)
        assert content(study) == before
        study.redo(CODER)
        assert content(study) == after


@pytest.mark.parametrize("count", [1, 199, 200, 201, 10_000, 10_001, 20_200])
def test_a_bulk_of_any_size_is_stored_row_by_row_as_it_was_given(
    tmp_path: Path, count: int
) -> None:
    rows = [(at, f"g{at}", f"k{at}", "Å" * (at % 3)) for at in range(1, count + 1)]
    with new_study(tmp_path) as study:
        with study.act("bulk", CODER) as session:
            bulk_insert(session, RespondentRow, ("id", "guid", "key", "name"), rows)
        assert content(study)["respondent"] == rows
        assert len(study.steps()) == 1


def test_a_bulk_with_a_gap_in_its_ids_is_refused(tmp_path: Path) -> None:
    rows = [(1, "g", "k", ""), (3, "h", "l", "")]
    columns = ("id", "guid", "key", "name")
    with (
        new_study(tmp_path) as study,
        study.act("bulk", CODER) as session,
        pytest.raises(ValueError, match="follow each other"),
    ):
        bulk_insert(session, RespondentRow, columns, rows)


def test_what_history_keeps_survives_json_exactly() -> None:
    kinds = [
        (table.name, column.name)
        for table in logged_tables(Base.metadata)
        for column in table.columns
        if isinstance(column.type, Numeric | LargeBinary)
    ]
    assert kinds == []


def test_every_logged_table_has_a_whole_number_as_key() -> None:
    keys = {
        table.name: list(table.primary_key.columns.keys()) for table in Base.metadata.sorted_tables
    }
    assert set(map(tuple, keys.values())) == {("id",)}
