"""Several codes become one in one step, with their memos, rules and judgements."""

from pathlib import Path

import pytest
from sqlalchemy import select

from codebooks.describing import Description, describe
from codebooks.locks import set_code_lock
from coder.merge_preview import MergePreview, preview_merge
from coder.merging import Merged
from coder.people import coder_id
from coder.similar.apart import keep_apart, kept_pairs
from coder.study import Study
from coder.tables import CodingRow
from coder.workbench.memos import MemoPlace, memos_on, write_memo
from corpus.problems import Problem
from tests.builders import CODER, CODER_2, code_all
from tests.coder.reorganising import (
    answers_of,
    code_at,
    merge_paths,
    paths_of,
    study_with,
    tree_in,
    tree_of,
)
from tests.snapshots import content

TEXTS = ["en", "to", "tre", "fire"]


def _describe(study: Study, path: str, wanted: Description) -> None:
    with study.act("define_code", CODER) as session:
        describe(session, code_at(tree_in(session), path), wanted)


def _keep_apart(study: Study, one: str, other: str) -> None:
    with study.act("keep_apart", CODER) as session:
        tree = tree_in(session)
        keep_apart(session, code_at(tree, one).id, code_at(tree, other).id)


def _kept(study: Study) -> list[set[str]]:
    tree = tree_of(study)
    with study.read() as session:
        return [{tree.by_id[id_].name for id_ in pair} for pair in kept_pairs(session, tree.id)]


def _memos(study: Study, path: str) -> list[str]:
    with study.read() as session:
        code = code_at(tree_in(session), path)
        return [memo.text for memo in memos_on(session, MemoPlace("code", code.id))]


def _preview(study: Study, sources: list[str], target: str) -> MergePreview:
    with study.read() as session:
        tree = tree_in(session)
        codes = [code_at(tree, path) for path in sources]
        return preview_merge(session, tree, codes, code_at(tree, target))


def test_several_codes_become_one_and_one_undo_brings_them_back(tmp_path: Path) -> None:
    codings = [("a", "Hus;Hjem"), ("b", "Hjem"), ("c", "Bolig"), ("d", "Hus;Bolig")]
    with study_with(tmp_path, TEXTS, codings) as study:
        before = content(study)
        assert merge_paths(study, ["Hus", "Hjem"], "Bolig") == Merged(4, 2, 0, 0, 2)
        assert len(answers_of(study, "Bolig")) == 4
        assert paths_of(study) == ["Bolig"]
        study.undo(CODER)
        assert content(study) == before


def test_each_coders_coding_stays_its_own(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [("a", "Hus")]) as study:
        code_all(study, [("a", "k1", "Bolig")], CODER_2)
        merge_paths(study, ["Hus"], "Bolig")
        with study.read() as session:
            assert len(set(session.scalars(select(CodingRow.coder_id)))) == 2


def test_a_code_and_its_own_child_both_named_go_into_the_target_itself(tmp_path: Path) -> None:
    codings = [("a", "Hus>>Leie"), ("b", "Hus"), ("c", "Bolig>>Leie")]
    with study_with(tmp_path, TEXTS, codings) as study:
        merge_paths(study, ["Hus", "Hus / Leie"], "Bolig")
        assert len(answers_of(study, "Bolig")) == 2
        assert len(answers_of(study, "Bolig / Leie")) == 1


def test_children_of_two_sources_that_have_one_name_become_one(tmp_path: Path) -> None:
    codings = [("a", "Hus>>Leie"), ("b", "Hjem>>Leie"), ("c", "Bolig")]
    with study_with(tmp_path, TEXTS, codings) as study:
        merge_paths(study, ["Hus", "Hjem"], "Bolig")
        assert paths_of(study) == ["Bolig", "Bolig / Leie"]
        assert len(answers_of(study, "Bolig / Leie")) == 2


def test_a_memo_on_a_coding_that_was_there_twice_goes_to_the_one_that_stays(
    tmp_path: Path,
) -> None:
    with study_with(tmp_path, TEXTS, [("a", "Hus"), ("a", "Bolig")]) as study:
        with study.act("write_memo", CODER) as session:
            write_memo(session, MemoPlace("coding", 1), "tvil", coder_id(session, CODER))
        merge_paths(study, ["Hus"], "Bolig")
        with study.read() as session:
            assert [memo.text for memo in memos_on(session, MemoPlace("coding", 2))] == ["tvil"]


