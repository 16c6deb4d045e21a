"""A code on many answers is what it is on each of them, and one undo takes it back."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from codebooks.edits import set_status
from coder.actions import Target, apply_code
from coder.intake.report import Wishes
from coder.modes import change_question
from coder.people import coder_id, known_coder_id
from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.marking import apply_to_many, coverage, remove_from_many
from corpus.problems import Problem
from corpus.tables import AnswerRow
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
)
from tests.coder.workbench.desk import (
    code_called,
    question_of,
    rich_study,
    shown_answers,
    tree_of_question,
)
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

WHO = ("R1", "R2", "R3", "R4", "R5")
CODES = ("Bolig", "Tid", "Vet ikke")


def _study(folder: Path, single: bool = False) -> Study:
    """Answers 1 to 4 with text, 5 blank, 6 to another question; some are coded, 2 is changed."""
    study = new_study(folder)
    given_ = [(who, "k1", f"Svar fra {who}") for who in WHO[:4]]
    import_records(study, records([*given_, ("R5", "k1", ""), ("R1", "k2", "Mer tid")]))
    code_all(study, [("R1", "k1", "Bolig"), ("R2", "k1", "Bolig"), ("R3", "k1", "Tid")])
    code_all(study, [("R1", "k1", "Vet ikke"), ("R4", "k1", "Bolig")], CODER_2)
    if not single:
        code_segment(study, "R3", "k1", "Bolig", 0, 4)
    replaced = Wishes(coder=CODER, changed="replace")
    import_records(study, records([("R2", "k1", "Et annet svar")]), replaced)
    if single:
        with study.act("question", CODER) as session:
            change_question(session, "k1", single=True)
    return study


def _apply(study: Study, answers: Sequence[int], name: str = "Bolig", coder: str = CODER) -> int:
    question, tree = question_of(study), tree_of_question(study)
    with study.act("apply_code", coder, answers=len(answers)) as session:
        code, who = code_called(tree, name), coder_id(session, coder)
        return apply_to_many(session, question, tree, code, answers, who)


def _remove(study: Study, answers: Sequence[int], name: str = "Bolig", coder: str = CODER) -> int:
    code = code_called(tree_of_question(study), name)
    with study.act("remove_code", coder, answers=len(answers)) as session:
        return remove_from_many(session, code, answers, known_coder_id(session, coder))


def _placed(study: Study) -> set[tuple[object, ...]]:
    """All codings without their ids."""
    names = [column.name for column in CodingRow.__table__.columns if column.name != "id"]
    with study.read() as session:
        rows = session.scalars(select(CodingRow)).all()
        return {tuple(getattr(row, name) for name in names) for row in rows}


@pytest.fixture(scope="module", params=[False, True], ids=["several", "single"])
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a study, to be copied."""
    with _study(tmp_path_factory.mktemp("template"), request.param) as study:
        return study.path


@settings(
    max_examples=trials(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    answers=st.lists(st.integers(1, 4), max_size=6),
    name=st.sampled_from(CODES),
    coder=st.sampled_from([CODER, CODER_2]),
)
def test_many_at_once_is_the_same_as_one_by_one(
    template: Path, tmp_path: Path, answers: list[int], name: str, coder: str
) -> None:
    copies = [Path(shutil.copy(template, tmp_path / copy)) for copy in ("many", "each")]
    with Study(copies[0]) as many, Study(copies[1]) as each:
        before = content(many)
        changed = _apply(many, answers, name, coder)
        with each.act("apply_code", coder) as session:
            tree, who = tree_of_question(each), coder_id(session, coder)
            code, question = code_called(tree, name), question_of(each)
            count = 0
            for id_ in sorted(set(answers)):
                target = Target(id_, session.get_one(AnswerRow, id_).version)
                count += apply_code(session, question, tree, code, target, who)
        assert (_placed(many), changed) == (_placed(each), count)
        assert broken(many) == []
        if changed:
            many.undo(coder)
            assert content(many) == before


def test_answers_that_have_the_code_are_passed_over(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        assert _apply(study, [1, 3, 4]) == 2
        assert _apply(study, [1, 3, 4]) == 0
        assert study.steps()[-1].parameters == {"answers": 3}


def test_a_coding_of_an_earlier_text_moves_to_the_one_in_use(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        assert _apply(study, [2]) == 1
        assert _apply(study, [2]) == 0
        assert broken(study) == []


def test_blank_answers_and_those_of_other_questions_are_passed_over(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        assert _apply(study, [5, 6, 99]) == 0
        assert content(study) == before


def test_in_a_single_code_codebook_the_code_replaces_the_coders_own(tmp_path: Path) -> None:
    with _study(tmp_path, single=True) as study:
        assert _apply(study, [1, 2, 3, 4], "Tid") == 3
        tree = tree_of_question(study)
        with study.read() as session:
            answers = shown_answers(session, question_of(study))
        names = [sorted(tree.by_id[code].name for code in answer.codes) for answer in answers]
        assert names == [["Tid", "Vet ikke"], ["Tid"], ["Tid"], ["Bolig", "Tid"]]


@pytest.mark.parametrize("status", ["retired", "merged"])
def test_a_code_out_of_use_is_refused(tmp_path: Path, status: str) -> None:
    with _study(tmp_path) as study:
        with study.act("retire", CODER) as session:
            set_status(session, code_called(tree_of_question(study), "Tid"), status)
        before = content(study)
        with pytest.raises(Problem, match=f"Tid is {status}"):
            _apply(study, [1, 2], "Tid")
        assert content(study) == before


def test_a_code_comes_off_segments_too_and_off_the_coders_own_only(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        assert _remove(study, [1, 2, 3, 4]) == 3
        code = code_called(tree_of_question(study), "Bolig").id
        with study.read() as session:
            left = list(session.scalars(select(CodingRow.answer_id).filter_by(code_id=code)))
        assert left == [4]
        study.undo(CODER)
        assert content(study) == before


def test_two_thousand_answers_are_one_step_and_one_undo(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, records([(f"R{at}", "k1", "Tid") for at in range(2_000)]))
        code_all(study, [("R0", "k1", "Tid")])
        before = content(study)
        assert _apply(study, range(1, 2_001), "Tid") == 1_999
        assert _remove(study, range(1, 2_001), "Tid") == 2_000
        study.undo(CODER)
        study.undo(CODER)
        assert content(study) == before


@settings(
    max_examples=trials(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_coverage_says_all_some_or_none(rich: Study, data: st.DataObject) -> None:
    with rich.read() as session:
        answers = shown_answers(session, question_of(rich))
        marked = data.draw(st.lists(st.sampled_from(answers), max_size=8))
        found = coverage(session, [answer.id for answer in marked])
    for code in tree_of_question(rich).codes:
        having = [code.id in answer.codes for answer in marked]
        expected = "all" if having and all(having) else "some" if any(having) else None
        assert found.get(code.id) == expected


def test_an_answer_with_a_code_by_two_coders_counts_once(tmp_path: Path) -> None:
    with rich_study(tmp_path, answers=12) as study:
        ids = list(range(1, 13))
        _apply(study, ids)
        _apply(study, ids[:3], coder=CODER_2)
        with study.read() as session:
            texts = [answer.id for answer in shown_answers(session, question_of(study))]
            code = code_called(tree_of_question(study), "Bolig").id
            assert coverage(session, texts)[code] == "all"
            assert coverage(session, [*texts, texts[0]])[code] == "all"
