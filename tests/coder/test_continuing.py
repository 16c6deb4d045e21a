"""A codebook goes on from an earlier year, with its identity and without its codings."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from codebooks.comparing import compare
from codebooks.describing import Description, describe
from codebooks.edits import add_path, move, rename, set_mode, set_status
from codebooks.locks import set_codebook_lock
from codebooks.paths import find_names
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.continuing import Continued, continue_codebook, refuse_itself, tried_out
from coder.merging import merge
from coder.study import Study
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, code_all, import_records, new_study, records
from tests.invariants import broken
from tests.snapshots import content
from tests.trials import trials

PATHS = ["Bolig", "Bolig>>Leie", "Bolig>>NAV>>Kø", "Arbeid>>Lønn", "arbeid", "Vet ikke", "NAV"]
CODINGS = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["k1", "k2"]), st.sampled_from(PATHS))
)
Coded = list[tuple[str, str, str]]


def _study(folder: Path, codings: Coded, seed: int = 0) -> Study:
    study = new_study(folder, seed=seed)
    import_records(study, records([(who, key, "Svar") for who in "ab" for key in ("k1", "k2")]))
    code_all(study, codings)
    return study


def _tree(study: Study, key: str) -> CodeTree:
    with study.read() as session:
        return codebook_of(session, find_question(session, key).id)


def _continue(study: Study, source: CodeTree, key: str = "k2") -> Continued:
    with study.act("continue_codebook", CODER) as session:
        return continue_codebook(session, source, find_question(session, key))


def _paths(tree: CodeTree) -> list[str]:
    return [" / ".join(tree.path(code.id)) for code in tree.walk()]


def _named(tree: CodeTree, *names: str) -> Code:
    found = find_names(tree, names)
    assert found
    return found


def _codings(study: Study) -> set[tuple[int, int, tuple[str, ...]]]:
    with study.read() as session:
        trees = {q: codebook_of(session, find_question(session, q).id) for q in ("k1", "k2")}
        ids = {find_question(session, key).id: tree for key, tree in trees.items()}
        rows = session.execute(
            select(CodingRow.question_id, CodingRow.answer_id, CodingRow.code_id)
        )
        return {
            (question, answer, tuple(name.casefold() for name in ids[question].path(code)))
            for question, answer, code in rows
        }


@settings(max_examples=trials(6), deadline=None)
@given(codings=CODINGS)
def test_codings_stay_every_code_comes_and_undo_takes_it_back(codings: Coded) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder), codings) as study:
        before, coded, source = content(study), _codings(study), _tree(study, "k1")
        _continue(study, source)
        after = _tree(study, "k2")
        assert _codings(study) == coded
        assert {code.guid for code in source.codes} <= {code.guid for code in after.codes}
        assert {"gone", "renamed", "moved"}.isdisjoint(
            each.kind
            for each in compare(source, after)
            if each.was not in (("arbeid",), ("Arbeid",))
        )
        assert broken(study) == []
        study.undo(CODER)
        assert content(study) == before


@settings(max_examples=trials(4), deadline=None)
@given(codings=CODINGS)
def test_taking_over_again_makes_nothing(codings: Coded) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder), codings) as study:
        _continue(study, _tree(study, "k1"))
        before = content(study)
        assert _continue(study, _tree(study, "k1")).made == 0
        assert {**content(study)} == before


def test_a_code_comes_with_everything_it_is(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig>>Leie"), ("a", "k1", "Arbeid")]) as study:
        with study.act("define_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            wanted = Description("Om leie", "Når", "Ikke når", "#112233", "◆")
            describe(session, _named(tree, "Bolig", "Leie"), wanted)
            set_status(session, _named(tree, "Arbeid"), "retired")
            set_mode(session, tree, True, True)
        source = _tree(study, "k1")
        assert _continue(study, source) == Continued(made=3, by_guid=0, by_path=4)
        after = _tree(study, "k2")
        assert _named(after, "Bolig", "Leie").symbol == "◆"
        facts = [
            "guid",
            "name",
            "number",
            "status",
            "definition",
            "include",
            "exclude",
            "color",
            "symbol",
            "outcome",
        ]
        assert [[getattr(code, fact) for fact in facts] for code in after.walk()] == [
            [getattr(code, fact) for fact in facts] for code in source.walk()
        ]
        assert (after.single, after.ordered) == (True, True)
        assert after.id != source.id


def test_a_merged_code_still_leads_where_it_went(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig;NAV")]) as study:
        with study.act("merge_codes", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            merge(session, tree, _named(tree, "NAV"), _named(tree, "Bolig"))
        _continue(study, _tree(study, "k1"))
        after = _tree(study, "k2")
        gone = next(code for code in after.codes if code.status == "merged")
        assert (gone.name, after.followed(gone).name) == ("NAV", "Bolig")
        assert broken(study) == []


def test_codes_at_one_path_become_one_and_keep_their_answers(tmp_path: Path) -> None:
    coded = [("a", "k1", "Folk;Bolig>>Leie"), ("b", "k2", "bolig>>LEIE;Kø")]
    with _study(tmp_path, coded) as study:
        source = _tree(study, "k1")
        found = _continue(study, source)
        after = _tree(study, "k2")
        assert (found.made, found.by_path) == (1, 6)
        assert _named(after, "Bolig", "Leie").guid == _named(source, "Bolig", "Leie").guid
        assert sorted(_paths(after))[:1] == ["Folk"]
        assert ("b", {"kø", "bolig / leie"}) == (
            "b",
            {" / ".join(path) for question, _, path in _codings(study) if question == 2},
        )


def test_a_number_that_is_taken_gives_way_and_is_told(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Folk"), ("b", "k2", "Kø")]) as study:
        number = _named(_tree(study, "k2"), "Kø").number
        found = _continue(study, _tree(study, "k1"))
        assert found.renumbered == (("Folk", number + 1),)
        assert _named(_tree(study, "k2"), "Kø").number == number


def test_a_second_time_own_names_and_places_stay_and_new_codes_come(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig>>Leie")]) as study:
        _continue(study, _tree(study, "k1"))
        with study.act("rename_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k2").id)
            rename(session, tree, _named(tree, "Bolig"), "Hus")
            move(session, tree, _named(tree, "Bolig", "Leie"), None)
            old = codebook_of(session, find_question(session, "k1").id)
            add_path(session, old, ["Bolig", "Eie"])
        assert _continue(study, _tree(study, "k1")).made == 1
        assert {"Hus", "Hus / Eie", "Leie"} <= set(_paths(_tree(study, "k2")))


def test_a_code_whose_theme_stands_deeper_here_comes_as_deep_as_it_can(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "A>>B"), ("a", "k1", "C>>D")]) as study:
        _continue(study, _tree(study, "k1"))
        with study.act("move_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k2").id)
            move(session, tree, _named(tree, "A", "B"), _named(tree, "C", "D"))
            old = codebook_of(session, find_question(session, "k1").id)
            add_path(session, old, ["A", "B", "E"])
        _continue(study, _tree(study, "k1"))
        assert "C / D / E" in _paths(_tree(study, "k2"))
        assert broken(study) == []


def test_a_name_that_another_code_has_here_gets_its_number(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Hus")]) as study:
        _continue(study, _tree(study, "k1"))
        with study.act("rename_code", CODER) as session:
            tree = codebook_of(session, find_question(session, "k2").id)
            rename(session, tree, _named(tree, "Hus"), "Bolig")
            add_path(session, codebook_of(session, find_question(session, "k1").id), ["Bolig"])
        number = _named(_tree(study, "k1"), "Bolig").number
        assert _continue(study, _tree(study, "k1")).renamed == (("Bolig", f"Bolig ({number})"),)
        assert broken(study) == []


def test_another_study_gives_its_codebook(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    with (
        _study(tmp_path / "old", [("a", "k1", "Bolig>>Leie")], seed=5) as old,
        _study(tmp_path, []) as study,
    ):
        _continue(study, _tree(old, "k1"))
        assert compare(_tree(old, "k1"), _tree(study, "k2")) == []
        assert broken(study) == []


def test_a_question_with_codings_keeps_its_own_mode(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k2", "Bolig;NAV")]) as study:
        with study.act("question", CODER) as session:
            set_mode(session, codebook_of(session, find_question(session, "k1").id), True, None)
        _continue(study, _tree(study, "k1"))
        assert not _tree(study, "k2").single


def test_trying_changes_nothing(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig")]) as study:
        before, source = content(study), _tree(study, "k1")
        found = tried_out(
            study,
            CODER,
            lambda session: continue_codebook(session, source, find_question(session, "k2")),
        )
        assert (found.made, content(study)) == (1, before)


def test_a_locked_codebook_takes_nothing_over(tmp_path: Path) -> None:
    with _study(tmp_path, [("a", "k1", "Bolig")]) as study:
        with study.act("lock_codebook", CODER) as session:
            set_codebook_lock(
                session, codebook_of(session, find_question(session, "k2").id).id, True
            )
        with pytest.raises(Problem, match="locked"):
            _continue(study, _tree(study, "k1"))


def test_a_codebook_does_not_go_on_from_itself(tmp_path: Path) -> None:
    with _study(tmp_path, []) as study, study.read() as session:
        question = find_question(session, "k1")
        with pytest.raises(Problem, match="same codebook"):
            refuse_itself(session, question, question)
