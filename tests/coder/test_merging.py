"""Merging codes loses no coding and no answer's place in a count."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.edits import add_path
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.intake.report import Wishes
from coder.merging import merge
from coder.study import Study
from coder.tables import CodingRow
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
from tests.trials import trials

ANSWERS = ["a", "b", "c", "d"]
PATHS = ["Bolig", "Bolig / Privat", "Bolig / NAV", "Arbeid", "Arbeid / NAV", "Arbeid / NAV / NAV"]
CODINGS = st.lists(
    st.tuples(
        st.sampled_from(ANSWERS),
        st.sampled_from(PATHS),
        st.sampled_from([None, (0, 3), (2, 6)]),
        st.sampled_from([CODER, CODER_2]),
    ),
    max_size=14,
)
Coded = list[tuple[str, str, tuple[int, int] | None, str]]


def _study(folder: Path, *codings: tuple[str, str]) -> Study:
    study = new_study(folder)
    import_records(study, records([(who, "k1", "Bolig og NAV") for who in ANSWERS]))
    code_all(study, [(who, "k1", path) for who, path in codings])
    return study


def _tree(session: Session) -> CodeTree:
    return codebook_of(session, find_question(session, "k1").id)


def _merge(study: Study, source: str, target: str) -> int:
    with study.act("merge_codes", CODER) as session:
        tree = _tree(session)
        codes = [find_names(tree, path.split(" / ")) for path in (source, target)]
        assert codes[0]
        assert codes[1]
        return merge(session, tree, codes[0], codes[1])


def _answers_under(study: Study, path: str) -> set[int]:
    with study.read() as session:
        tree = _tree(session)
        code = find_names(tree, path.split(" / "))
        if code is None:
            return set()
        under = CodingRow.code_id.in_(tree.subtree(code.id))
        return set(session.scalars(select(CodingRow.answer_id).where(under)))


def _who_coded_what(study: Study) -> set[tuple[int, int, int | None]]:
    with study.read() as session:
        rows = session.execute(select(CodingRow.answer_id, CodingRow.coder_id, CodingRow.start_at))
        return {(*row,) for row in rows}


def _paths(study: Study) -> list[str]:
    with study.read() as session:
        tree = _tree(session)
        return [" / ".join(tree.path(code.id)) for code in tree.walk() if not code.outcome]


@settings(max_examples=trials(8), deadline=None)
@given(codings=CODINGS, source=st.sampled_from(PATHS), target=st.sampled_from(PATHS))
def test_a_merge_counts_the_union_and_undo_restores_it(
    codings: Coded, source: str, target: str
) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder)) as study:
        with study.act("add_code", CODER) as session:
            for path in PATHS:
                add_path(session, _tree(session), path.split(" / "))
        for who, path, bounds, coder in codings:
            if bounds:
                code_segment(study, who, "k1", path.replace(" / ", ">>"), *bounds, coder)
            else:
                code_all(study, [(who, "k1", path.replace(" / ", ">>"))], coder)
        before, whose = content(study), _who_coded_what(study)
        union = _answers_under(study, source) | _answers_under(study, target)
        try:
            _merge(study, source, target)
        except Problem:
            assert content(study) == before
            return
        assert broken(study) == []
        assert _answers_under(study, target) == union
        assert _who_coded_what(study) == whose
        study.undo(CODER)
        assert content(study) == before


def test_codings_follow_and_the_code_is_out_of_the_tree(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Hus"), ("b", "Bolig"), ("c", "Hus")) as study:
        assert _merge(study, "Hus", "Bolig") == 2
        assert len(_answers_under(study, "Bolig")) == 3
        assert _paths(study) == ["Bolig"]


def test_a_coding_that_both_had_is_there_once(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Hus"), ("a", "Bolig")) as study:
        assert _merge(study, "Hus", "Bolig") == 1
        assert len(_who_coded_what(study)) == 1
        assert broken(study) == []


def test_children_of_the_same_name_are_merged_and_others_move(tmp_path: Path) -> None:
    codings = [("a", "Hus>>Leie"), ("b", "Bolig>>Leie"), ("c", "Hus>>Eie"), ("d", "Bolig>>Kø")]
    with _study(tmp_path, *codings) as study:
        _merge(study, "Hus", "Bolig")
        assert _paths(study) == ["Bolig", "Bolig / Leie", "Bolig / Kø", "Bolig / Eie"]
        assert len(_answers_under(study, "Bolig / Leie")) == 2
        assert len(_answers_under(study, "Bolig")) == 4


def test_a_theme_is_merged_into_another_with_three_levels(tmp_path: Path) -> None:
    codings = [("a", "Hus>>Leie>>Dyr"), ("b", "Bolig>>Leie>>Dyr"), ("c", "Hus>>Leie>>Ledig")]
    with _study(tmp_path, *codings) as study:
        _merge(study, "Hus", "Bolig")
        assert len(_answers_under(study, "Bolig / Leie / Dyr")) == 2
        assert len(_answers_under(study, "Bolig / Leie / Ledig")) == 1


def test_a_code_is_merged_into_its_own_theme(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Bolig>>Hus"), ("b", "Bolig")) as study:
        _merge(study, "Bolig / Hus", "Bolig")
        assert _paths(study) == ["Bolig"]
        assert len(_answers_under(study, "Bolig")) == 2


def test_a_child_may_be_called_like_the_code_that_goes(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Bolig>>Hus>>Hus"), ("b", "Bolig>>Hus")) as study:
        _merge(study, "Bolig / Hus", "Bolig")
        assert _paths(study) == ["Bolig", "Bolig / Hus"]
        assert len(_answers_under(study, "Bolig / Hus")) == 1
        assert len(_answers_under(study, "Bolig")) == 2


def test_the_name_of_a_merged_code_goes_on_coding_what_it_became(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Hus"), ("b", "Bolig")) as study:
        _merge(study, "Hus", "Bolig")
        code_all(study, [("c", "k1", "Hus")])
        assert _paths(study) == ["Bolig"]
        assert len(_answers_under(study, "Bolig")) == 3


def test_the_name_of_a_merged_code_is_free_again(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Hus"), ("b", "Bolig")) as study:
        _merge(study, "Hus", "Bolig")
        with study.act("add_code", CODER) as session:
            add_path(session, _tree(session), ["Hus"])
        _merge(study, "Hus", "Bolig")
        assert _paths(study) == ["Bolig"]
        assert broken(study) == []


def test_the_coding_made_on_the_newer_text_stays(tmp_path: Path) -> None:
    with _study(tmp_path, ("a", "Bolig")) as study:
        import_records(study, records([("a", "k1", "Boliger")]), Wishes(changed="replace"))
        code_all(study, [("a", "k1", "Hus")])
        _merge(study, "Hus", "Bolig")
        with study.read() as session:
            assert list(session.scalars(select(CodingRow.version))) == [2]


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("Bolig", "Bolig", "with itself"),
        ("Bolig", "Bolig / Hus", "stands under"),
        ("Arbeid", "Bolig / Hus", "more than 3 levels"),
    ],
)
def test_a_merge_that_makes_no_tree_is_refused(
    tmp_path: Path, source: str, target: str, sentence: str
) -> None:
    with _study(tmp_path, ("a", "Bolig>>Hus"), ("b", "Arbeid>>Lønn>>Lav")) as study:
        before = content(study)
        with pytest.raises(Problem, match=sentence):
            _merge(study, source, target)
        assert content(study) == before
