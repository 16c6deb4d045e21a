"""Decisions on the wording of answers are stored per version, undone and told apart."""

from pathlib import Path

import pytest

from coder.people import coder_id
from coder.quoting.decisions import (
    Decisions,
    Text,
    approve,
    decide,
    decisions_of,
    demand_approval,
    demands_approval,
    forget,
    put_paraphrase,
    withdraw,
)
from coder.quoting.wording import ChoiceKind, MaskChoice
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, import_records, new_study, records

FIRST = Text(1, 1)


def _study(folder: Path) -> Study:
    study = new_study(folder)
    import_records(study, records([("a", "k1", "Vi i Lier"), ("b", "k1", "Vi i Os")]))
    return study


def _decisions(study: Study) -> dict[Text, Decisions]:
    with study.read() as session:
        return dict(decisions_of(session, find_question(session, "k1").id))


def _decide(study: Study, *choices: MaskChoice) -> None:
    with study.act("mask_as", CODER) as session:
        for choice in choices:
            decide(session, FIRST, choice, coder_id(session, CODER))


def test_nothing_is_decided_at_first(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        assert _decisions(study) == {}


def test_a_second_choice_on_the_same_characters_takes_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    with _study(tmp_path) as study:
        _decide(study, MaskChoice(5, 9, ChoiceKind.MASK, "sted"))
        _decide(study, MaskChoice(5, 9, ChoiceKind.RELEASE))
        choices = _decisions(study)[FIRST].choices
    assert choices == (MaskChoice(5, 9, ChoiceKind.RELEASE),)


def test_an_answered_flag_stands_beside_a_choice(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _decide(study, MaskChoice(5, 9, ChoiceKind.CUT))
        _decide(study, MaskChoice(5, 9, ChoiceKind.ANSWERED, "event"))
        assert len(_decisions(study)[FIRST].choices) == 2


def test_undo_takes_a_decision_back(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _decide(study, MaskChoice(5, 9, ChoiceKind.CUT))
        study.undo(CODER)
        assert _decisions(study) == {}
        study.redo(CODER)
        assert len(_decisions(study)[FIRST].choices) == 1


def test_a_choice_is_forgotten_and_comes_back_with_undo(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _decide(study, MaskChoice(5, 9, ChoiceKind.CUT))
        with study.act("mask_forget", CODER) as session:
            forget(session, FIRST, 5, 9)
        assert _decisions(study) == {}
        study.undo(CODER)
        assert len(_decisions(study)[FIRST].choices) == 1


def test_an_approval_names_who_gave_it_until_it_is_withdrawn(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        for digest in ("ab", "cd"):
            with study.act("approve_wording", CODER) as session:
                approve(session, FIRST, digest, coder_id(session, CODER))
        found = _decisions(study)[FIRST]
        assert (found.approved, found.approved_by) == ("cd", CODER)
        with study.act("withdraw_approval", CODER) as session:
            withdraw(session, FIRST)
        assert _decisions(study) == {}


def test_a_paraphrase_is_put_and_taken_away(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        for words in ("Kort", "Kortere"):
            with study.act("paraphrase", CODER) as session:
                put_paraphrase(session, FIRST, words, coder_id(session, CODER))
        assert _decisions(study)[FIRST].paraphrase == "Kortere"
        with study.act("paraphrase", CODER) as session:
            put_paraphrase(session, FIRST, " ", coder_id(session, CODER))
        assert _decisions(study) == {}


def test_a_choice_of_no_characters_is_a_problem(tmp_path: Path) -> None:
    with _study(tmp_path) as study, pytest.raises(Problem, match="Nothing is chosen"):
        _decide(study, MaskChoice(5, 5, ChoiceKind.CUT))


def test_a_study_demands_approval_only_when_told_to(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        for demanded in (True, False):
            with study.act("quote_rule", CODER) as session:
                demand_approval(session, demanded)
            with study.read() as session:
                assert demands_approval(session) is demanded
