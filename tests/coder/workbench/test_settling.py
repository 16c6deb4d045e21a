"""Suggestions that were taken or declined: kept with how likely they were, and taken back."""

from pathlib import Path

import pytest
from sqlalchemy import select

from coder.checking import check_study
from coder.study import Study
from coder.tables import CodingRow, DeclinedRow
from coder.workbench.doing import Chosen, apply, remove
from coder.workbench.settling import decline, settle
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tests.builders import CODER
from tests.coder.reorganising import code_at, merge_paths, study_with


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """Three answers, one of them coded."""
    study = study_with(tmp_path, ["en bolig", "to boliger", "tid"], [("a", "Bolig")], "Tid")
    return Workbench(study, "k1", CODER)


def code(bench: Workbench, path: str) -> int:
    """The id of a code."""
    return code_at(bench.tree, path).id


def stored(study: Study) -> list[tuple[int, int, str, int | None]]:
    """The codings: answer, code, origin, score."""
    query = select(CodingRow.answer_id, CodingRow.code_id, CodingRow.origin, CodingRow.score)
    with study.read() as session:
        return [(*row,) for row in session.execute(query.order_by(CodingRow.id)).all()]


def declined(study: Study) -> list[tuple[int, int, int]]:
    """What was declined: answer, code, score."""
    query = select(DeclinedRow.answer_id, DeclinedRow.code_id, DeclinedRow.score)
    with study.read() as session:
        return [(*row,) for row in session.execute(query.order_by(DeclinedRow.id)).all()]


def test_a_suggestion_that_was_taken_is_kept_with_how_likely_it_was(bench: Workbench) -> None:
    bolig, tid = code(bench, "Bolig"), code(bench, "Tid")
    apply(bench, [bolig, tid], Chosen((2,), "b"), {bolig: 930})
    assert stored(bench.study)[1:] == [(2, bolig, "suggestion", 930), (2, tid, "hand", None)]


def test_what_is_there_already_stays_as_it_was_given(bench: Workbench) -> None:
    bolig = code(bench, "Bolig")
    before = stored(bench.study)
    assert apply(bench, [bolig], Chosen((1,), "a"), {bolig: 930}) == 0
    assert stored(bench.study) == before


def test_a_review_is_one_step_and_one_undo(bench: Workbench) -> None:
    bolig, before = code(bench, "Bolig"), stored(bench.study)
    assert settle(bench, bolig, [(2, 910)], [(3, 640)]) == 1
    assert stored(bench.study)[1:] == [(2, bolig, "suggestion", 910)]
    assert declined(bench.study) == [(3, bolig, 640)]
    assert bench.tally.own[bolig] == 2
    bench.undo()
    assert (stored(bench.study), declined(bench.study)) == (before, [])


def test_a_suggestion_that_is_taken_off_again_is_declined_until_it_is_given(
    bench: Workbench,
) -> None:
    bolig = code(bench, "Bolig")
    apply(bench, [bolig], Chosen((2,), "b"), {bolig: 930})
    remove(bench, bolig, Chosen((2,), "b"))
    remove(bench, bolig, Chosen((1,), "a"))
    assert declined(bench.study) == [(2, bolig, 930)]
    apply(bench, [bolig], Chosen((2,), "b"))
    assert declined(bench.study) == []
    bench.undo()
    assert declined(bench.study) == [(2, bolig, 930)]
    bench.undo()
    bench.undo()
    assert (declined(bench.study), stored(bench.study)[-1][3]) == ([], 930)


def test_declining_twice_is_declining_once(bench: Workbench) -> None:
    bolig = code(bench, "Bolig")
    decline(bench, bolig, [(2, 700), (3, 600)])
    decline(bench, bolig, [(2, 900)])
    assert declined(bench.study) == [(2, bolig, 700), (3, bolig, 600)]


def test_a_code_that_became_another_is_asked_about_anew(bench: Workbench) -> None:
    bolig, tid = code(bench, "Bolig"), code(bench, "Tid")
    decline(bench, bolig, [(2, 700)])
    decline(bench, tid, [(2, 500)])
    merge_paths(bench.study, ["Bolig"], "Tid")
    assert declined(bench.study) == [(2, tid, 500)]
    bench.undo()
    assert declined(bench.study) == [(2, bolig, 700), (2, tid, 500)]


def test_a_retired_code_cannot_be_taken(bench: Workbench) -> None:
    bolig = code(bench, "Bolig")
    merge_paths(bench.study, ["Bolig"], "Tid")
    with pytest.raises(Problem, match="merged"):
        settle(bench, bolig, [(2, 900)], [])
    assert bench.study.undo(CODER).kind == "merge_codes"


def test_a_study_with_scores_is_whole(bench: Workbench) -> None:
    bolig = code(bench, "Bolig")
    settle(bench, bolig, [(2, 910)], [(3, 640)])
    assert check_study(bench.study).integrity == ()
