"""Changes of a codebook keep it a tree: three levels, no twins, numbers never given twice."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from codebooks.edits import (
    NewCode,
    add_path,
    move,
    new_codebook,
    rename,
    set_mode,
    set_status,
)
from codebooks.outcomes import outcomes
from codebooks.paths import find_names
from codebooks.queries import codebook_of, read_codebook
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from coder.study import Study
from corpus.language import LANGUAGES
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, import_records, new_study, records
from tests.snapshots import content
from tests.trials import trials

NAMES = st.sampled_from(["Bolig", "bolig", "Økonomi", "A / B", " Bolig  "])
PLACES = st.integers(0, 30)
CHANGES = st.one_of(
    st.tuples(st.just("add"), st.lists(NAMES, min_size=0, max_size=4), st.none()),
    st.tuples(st.just("rename"), PLACES, NAMES),
    st.tuples(st.just("move"), PLACES, st.tuples(st.none() | PLACES, st.none() | PLACES)),
    st.tuples(st.just("retire"), PLACES, st.none()),
)


@contextmanager
def _study(folder: Path) -> Iterator[Study]:
    with new_study(folder) as study:
        import_records(study, records([("a", "k1", "Svar")]))
        yield study


def _tree(session: Session) -> CodeTree:
    return codebook_of(session, find_question(session, "k1").id)


def _add(study: Study, *path: str) -> Code:
    with study.act("add_code", CODER) as session:
        return add_path(session, _tree(session), path)[1]


def _names(study: Study, parent: str | None = None) -> list[str]:
    with study.read() as session:
        tree = _tree(session)
        theme = find_names(tree, [parent]) if parent else None
        return [c.name for c in tree.children(theme.id if theme else None) if not c.outcome]


def _change(session: Session, kind: str, what: object, how: object) -> None:
    tree = _tree(session)
    codes = list(tree.walk())
    if isinstance(what, list):
        add_path(session, tree, what)
        return
    assert isinstance(what, int)
    code = codes[what % len(codes)]
    if kind == "rename":
        rename(session, tree, code, str(how))
    elif kind == "move":
        assert isinstance(how, tuple)
        theme = None if how[0] is None else codes[how[0] % len(codes)]
        move(session, tree, code, theme, how[1])
    else:
        set_status(session, code, "retired" if code.status == "active" else "active")


def _assert_is_a_tree(tree: CodeTree) -> None:
    walked = [code.id for code in tree.walk()]
    assert sorted(walked) == sorted(code.id for code in tree.codes if code.status != "merged")
    assert len(walked) == len(set(walked))
    assert all(len(tree.lineage(id_)) <= MAX_LEVELS for id_ in walked)
    siblings = Counter((code.parent_id, code.name) for code in tree.walk())
    assert max(siblings.values()) == 1
    assert len({code.number for code in tree.codes}) == len(tree.codes)
    assert len({code.guid for code in tree.codes}) == len(tree.codes)


@settings(max_examples=trials(8), deadline=None)
@given(changes=st.lists(CHANGES, max_size=12))
def test_any_changes_leave_a_tree_and_refused_ones_leave_it_unchanged(
    changes: list[tuple[str, object, object]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder)) as study:
        for kind, what, how in changes:
            before = content(study)
            try:
                with study.act(kind, CODER) as session:
                    _change(session, kind, what, how)
            except Problem:
                assert content(study) == before
            with study.read() as session:
                _assert_is_a_tree(_tree(session))


def test_a_path_is_made_with_the_themes_above_it(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _add(study, "Bolig", "Kommunal", "Ventetid")
        _add(study, "Bolig", "Privat")
        assert _names(study) == ["Bolig"]
        assert _names(study, "Bolig") == ["Kommunal", "Privat"]


def test_a_path_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        first = _add(study, "Bolig", "Privat")
        before = content(study)
        assert _add(study, " Bolig ", "Privat").id == first.id
        assert content(study) == before


def test_a_path_of_too_many_levels_is_refused(tmp_path: Path) -> None:
    with _study(tmp_path) as study, pytest.raises(Problem, match="at most 3 levels"):
        _add(study, "a", "b", "c", "d")


@pytest.mark.parametrize("path", [(), ("",), ("Bolig", "  "), ("\n", "Bolig")])
def test_a_code_needs_a_name(tmp_path: Path, path: tuple[str, ...]) -> None:
    with _study(tmp_path) as study, pytest.raises(Problem, match="needs a name"):
        _add(study, *path)


def test_a_number_is_not_given_again_after_undo_and_merge(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        first = _add(study, "Bolig")
        study.undo(CODER)
        study.redo(CODER)
        assert _add(study, "Arbeid").number == first.number + 1


def test_a_renamed_code_is_the_same_code(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code = _add(study, "Bolig", "Privat")
        with study.act("rename_code", CODER) as session:
            rename(session, _tree(session), code, " Eget\nhus ")
        with study.read() as session:
            renamed = _tree(session).by_id[code.id]
        assert (renamed.name, renamed.guid, renamed.number) == ("Eget hus", code.guid, code.number)


def test_a_code_may_be_renamed_to_another_letter_case_of_itself(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code = _add(study, "bolig")
        with study.act("rename_code", CODER) as session:
            rename(session, _tree(session), code, "Bolig")
        assert _names(study) == ["Bolig"]


def test_a_name_that_a_sibling_has_is_refused(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code = _add(study, "Bolig", "Privat")
        _add(study, "Bolig", "Kommunal")
        with (
            pytest.raises(Problem, match="Bolig / Kommunal already"),
            study.act("rename_code", CODER) as session,
        ):
            rename(session, _tree(session), code, "Kommunal")


@pytest.mark.parametrize(
    ("position", "order"),
    [(None, ["a", "b", "d", "c"]), (1, ["c", "a", "b", "d"]), (2, ["a", "c", "b", "d"])],
)
def test_a_code_is_put_in_a_place_counted_from_one(
    tmp_path: Path, position: int | None, order: list[str]
) -> None:
    with _study(tmp_path) as study:
        codes = {name: _add(study, name) for name in "abcd"}
        with study.act("move_code", CODER) as session:
            move(session, _tree(session), codes["c"], None, position)
        assert _names(study) == order


def test_a_theme_is_not_moved_under_itself(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        theme, code = _add(study, "Bolig"), _add(study, "Bolig", "Privat")
        for target in (theme, code):
            with (
                pytest.raises(Problem, match="under itself"),
                study.act("move_code", CODER) as session,
            ):
                move(session, _tree(session), theme, target)


def test_a_theme_takes_what_is_under_it_along_or_stays(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        deep, top = _add(study, "Bolig", "Kommunal"), _add(study, "Levekår")
        theme = _add(study, "Bolig")
        with study.act("move_code", CODER) as session:
            move(session, _tree(session), theme, top)
        with study.read() as session:
            assert _tree(session).path(deep.id) == ("Levekår", "Bolig", "Kommunal")
        higher = _add(study, "Alt")
        with (
            pytest.raises(Problem, match="more than 3 levels"),
            study.act("move_code", CODER) as session,
        ):
            move(session, _tree(session), top, higher)


def test_outcomes_stand_last_whatever_is_added(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _add(study, "Bolig")
        with study.read() as session:
            names = [code.name for code in _tree(session).walk()]
    assert names == ["Bolig", "Ingen mening", "Vet ikke", "Uleselig", "Utenfor tema"]


def test_a_mode_that_is_not_given_stays(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("question", CODER) as session:
            set_mode(session, _tree(session), True, None)
        with study.act("question", CODER) as session:
            set_mode(session, _tree(session), None, True)
        with study.read() as session:
            assert (_tree(session).single, _tree(session).ordered) == (True, True)


def test_a_codebook_of_its_own_can_be_made(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("codebook", CODER) as session:
            book = new_codebook(session, "skala", [NewCode("Godt"), NewCode("Vet ikke", True)])
        with study.read() as session:
            codes = [(c.name, c.outcome) for c in read_codebook(session, book).walk()]
    assert codes == [("Godt", False), ("Vet ikke", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_four_outcomes(language: str) -> None:
    chosen = next(each for each in LANGUAGES if each == language)
    found = outcomes(chosen)
    assert len({code.name for code in found}) == 4
    assert all(code.outcome and code.name.strip() == code.name for code in found)
