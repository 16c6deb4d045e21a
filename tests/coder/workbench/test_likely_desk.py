"""The likely answers of a code: marked one by one, taken as one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codebooks.edits import rename
from codebooks.queries import codebook_of
from coder.merging import merge_all
from coder.study import Study
from coder.tables import CodingRow, DeclinedRow
from coder.workbench.likely_desk import LikelyDesk
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all
from tests.coder.workbench.known_suggesting import Known, answer_again, known_study
from tests.snapshots import content


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Answers of which some are likely to have Bolig."""
    with known_study(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(study: Study) -> LikelyDesk:
    """Bolig, when its likely answers are found."""
    bench = Workbench(study, "k1", CODER)
    made = LikelyDesk(bench, Known(bench), bench.code("Bolig").id)
    made.find(_untold, _never)
    return made


def _untold(_done: float) -> None: ...


def _never() -> bool:
    return False


def _who(desk: LikelyDesk) -> list[str]:
    rows = desk.bench.rows([each.id for each in desk.answers])
    return [row.respondent for row in rows]


def _at(desk: LikelyDesk, who: str) -> int:
    return desk.bench.respondents_answer(who)


def test_the_likeliest_come_first_and_identical_ones_stand_as_one(desk: LikelyDesk) -> None:
    assert _who(desk) == ["R01", "R07", "R08"]
    assert [len(each.same) for each in desk.answers] == [3, 1, 1]
    assert desk.counts == {50: 8, 60: 7, 70: 7, 80: 6, 90: 5, 95: 3}


def test_a_lower_level_lists_more(desk: LikelyDesk) -> None:
    desk.to_level(50)
    assert _who(desk) == ["R01", "R07", "R08", "R09", "R10", "R13"]


def test_marks_change_nothing(desk: LikelyDesk, study: Study) -> None:
    before = content(study)
    desk.mark(_at(desk, "R01"), True)
    desk.mark(_at(desk, "R07"), False)
    assert content(study) == before


def test_the_latest_mark_is_taken_back_first(desk: LikelyDesk) -> None:
    for who, has in (("R01", True), ("R07", False), ("R01", False)):
        desk.mark(_at(desk, who), has)
    assert desk.unmark() == _at(desk, "R01")
    assert desk.marks == {_at(desk, "R07"): False}
    assert [desk.unmark(), desk.unmark()] == [_at(desk, "R07"), None]


def test_all_marks_are_taken_as_one_step_with_one_undo(desk: LikelyDesk, study: Study) -> None:
    before = content(study)
    desk.mark(_at(desk, "R01"), True)
    desk.mark(_at(desk, "R07"), False)
    assert desk.take() == (3, 1)
    assert _who(desk) == ["R08"]
    assert desk.marks == {}
    assert desk.bench.tally.own[desk.code_id] == 5
    desk.undo()
    assert content(study) == before
    assert _who(desk) == ["R01", "R07", "R08"]
    desk.redo()
    assert _who(desk) == ["R08"]


def test_where_a_coding_came_from_is_kept_with_how_likely_it_was(
    desk: LikelyDesk, study: Study
) -> None:
    answer, other = _at(desk, "R08"), _at(desk, "R07")
    desk.mark(answer, True)
    desk.mark(other, False)
    desk.take()
    with study.read() as session:
        coding = session.query(CodingRow).filter_by(answer_id=answer).one()
        declined = session.query(DeclinedRow).one()
    assert (coding.origin, coding.score) == ("suggestion", 910)
    assert (declined.answer_id, declined.code_id, declined.score) == (other, desk.code_id, 930)


def test_what_was_declined_is_not_listed_again(desk: LikelyDesk) -> None:
    desk.mark(_at(desk, "R07"), False)
    desk.take()
    desk.find(_untold, _never)
    assert _who(desk) == ["R01", "R08"]


def test_answers_that_another_program_coded_leave_with_their_marks(
    desk: LikelyDesk, study: Study
) -> None:
    desk.mark(_at(desk, "R07"), True)
    desk.mark(_at(desk, "R08"), True)
    code_all(study, [("R07", "k1", "Bolig")], CODER_2)
    desk.refresh()
    assert _who(desk) == ["R01", "R08"]
    assert desk.marks == {_at(desk, "R08"): True}


def test_answers_that_changed_are_looked_for_again_and_marks_go(
    desk: LikelyDesk, study: Study
) -> None:
    desk.mark(_at(desk, "R07"), True)
    answer_again(study, "R07", "Noe helt annet")
    desk.refresh()
    assert desk.is_outdated()
    assert desk.marks == {}


def test_a_code_that_was_renamed_is_called_so(desk: LikelyDesk, study: Study) -> None:
    with study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        rename(session, tree, tree.by_id[desk.code_id], "Boliger")
    desk.refresh()
    assert desk.name == "Boliger"
    assert _who(desk) == ["R01", "R07", "R08"]


def test_a_code_that_was_merged_or_retired_is_listed_no_more(
    desk: LikelyDesk, study: Study
) -> None:
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        by_name = {code.name: code for code in tree.walk()}
        merge_all(session, tree, [by_name["Bolig"]], by_name["Penger"])
    with pytest.raises(Problem, match="Bolig was merged into Penger meanwhile"):
        desk.refresh()
    with pytest.raises(Problem):
        desk.find(_untold, _never)


def test_nothing_is_taken_for_a_code_that_is_gone_meanwhile(desk: LikelyDesk, study: Study) -> None:
    desk.mark(_at(desk, "R07"), True)
    study.undo(CODER)
    before = content(study)
    with pytest.raises(Problem):
        desk.take()
    assert content(study) == before


def test_a_theme_that_no_answer_has_is_not_likely_by_itself(study: Study) -> None:
    bench = Workbench(study, "k1", CODER)
    with pytest.raises(Problem, match="Annet is a theme"):
        LikelyDesk(bench, Known(bench), bench.code("Annet").id)


def test_why_an_answer_is_likely_quotes_the_nearest(desk: LikelyDesk) -> None:
    why = desk.why(_at(desk, "R07"), _never)
    assert why is not None
    assert why.like == "For få boliger"
    assert why.reason.words == ("boliger",)
