"""Notes on anything; a note never goes because what it stood on went."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coder.actions import Target, remove_code
from coder.merging import merge
from coder.modes import change_question
from coder.people import coder_id, known_coder_id
from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.marking import apply_to_many, remove_from_many
from coder.workbench.memos import (
    Memo,
    MemoPlace,
    change_memo,
    memos_on,
    move_memos,
    remove_memo,
    write_memo,
)
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records
from tests.coder.workbench.desk import code_called, question_of, tree_of_question
from tests.invariants import broken
from tests.snapshots import content

ANSWER = MemoPlace("answer", 1)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with new_study(tmp_path) as opened:
        import_records(opened, records([("R1", "k1", "Mer tid"), ("R2", "k1", "Bolig")]))
        code_all(opened, [("R1", "k1", "Tid"), ("R2", "k1", "Bolig")])
        yield opened


@pytest.fixture
def coding(study: Study) -> MemoPlace:
    """The coding of answer 1."""
    with study.read() as session:
        ids = session.scalars(select(CodingRow.id).where(CodingRow.answer_id == 1))
        return MemoPlace("coding", ids.one())


def _write(study: Study, place: MemoPlace, text: str, coder: str = CODER) -> int:
    with study.act("memo", coder) as session:
        return write_memo(session, place, text, coder_id(session, coder))


def _on(study: Study, place: MemoPlace) -> list[Memo]:
    with study.read() as session:
        return memos_on(session, place)


def _code(study: Study, name: str) -> MemoPlace:
    return MemoPlace("code", code_called(tree_of_question(study), name).id)


def test_a_memo_stands_on_what_it_was_written_on(study: Study, coding: MemoPlace) -> None:
    places = [ANSWER, _code(study, "Tid"), MemoPlace("question", 1), coding]
    for at, place in enumerate(places):
        _write(study, place, f" notat {at}\r\n", CODER_2)
    for at, place in enumerate(places[1:], start=1):
        assert _on(study, place) == [Memo(at + 1, place, f"notat {at}", CODER_2)]


def test_an_answer_shows_the_memos_on_its_codings_too(study: Study, coding: MemoPlace) -> None:
    _write(study, coding, "på kodingen")
    _write(study, ANSWER, "på svaret")
    assert [(memo.place, memo.text) for memo in _on(study, ANSWER)] == [
        (coding, "på kodingen"),
        (ANSWER, "på svaret"),
    ]


def test_a_memo_needs_a_text(study: Study) -> None:
    before = content(study)
    with pytest.raises(Problem, match="needs a text"):
        _write(study, ANSWER, " \n")
    assert content(study) == before


def test_writing_changing_and_removing_are_undone(study: Study) -> None:
    states = [content(study)]
    memo = _write(study, ANSWER, "æ\0\x1b[31m")
    states.append(content(study))
    with study.act("memo", CODER) as session:
        change_memo(session, memo, "annet")
    states.append(content(study))
    with study.act("memo", CODER) as session:
        remove_memo(session, memo)
    assert _on(study, ANSWER) == []
    for state in reversed(states):
        study.undo(CODER)
        assert content(study) == state


def _remove_one(study: Study) -> None:
    with study.act("remove_code", CODER) as session:
        code = code_called(tree_of_question(study), "Tid")
        remove_code(session, code, Target(1, 1), known_coder_id(session, CODER))


def _remove_many(study: Study) -> None:
    with study.act("remove_code", CODER) as session:
        code = code_called(tree_of_question(study), "Tid")
        remove_from_many(session, code, [1, 2], known_coder_id(session, CODER))


def _replace(study: Study) -> None:
    with study.act("question", CODER) as session:
        change_question(session, "k1", single=True)
    tree = tree_of_question(study)
    with study.act("apply_code", CODER) as session:
        who, code = known_coder_id(session, CODER), code_called(tree, "Bolig")
        apply_to_many(session, question_of(study), tree, code, [1, 2], who)


@pytest.mark.parametrize("how", [_remove_one, _remove_many, _replace])
def test_when_its_coding_goes_a_memo_stays_on_the_answer(
    study: Study, coding: MemoPlace, how: Callable[[Study], None]
) -> None:
    _write(study, coding, "husk dette")
    before = content(study)
    how(study)
    assert [(memo.place, memo.text) for memo in _on(study, ANSWER)] == [(ANSWER, "husk dette")]
    assert broken(study) == []
    while content(study) != before:
        study.undo(CODER)
    assert [memo.place for memo in _on(study, ANSWER)] == [coding]


def test_taking_back_a_coding_keeps_the_memo_and_redo_puts_it_back(study: Study) -> None:
    code_all(study, [("R2", "k1", "Tid")])
    step, coding, answer = study.steps()[-1].id, MemoPlace("coding", 3), MemoPlace("answer", 2)
    _write(study, coding, "husk dette")
    before = content(study)
    study.undo(CODER, step)
    assert [memo.place for memo in _on(study, answer)] == [answer]
    study.redo(CODER)
    assert content(study) == before


def test_a_merge_of_codes_leaves_memos_on_codings_where_they_are(
    study: Study, coding: MemoPlace
) -> None:
    _write(study, coding, "husk dette")
    tree = tree_of_question(study)
    with study.act("merge", CODER) as session:
        merge(session, tree, code_called(tree, "Tid"), code_called(tree, "Bolig"))
    assert [memo.place for memo in _on(study, ANSWER)] == [coding]


def test_memos_move_from_one_code_to_another(study: Study) -> None:
    first, second = _code(study, "Tid"), _code(study, "Bolig")
    _write(study, first, "om tid")
    _write(study, second, "om bolig")
    before = content(study)
    with study.act("merge", CODER) as session:
        assert move_memos(session, first.id, second.id) == 1
    assert [memo.text for memo in _on(study, second)] == ["om tid", "om bolig"]
    assert _on(study, first) == []
    study.undo(CODER)
    assert content(study) == before
