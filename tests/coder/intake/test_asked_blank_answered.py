"""Not asked, blank and answered are three things, at the import and afterwards."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coder.intake.report import Wishes
from coder.modes import change_question
from coder.queries import progress
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import Reach, Routing, find_answer, find_question, reach
from corpus.reading.records import Records
from corpus.tables import AnswerRow, PresenceRow, RespondentRow
from tests.builders import CODER, import_records, new_study, records, respondent
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

ROUTING = Routing("team", "Nei")
ROUTED = Wishes(routings={"k1": ROUTING}, coder=CODER)
WHO = ["a", "b", "c", "d"]
TEAMS = st.lists(st.sampled_from(["", "Ja", "Nei", "nei"]), min_size=4, max_size=4)
TEXTS = st.lists(st.sampled_from(["", " \n", "Svar"]), min_size=4, max_size=4)


def _records(teams: list[str], texts: list[str]) -> Records:
    people = [respondent(who, team=team) for who, team in zip(WHO, teams, strict=True)]
    return records([(who, "k1", text) for who, text in zip(WHO, texts, strict=True)], people)


def _states(study: Study) -> dict[str, str]:
    """Of everyone in the study: not asked, blank or text."""
    with study.read() as session:
        question = find_question(session, "k1")
        rows = session.execute(
            select(RespondentRow.key, AnswerRow.version)
            .join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
            .outerjoin(
                AnswerRow,
                (AnswerRow.presence_id == PresenceRow.id) & (AnswerRow.question_id == question.id),
            )
        )
        return {
            who: "not asked" if version is None else "text" if version else "blank"
            for who, version in rows
        }


def _reach(study: Study) -> Reach:
    with study.read() as session:
        return reach(session, find_question(session, "k1"))


@settings(max_examples=trials(5), deadline=None)
@given(teams=TEAMS, texts=TEXTS)
def test_an_answer_is_what_routing_and_text_say(teams: list[str], texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        import_records(study, _records(teams, texts), ROUTED)
        for who, team, text in zip(WHO, teams, texts, strict=True):
            asked = "blank" if team.casefold() == "nei" else "not asked"
            assert _states(study)[who] == ("text" if text.strip() else asked)


@settings(max_examples=trials(5), deadline=None)
@given(teams=TEAMS, texts=TEXTS)
def test_a_condition_gives_the_same_at_the_import_and_afterwards(
    teams: list[str], texts: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        import_records(study, _records(teams, texts), ROUTED)
        at_once = _states(study)
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        import_records(study, _records(teams, texts))
        with study.act("question", CODER) as session:
            change_question(session, "k1", routing=ROUTING)
        assert _states(study) == at_once
        assert broken(study) == []


def test_the_report_counts_blank_and_not_asked_apart(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        found = _records(["Nei", "Nei", "Ja", "Ja"], ["Svar", "", "", "Likevel"])
        report = import_records(study, found, ROUTED)
        assert (report.answers, report.blanks, report.not_asked) == (2, 1, 1)
        assert _reach(study) == Reach(units=4, asked=3, answered=2)


def test_an_answer_without_being_asked_counts_and_is_reported(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        report = import_records(study, _records(["Ja", "", "Nei", "Nei"], ["Svar"] * 4), ROUTED)
        odd = [(each.row, each.kind) for each in report.oddities]
        assert odd == [(2, "not asked"), (3, "not asked")]
        assert _reach(study).answered == 4


def test_only_a_text_can_be_found_to_code(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, _records(["Nei", "Nei", "Ja", "Ja"], ["Svar", "", "", ""]), ROUTED)
        with study.read() as session:
            question = find_question(session, "k1")
            assert find_answer(session, question, "a") == (1, 1)
            with pytest.raises(Problem, match="left k1 blank"):
                find_answer(session, question, "b")
            with pytest.raises(Problem, match="was not asked"):
                find_answer(session, question, "c")
            assert progress(session, question).uncoded == 1


def test_a_later_file_without_the_variable_goes_by_what_is_known(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, _records(["Nei", "Nei", "Ja", "Ja"], ["Svar", "", "", ""]), ROUTED)
        before = content(study)
        later = records([("a", "k1", "Svar"), ("b", "k1", ""), ("c", "k1", "")])
        report = import_records(study, later)
        assert report.oddities == ()
        assert (report.blanks, report.not_asked) == (1, 1)
        assert content(study) == before


def test_a_corrected_closed_answer_changes_who_was_asked(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        import_records(study, _records(["Nei", "Nei", "Ja", "Ja"], ["Svar", "", "", ""]), ROUTED)
        import_records(study, _records(["Nei", "Ja", "Nei", "Ja"], ["Svar", "", "", ""]))
        assert _states(study) == {"a": "text", "b": "not asked", "c": "blank", "d": "not asked"}


def test_a_corrected_closed_answer_counts_for_questions_that_are_not_in_the_file(
    tmp_path: Path,
) -> None:
    with new_study(tmp_path) as study:
        import_records(study, _records(["Nei", "Nei", "Ja", "Ja"], ["Svar", "", "", ""]), ROUTED)
        import_records(study, records([("b", "k2", "Svar")], [respondent("b", team="Ja")]))
        assert _states(study)["b"] == "not asked"


def test_a_condition_for_a_question_that_is_not_in_the_file_is_refused(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)
        wishes = Wishes(routings={"k2": ROUTING}, coder=CODER)
        with pytest.raises(Problem, match="k2, which is not in the file"):
            import_records(study, _records(["Nei"] * 4, ["Svar"] * 4), wishes)
        assert content(study) == before


def test_a_condition_on_an_unknown_variable_refuses_the_import(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match="no variable team"):
            import_records(study, records([("a", "k1", "Svar")]), ROUTED)
        assert content(study) == before