def test_a_target_without_a_definition_takes_over_those_of_its_sources(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], "Hus", "Hjem", "Bolig") as study:
        _describe(study, "Hus", Description(definition="Der en bor", include="leie"))
        _describe(study, "Hjem", Description(definition="Der en hører til"))
        merge_paths(study, ["Hus", "Hjem"], "Bolig")
        merged = code_at(tree_of(study), "Bolig")
        assert merged.definition == "Der en bor\nDer en hører til"
        assert merged.include == "leie"
        assert _memos(study, "Bolig") == []


def test_a_target_with_a_definition_keeps_it_and_gets_the_others_as_memos(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], "Hus", "Bolig") as study:
        _describe(study, "Hus", Description("Der en bor", "leie", "hytte"))
        _describe(study, "Bolig", Description("Bosted", exclude="campingvogn"))
        merge_paths(study, ["Hus"], "Bolig")
        merged = code_at(tree_of(study), "Bolig")
        assert (merged.definition, merged.include, merged.exclude) == (
            "Bosted",
            "leie",
            "campingvogn",
        )
        assert _memos(study, "Bolig") == ["Fra Hus\nDefinisjon: Der en bor\nTas ikke med: hytte"]


def test_the_same_definition_is_not_written_twice(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], "Hus", "Bolig") as study:
        for path in ("Hus", "Bolig"):
            _describe(study, path, Description(definition="Der en bor"))
        merge_paths(study, ["Hus"], "Bolig")
        assert code_at(tree_of(study), "Bolig").definition == "Der en bor"
        assert _memos(study, "Bolig") == []


def test_codes_kept_apart_from_a_source_are_kept_apart_from_what_it_became(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [], "Hus", "Bolig", "Hytte") as study:
        for one, other in (("Hus", "Hytte"), ("Bolig", "Hytte"), ("Hus", "Bolig")):
            _keep_apart(study, one, other)
        merge_paths(study, ["Hus"], "Bolig")
        assert _kept(study) == [{"Bolig", "Hytte"}]


@pytest.mark.parametrize("locked", ["Hus", "Bolig", "Hus / Leie"])
def test_what_is_locked_is_not_merged(tmp_path: Path, locked: str) -> None:
    with study_with(tmp_path, TEXTS, [("a", "Hus>>Leie")], "Bolig") as study:
        with study.act("lock_code", CODER) as session:
            set_code_lock(session, code_at(tree_in(session), locked).id, True)
        before = content(study)
        with pytest.raises(Problem, match="is locked"):
            merge_paths(study, ["Hus"], "Bolig")
        assert content(study) == before


def test_one_wrong_source_refuses_the_whole_merge(tmp_path: Path) -> None:
    with study_with(tmp_path, TEXTS, [("a", "Hus"), ("b", "Bolig>>Leie")]) as study:
        before = content(study)
        with pytest.raises(Problem, match="stands under"):
            merge_paths(study, ["Hus", "Bolig"], "Bolig / Leie")
        assert content(study) == before


def test_a_preview_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    codings = [("a", "Hus;Bolig"), ("b", "Hus"), ("c", "Hus>>Leie"), ("d", "Bolig>>Leie")]
    with study_with(tmp_path, TEXTS, codings, "Hus / Eie") as study:
        before = content(study)
        found = _preview(study, ["Hus"], "Bolig")
        assert (found.before, found.after, found.doubled) == (1, 2, 1)
        assert (found.total_before, found.total_after) == (2, 4)
        assert [(s.answers, s.shared, s.codings, s.memos) for s in found.sources] == [(2, 1, 2, 0)]
        assert [(" / ".join(c.becomes), c.merged) for c in found.children] == [
            ("Bolig / Eie", False),
            ("Bolig / Leie", True),
        ]
        assert content(study) == before


def test_a_preview_refuses_what_the_merge_would_refuse(tmp_path: Path) -> None:
    codings = [("a", "Hus>>Leie>>Dyr"), ("b", "Bolig>>By")]
    with (
        study_with(tmp_path, TEXTS, codings) as study,
        pytest.raises(Problem, match="more than 3 levels"),
    ):
        _preview(study, ["Hus"], "Bolig / By")


def test_many_codings_come_back_to_their_own_codes_and_go_again(tmp_path: Path) -> None:
    names = ["Hus", "Hjem", "Hytte"]
    codings = [(chr(97 + at), names[at % 3]) for at in range(24)]
    with study_with(tmp_path, TEXTS * 6, codings, "Bolig") as study:
        before = content(study)
        merge_paths(study, names, "Bolig")
        after = content(study)
        study.undo(CODER)
        assert content(study) == before
        study.redo(CODER)
        assert content(study) == after
