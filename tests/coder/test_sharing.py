"""Questions that share a codebook: codings keep their paths."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from codebooks.edits import set_status
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from coder.intake.report import Wishes
from coder.merging import share
from coder.modes import change_question
from coder.study import Study
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

WHO = ["a", "b", "c"]
PATHS = [
    "Bolig",
    "Bolig>>Leie",
    "Bolig>>NAV",
    "Bolig>>NAV>>Kø",
    "Arbeid",
    "Arbeid>>Lønn",
    "Vet ikke",
]
CODINGS = st.lists(
    st.tuples(st.sampled_from(WHO), st.sampled_from(["k1", "k2"]), st.sampled_from(PATHS))
)
Coded = list[tuple[str, str, str]]


def _study(folder: Path, codings: Coded) -> Study:
    study = new_study(folder)
    answers = [(who, key, "Svar") for who in WHO for key in ("k1", "k2")]
    import_records(study, records(answers))
    code_all(study, codings)
    return study


def _share(study: Study, one: str, other: str) -> int:
    with study.act("share_codebook", CODER) as session:
        return share(session, find_question(session, one), find_question(session, other))


def _coded(study: Study, key: str) -> set[tuple[int, tuple[str, ...]]]:
    with study.read() as session:
        question = find_question(session, key)
        tree = codebook_of(session, question.id)
        rows = session.execute(
            select(CodingRow.answer_id, CodingRow.code_id).where(
                CodingRow.question_id == question.id
            )
        )
        return {(answer, tree.path(code)) for answer, code in rows}


@settings(max_examples=trials(6), deadline=None)
@given(codings=CODINGS)
def test_codings_keep_their_paths_and_undo_restores_all(codings: Coded) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder), codings) as study:
        before = content(study)
        coded = [_coded(study, key) for key in ("k1", "k2")]
        _share(study, "k1", "k2")
        assert [_coded(study, key) for key in ("k1", "k2")] == coded
        assert broken(study) == []
        if content(study) != before:
            study.undo(CODER)
            assert content(study) == before


def test_both_questions_have_one_codebook_from_then_on(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig"), ("b", "k2", "NAV")]) as study:
        assert _share(study, "k1", "k2") == 1
        code_all(study, [("c", "k2", "Bolig;Arbeid")])
        with study.read() as session:
            trees = [codebook_of(session, find_question(session, key).id) for key in ("k1", "k2")]
        assert trees[0] == trees[1]
        assert {"Bolig", "NAV", "Arbeid"} <= {code.name for code in trees[0].walk()}


def test_sharing_again_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig")]) as study:
        _share(study, "k1", "k2")
        before = content(study)
        assert _share(study, "k1", "k2") == _share(study, "k2", "k1") == 0
        assert content(study) == before


def test_a_code_comes_over_as_it_was(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k2", "Bolig")]) as study:
        with study.act("retire_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k2").id)
            code = find_names(tree, ["Bolig"])
            assert code
            set_status(session, code, "retired")
        _share(study, "k1", "k2")
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k2").id)
            found = find_names(tree, ["Bolig"])
        assert found
        assert found.status == "retired"


def test_a_codebook_for_one_code_takes_no_question_with_several(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k2", "Bolig;NAV")]) as study:
        with study.act("question", CODER) as session:
            change_question(session, "k1", single=True)
        with pytest.raises(Problem, match="several codes"):
            _share(study, "k1", "k2")


def test_a_mode_is_refused_when_any_question_of_the_codebook_has_several_codes(
    tmp_path: Path,
) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig"), ("b", "k2", "NAV;Bolig")]) as study:
        _share(study, "k1", "k2")
        with (
            pytest.raises(Problem, match="1 answer to k2 has several"),
            study.act("question", CODER) as session,
        ):
            change_question(session, "k1", single=True)


def test_a_file_with_new_codes_for_both_questions_makes_each_code_once(tmp_path: Path) -> None:
    from dataclasses import replace

    with _study(tmp_path, []) as study:
        _share(study, "k1", "k2")
        found = records([("a", "k1", "Svar"), ("a", "k2", "Svar")])
        coded = tuple(each._replace(codes=("Arbeid",)) for each in found.answers)
        report = import_records(study, replace(found, answers=coded), Wishes(coder=CODER))
        assert (report.codes, report.codings) == (1, 2)
        assert broken(study) == []
