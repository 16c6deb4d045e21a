"""Codings stay with the text they were made on until a person accepts or rejects the new one."""

from pathlib import Path

import pytest
from sqlalchemy import select

from codebooks.tables import CodeRow
from coder.checking import check_study
from coder.intake.report import Wishes
from coder.study import Study
from coder.tables import CoderRow, CodingRow
from coder.versions import list_changed, settle
from coder.workbench.texts import texts_of_question
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    code_segment,
    import_records,
    new_study,
    records,
)
from tests.invariants import broken
from tests.snapshots import content

BEFORE = "NAV og bolig, særlig NAV"
NOW = "Alt: NAV og boliger, særlig NAV"
Places = set[tuple[str, int | None, int | None, int, str]]


def _study(folder: Path, text: str = BEFORE) -> Study:
    study = new_study(folder)
    import_records(study, records([("a", "k1", text), ("b", "k1", "Bolig")]))
    return study


def _replace(study: Study, text: str, who: str = "a") -> None:
    import_records(study, records([(who, "k1", text)]), Wishes(changed="replace", coder=CODER))


def _settle(study: Study, accept: str = "", reject: str = "", every: bool = False) -> int:
    with study.act("changed", CODER) as session:
        return settle(session, accept.split(), reject.split(), every)


def _places(study: Study) -> Places:
    with study.read() as session:
        rows = session.execute(
            select(
                CodeRow.name,
                CodingRow.start_at,
                CodingRow.end_at,
                CodingRow.version,
                CoderRow.name,
            )
            .join(CodeRow, CodeRow.id == CodingRow.code_id)
            .join(CoderRow, CoderRow.id == CodingRow.coder_id)
        )
        return {(*row,) for row in rows}


def _text(study: Study) -> str:
    with study.read() as session:
        return min(texts_of_question(session, find_question(session, "k1")))[1]


def test_codings_stay_on_the_text_they_were_made_on(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 0, 3)
        _replace(study, NOW)
        assert _text(study) == NOW
        assert _places(study) == {("NAV", 0, 3, 1, CODER)}


def test_a_changed_answer_is_listed_with_both_texts(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV"), ("b", "k1", "Bolig")])
        _replace(study, NOW)
        with study.read() as session:
            (found,) = list_changed(session)
        assert (found.question, found.respondent) == ("k1", "a")
        assert (found.coded, found.now) == (BEFORE, NOW)
        assert [each.respondents for each in check_study(study).changed] == [("a",)]


def test_a_changed_answer_without_codes_is_nothing_to_settle(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _replace(study, NOW)
        with study.read() as session:
            assert list_changed(session) == []


def test_accepting_moves_segments_to_the_same_words(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 0, 3)
        code_segment(study, "a", "k1", "NAV", 21, 24)
        code_all(study, [("a", "k1", "Bolig")])
        _replace(study, NOW)
        assert _settle(study, accept="k1:a") == 1
        assert _places(study) == {
            ("NAV", 5, 8, 2, CODER),
            ("NAV", 28, 31, 2, CODER),
            ("Bolig", None, None, 2, CODER),
        }
        assert {NOW[5:8], NOW[28:31]} == {"NAV"}


def test_a_segment_whose_words_are_gone_becomes_the_whole_answer(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "Bolig", 7, 12)
        _replace(study, "Bare NAV")
        _settle(study, accept="k1:a")
        assert _places(study) == {("Bolig", None, None, 2, CODER)}


def test_of_two_codings_that_become_the_same_one_stays(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "Bolig", 7, 12)
        code_segment(study, "a", "k1", "Bolig", 4, 6)
        code_all(study, [("a", "k1", "Bolig")], coder=CODER_2)
        _replace(study, "Bare NAV")
        _settle(study, accept="k1:a")
        assert _places(study) == {
            ("Bolig", None, None, 2, CODER),
            ("Bolig", None, None, 2, CODER_2),
        }


def test_segments_that_begin_together_are_kept_apart(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 0, 3)
        code_segment(study, "a", "k1", "NAV", 0, 12)
        _replace(study, f"{BEFORE}.")
        _settle(study, accept="k1:a")
        assert _places(study) == {("NAV", 0, 3, 2, CODER), ("NAV", 0, 12, 2, CODER)}


def test_segments_may_change_places(tmp_path: Path) -> None:
    with _study(tmp_path, "ab, cd") as study:
        code_segment(study, "a", "k1", "X", 0, 2)
        code_segment(study, "a", "k1", "X", 4, 6)
        _replace(study, "cd, ab")
        _settle(study, every=True)
        assert _places(study) == {("X", 0, 2, 2, CODER), ("X", 4, 6, 2, CODER)}
        assert broken(study) == []


def test_codings_made_on_the_new_text_stay_where_they_are(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 0, 3)
        _replace(study, NOW)
        code_segment(study, "a", "k1", "NAV", 5, 8)
        _settle(study, every=True)
        assert _places(study) == {("NAV", 5, 8, 2, CODER)}


def test_coding_the_same_again_takes_a_coding_to_the_new_text(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV")])
        _replace(study, NOW)
        code_all(study, [("a", "k1", "NAV")])
        assert _places(study) == {("NAV", None, None, 2, CODER)}


def test_rejecting_goes_back_to_the_coded_text(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 0, 3)
        _replace(study, NOW)
        assert _settle(study, reject="k1:a") == 1
        assert _text(study) == BEFORE
        with study.read() as session:
            assert list_changed(session) == []


def test_a_rejected_text_can_come_again(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV")])
        _replace(study, NOW)
        _settle(study, reject="k1:a")
        _replace(study, NOW)
        _settle(study, accept="k1:a")
        assert _text(study) == NOW
        assert broken(study) == []


def test_accepting_all_leaves_out_those_that_are_rejected(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV"), ("b", "k1", "Bolig")])
        _replace(study, NOW)
        _replace(study, "Boliger", "b")
        assert _settle(study, reject="k1:a", every=True) == 2
        assert _text(study) == BEFORE
        with study.read() as session:
            assert list_changed(session) == []


def test_undo_gives_everything_back_as_it_was(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_segment(study, "a", "k1", "NAV", 21, 24)
        code_segment(study, "a", "k1", "Bolig", 7, 12)
        _replace(study, "NAV, særlig NAV")
        before = content(study)
        _settle(study, every=True)
        study.undo(CODER)
        assert content(study) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("k1", "names no answer"),
        ("k1:b", "has not changed"),
        ("k1:x", "no respondent x"),
        ("k9:a", "no question k9"),
    ],
)
def test_what_has_not_changed_is_not_settled(tmp_path: Path, name: str, sentence: str) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV"), ("b", "k1", "Bolig")])
        _replace(study, NOW)
        with pytest.raises(Problem, match=sentence):
            _settle(study, accept=name)


def test_a_changed_answer_of_an_earlier_wave_is_settled_by_the_name_it_is_listed_under(
    tmp_path: Path,
) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("a", "k1", "NAV")])
        _replace(study, NOW)
        import_records(study, records([("a", "k1", "NAV")]), Wishes(wave="2021", coder=CODER))
        with study.read() as session:
            (found,) = list_changed(session)
        _settle(study, accept=f"{found.question}:{found.respondent}")
        with study.read() as session:
            assert list_changed(session) == []
