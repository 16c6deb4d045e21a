"""Doubtful codings: changed or kept one by one, each with its undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coder.study import Study
from coder.tables import CodingRow, DeclinedRow
from coder.workbench.doing import Chosen, remove
from coder.workbench.doubts_desk import DoubtsDesk
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all
from tests.coder.workbench.known_suggesting import Known, known_study
from tests.snapshots import content

GIVEN, MISSING = ("R06", "Vet ikke"), ("R15", "Annet")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Answers of which some are coded in a doubtful way."""
    with known_study(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(study: Study) -> DoubtsDesk:
    """The doubts, when they are found."""
    bench = Workbench(study, "k1", CODER)
    made = DoubtsDesk(bench, Known(bench))
    made.find(_untold, _never)
    return made


def _untold(_done: float) -> None: ...


def _never() -> bool:
    return False


def _left(desk: DoubtsDesk) -> list[tuple[str, str]]:
    respondents = {
        row.id: row.respondent for row in desk.bench.rows([d.answer for d in desk.doubts])
    }
    return [(respondents[doubt.answer], desk.name(doubt.code)) for doubt in desk.doubts]


def test_the_surest_come_first_down_to_a_level(desk: DoubtsDesk) -> None:
    assert _left(desk) == [GIVEN, ("R02", "Bolig"), MISSING]
    assert desk.counts == {50: 4, 60: 4, 70: 3, 80: 3, 90: 3, 95: 1}
    desk.to_level(60)
    assert _left(desk)[-1] == ("R02", "Annet")


def test_a_code_that_looks_wrong_is_taken_off(desk: DoubtsDesk, study: Study) -> None:
    before = content(study)
    desk.change(desk.doubts[0])
    assert GIVEN not in _left(desk)
    assert desk.bench.tally.own[desk.bench.code("Vet ikke").id] == 1
    desk.undo()
    assert content(study) == before
    assert _left(desk)[0] == GIVEN


def test_a_code_that_looks_forgotten_is_put_on_as_a_suggestion(
    desk: DoubtsDesk, study: Study
) -> None:
    doubt = desk.doubts[2]
    desk.change(doubt)
    assert MISSING not in _left(desk)
    with study.read() as session:
        found = session.query(CodingRow).filter_by(answer_id=doubt.answer, code_id=doubt.code)
        assert [(row.origin, row.score) for row in found] == [("suggestion", 920)]


def test_that_a_given_code_stays_is_kept_without_a_step_and_can_be_undone(
    desk: DoubtsDesk, study: Study
) -> None:
    before = content(study)
    desk.keep(desk.doubts[0])
    assert content(study) == before
    assert GIVEN not in _left(desk)
    desk.find(_untold, _never)
    assert GIVEN not in _left(desk)
    desk.keep(desk.doubts[0])
    assert desk.undo() is None
    assert _left(desk) == [("R02", "Bolig"), MISSING]


def test_that_a_code_is_not_missing_is_kept_in_the_study_and_can_be_undone(
    desk: DoubtsDesk, study: Study
) -> None:
    before, doubt = content(study), desk.doubts[2]
    desk.keep(doubt)
    assert MISSING not in _left(desk)
    with study.read() as session:
        declined = session.query(DeclinedRow).one()
    assert (declined.answer_id, declined.code_id, declined.score) == (doubt.answer, doubt.code, 920)
    assert desk.undo() is not None
    assert content(study) == before
    assert MISSING in _left(desk)


def test_what_was_done_last_is_undone_first(desk: DoubtsDesk) -> None:
    first, second, _third = desk.doubts
    desk.keep(first)
    desk.change(second)
    desk.undo()
    assert _left(desk) == [("R02", "Bolig"), MISSING]
    desk.undo()
    assert _left(desk)[0] == GIVEN


def test_a_code_of_another_coder_stays(study: Study) -> None:
    bench = Workbench(study, "k1", CODER_2)
    desk = DoubtsDesk(bench, Known(bench))
    desk.find(_untold, _never)
    with pytest.raises(Problem, match="Another coder gave this code"):
        desk.change(desk.doubts[0])


def test_the_only_answer_of_a_code_is_never_doubtful(desk: DoubtsDesk, study: Study) -> None:
    assert ("R02", "Bolig") in _left(desk)
    bench = desk.bench
    remove(bench, bench.code("Bolig").id, Chosen((bench.respondents_answer("R05"),), "R05"))
    desk.refresh()
    assert ("R02", "Bolig") not in _left(desk)


def test_what_is_settled_elsewhere_leaves(desk: DoubtsDesk, study: Study) -> None:
    code_all(study, [("R15", "k1", "Annet")], CODER_2)
    desk.refresh()
    assert MISSING not in _left(desk)
