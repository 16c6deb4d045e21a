"""Memos as a screen writes them: one action each, told in the history."""

from pathlib import Path

import pytest
from sqlalchemy import select

from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records
from tui.steps import step_words

ANSWER = MemoPlace("answer", 1)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """One coded answer."""
    study = new_study(tmp_path)
    import_records(study, records([("R1", "k1", "For få boliger")]))
    code_all(study, [("R1", "k1", "Bolig / Antall")])
    return study


def test_what_is_written_is_read_with_who_wrote_it(study: Study) -> None:
    own, other = MemoDesk(study, CODER), MemoDesk(study, CODER_2)
    own.write(ANSWER, "Spør Ola")
    other.write(ANSWER, "Enig")
    memos = own.memos(ANSWER)
    assert [(memo.coder, memo.text) for memo in memos] == [(CODER, "Spør Ola"), (CODER_2, "Enig")]
    assert [own.is_own(memo) for memo in memos] == [True, False]


def test_a_memo_is_changed_and_removed_and_undo_brings_it_back(study: Study) -> None:
    desk = MemoDesk(study, CODER)
    desk.write(ANSWER, "Spør Ola")
    (memo,) = desk.memos(ANSWER)
    desk.change(memo, "Spør Kari")
    desk.remove(memo)
    assert desk.counts([ANSWER]) == [0]
    study.undo(CODER)
    assert [memo.text for memo in desk.memos(ANSWER)] == ["Spør Kari"]
    study.undo(CODER)
    assert [memo.text for memo in desk.memos(ANSWER)] == ["Spør Ola"]


def test_the_history_says_what_the_memo_is_on(study: Study) -> None:
    desk = MemoDesk(study, CODER)
    with study.read() as session:
        row = session.scalars(select(CodingRow)).one()
        coding, code = MemoPlace("coding", row.id), MemoPlace("code", row.code_id)
    for place in (ANSWER, coding, code, MemoPlace("question", 1)):
        desk.write(place, "Merk")
    said = [step_words(step.kind, step.parameters) for step in study.steps()[-4:]]
    assert said == [
        "wrote a memo on the answer R1",
        "wrote a memo on the coding R1: Bolig / Antall",
        "wrote a memo on the code Bolig / Antall",
        "wrote a memo on the question k1",
    ]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_memo_without_a_text_is_no_memo(study: Study, text: str) -> None:
    with pytest.raises(Problem, match="needs a text"):
        MemoDesk(study, CODER).write(ANSWER, text)


def test_in_a_study_that_is_only_read_nothing_is_written(study: Study) -> None:
    with Study(study.path, read_only=True) as opened:
        desk = MemoDesk(opened, CODER)
        assert (desk.read_only, desk.memos(ANSWER)) == (True, [])
        with pytest.raises(Problem, match="reading only"):
            desk.write(ANSWER, "Merk")
