"""Routed questions are asked of those who meet the condition, and of nobody else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from coder.modes import change_question
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import Reach, Routing, find_question, reach
from corpus.routing import is_asked, parse_routing
from corpus.tables import AnswerRow
from tests.builders import CODER, import_records, new_study, records, respondent
from tests.snapshots import content

VALUES = st.text(st.characters(codec="utf-8", exclude_characters="|"), max_size=6)


@pytest.mark.parametrize(
    ("written", "variable", "value"),
    [
        ("team=Nei", "team", "Nei"),
        (" Har team? = Nei ", "Har team?", "Nei"),
        ("andel=a=b", "andel", "a=b"),
        ("svar=Nei|Vet ikke", "svar", "Nei|Vet ikke"),
        ("Gja\u030ar=Ja", "Gjår", "Ja"),
    ],
)
def test_a_condition_is_a_variable_and_a_value(written: str, variable: str, value: str) -> None:
    assert parse_routing(written) == Routing(variable, value)


@pytest.mark.parametrize("written", ["", "team", "team=", "=Nei", "team=|", " = "])
def test_half_a_condition_is_refused(written: str) -> None:
    with pytest.raises(Problem, match="no condition"):
        parse_routing(written)


@pytest.mark.parametrize("value", ["Nei", "nei", " NEI ", "Vet ikke"])
def test_any_of_the_values_meets_the_condition(value: str) -> None:
    assert is_asked(Routing("team", "Nei | vet ikke"), {"team": value})


@pytest.mark.parametrize("values", [{}, {"team": ""}, {"team": "  "}, {"team": "Ja"}])
@pytest.mark.parametrize("condition", ["Nei", "Nei|", "Nei||Vet ikke"])
def test_no_value_meets_no_condition(values: dict[str, str], condition: str) -> None:
    assert not is_asked(Routing("team", condition), values)


@given(VALUES)
def test_without_a_condition_everyone_is_asked(value: str) -> None:
    assert is_asked(None, {"team": value})


@given(value=VALUES, others=st.lists(VALUES, max_size=3))
def test_a_value_meets_the_condition_that_lists_it(value: str, others: list[str]) -> None:
    routing = Routing("team", "|".join([*others, value]))
    assert is_asked(routing, {"team": value}) == bool(value.strip())


def _study(folder: Path) -> Study:
    study = new_study(folder)
    people = [
        respondent("a", team="Nei"),
        respondent("b", team="Ja"),
        respondent("c", team="Nei"),
        respondent("d"),
    ]
    import_records(
        study,
        records([("a", "k1", "Fordi"), ("b", "k1", "Likevel"), ("c", "k1", "")], people),
    )
    return study


def _route(study: Study, condition: str) -> None:
    with study.act("question", CODER) as session:
        change_question(session, "k1", routing=parse_routing(condition))


def _reach(study: Study) -> Reach:
    with study.read() as session:
        return reach(session, find_question(session, "k1"))


def _blank(study: Study) -> int:
    with study.read() as session:
        rows = session.scalars(select(AnswerRow.id).where(AnswerRow.version == 0))
        return len(rows.all())


def test_a_condition_takes_the_blank_answers_of_those_not_asked(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        assert _reach(study) == Reach(units=4, asked=3, answered=2)
        _route(study, "team=Ja")
        assert _reach(study) == Reach(units=4, asked=2, answered=2)
        assert _blank(study) == 0


def test_a_condition_gives_a_blank_answer_to_those_asked(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _route(study, "team=Ja")
        _route(study, "TEAM=nei")
        assert _reach(study) == Reach(units=4, asked=3, answered=2)
        assert _blank(study) == 1


def test_an_answer_with_text_stays_whatever_the_condition_says(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _route(study, "team=Kanskje")
        assert _reach(study) == Reach(units=4, asked=2, answered=2)


def test_taking_the_condition_away_asks_everyone(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _route(study, "team=Ja")
        with study.act("question", CODER) as session:
            change_question(session, "k1", asked_of_all=True)
        assert _reach(study) == Reach(units=4, asked=4, answered=2)


def test_the_same_condition_again_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _route(study, "team=Nei")
        before = content(study)
        _route(study, "team=Nei")
        assert content(study) == before


def test_undo_gives_back_who_was_asked(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        _route(study, "team=Ja")
        study.undo(CODER)
        assert content(study) == before


def test_a_condition_on_no_variable_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        before = content(study)
        with pytest.raises(Problem, match="no variable gruppe") as problem:
            _route(study, "gruppe=Ja")
        assert "team" in problem.value.hint
        assert content(study) == before
