"""Pseudonyms tell cases apart, are kept, and say nothing about who is which."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.cases.pseudonyms import Case, cases, find_case, number_cases, renumber
from coder.study import Study
from corpus.problems import Problem
from corpus.reading.records import RespondentRecord
from tests.builders import CODER, import_records, new_study, records
from tests.trials import trials

KEYS = st.lists(st.sampled_from("abcdefghij"), min_size=1, unique=True)


def _person(key: str, name: str = "", kind: str = "kommune") -> RespondentRecord:
    return RespondentRecord(2, key, name or f"{key}vik", kind, None, "2000-5000", {})


def _add(study: Study, people: list[RespondentRecord]) -> None:
    import_records(study, records([(each.key, "k1", "Svar") for each in people], people))


def _number(study: Study) -> dict[str, str]:
    with study.act("number_cases", CODER, answers=1) as session:
        number_cases(session)
    return _known(study)


def _known(study: Study) -> dict[str, str]:
    with study.read() as session:
        return {each.key: each.called("nb") for each in cases(session)}


@given(first=KEYS, later=KEYS)
@settings(max_examples=trials(15), deadline=None)
def test_everybody_has_one_of_their_own_and_keeps_it_when_others_come(
    first: list[str], later: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        _add(study, [_person(key) for key in first])
        before = _number(study)
        assert sorted(before) == sorted(first)
        assert set(before.values()) == {f"Kommune {n}" for n in range(1, len(first) + 1)}
        new = [key for key in later if key not in first]
        _add(study, [_person(key) for key in new])
        after = _number(study)
        assert before.items() <= after.items()
        assert len(set(after.values())) == len(after) == len(first) + len(new)
        assert {after[key] for key in new} == {
            f"Kommune {n}" for n in range(len(first) + 1, len(after) + 1)
        }


@given(names=st.permutations([f"{letter}vik" for letter in "abcdefgh"]))
@settings(max_examples=trials(10), deadline=None)
def test_names_have_no_part_in_the_order(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        people = [_person(f"r{at}", name) for at, name in enumerate(names)]
        _add(study, people)
        numbered = _number(study)
    with tempfile.TemporaryDirectory() as folder, new_study(Path(folder)) as study:
        _add(study, [_person(f"r{at}") for at in range(8)])
        assert numbered == _number(study)


def test_the_order_is_not_that_of_the_file_nor_of_the_alphabet(tmp_path: Path) -> None:
    keys = [f"r{at:02}" for at in range(30)]
    with new_study(tmp_path) as study:
        _add(study, [_person(key) for key in keys])
        numbered = _number(study)
    assert list(numbered) != keys


def test_what_is_undone_and_asked_for_again_is_the_same(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, [_person(key) for key in "abcde"])
        before = _number(study)
        study.undo(CODER)
        assert _known(study) == {}
        assert _number(study) == before
        study.undo(CODER)
        study.redo(CODER)


def test_districts_are_counted_by_themselves(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, [_person("a"), _person("b", kind="bydel"), _person("c")])
        numbered = _number(study)
        with study.read() as session:
            english = [each.called("en") for each in cases(session)]
    assert numbered["b"] == "Bydel 1"
    assert sorted(numbered.values()) == ["Bydel 1", "Kommune 1", "Kommune 2"]
    assert english == ["Municipality 1", "Municipality 2", "District 1"]


def test_they_can_be_drawn_anew_and_that_can_be_undone(tmp_path: Path) -> None:
    with new_study(tmp_path) as study:
        _add(study, [_person(f"r{at}") for at in range(20)])
        before = _number(study)
        with study.act("renumber_cases", CODER, answers=20) as session:
            assert renumber(session) == 20
        after = _known(study)
        assert after != before
        assert set(after.values()) == set(before.values())
        study.undo(CODER)
        assert _known(study) == before


def test_a_case_is_found_by_key_and_by_pseudonym_in_any_language() -> None:
    known = [Case(False, 1, 7, "R1", ""), Case(True, 1, 8, "Kommune 1", "")]
    assert find_case(known, "municipality 1").respondent == 7
    assert find_case(known, "Bydel 1").respondent == 8
    assert find_case(known, "Kommune 1").respondent == 8
    with pytest.raises(Problem, match="no case Kommune 2"):
        find_case(known, "Kommune 2")
