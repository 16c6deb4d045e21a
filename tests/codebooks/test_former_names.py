"""What a code was called before still means it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from codebooks.edits import add_path, move, rename
from codebooks.former import find_former, former_code, names_now, read_past
from codebooks.paths import find_code
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.merging import merge
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER, import_records, new_study, records

Change = Callable[[Session, CodeTree], object]


def _study(folder: Path, *paths: str) -> Study:
    study = new_study(folder)
    import_records(study, records([("a", "k1", "Svar"), ("a", "k2", "Svar")]))
    for path in paths:
        _change(study, partial(_add, path=path))
    return study


def _add(session: Session, tree: CodeTree, path: str) -> None:
    add_path(session, tree, path.split("/"))


def _change(study: Study, change: Change, question: str = "k1") -> None:
    with study.act("change", CODER) as session:
        change(session, codebook_of(session, find_question(session, question).id))


def _code(tree: CodeTree, path: str) -> Code:
    code = find_code(tree, path.replace("/", ">>"))
    assert code
    return code


def _rename(study: Study, path: str, name: str, question: str = "k1") -> None:
    _change(study, lambda s, tree: rename(s, tree, _code(tree, path), name), question)


def _move(study: Study, path: str, theme: str) -> None:
    _change(study, lambda s, tree: move(s, tree, _code(tree, path), _code(tree, theme)))


def _merge(study: Study, path: str, into: str) -> None:
    _change(study, lambda s, tree: merge(s, tree, _code(tree, path), _code(tree, into)))


def _meant(study: Study, *names: str) -> str:
    with study.read() as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        code = find_former(tree, read_past(session, tree.id), names)
        return "/".join(tree.path(code.id)) if code else ""


def _to_make(study: Study, *names: str) -> tuple[str, ...]:
    with study.read() as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        return names_now(tree, read_past(session, tree.id), names)


def test_a_renamed_code_is_found_by_each_of_its_names_whatever_their_case(tmp_path: Path) -> None:
    with _study(tmp_path, "Hus") as study:
        _rename(study, "Hus", "Bolig")
        _rename(study, "Bolig", "Boligmangel")
        assert _meant(study, "Hus") == _meant(study, "bolig") == "Boligmangel"


def test_a_name_that_no_code_had_is_none(tmp_path: Path) -> None:
    with _study(tmp_path, "Hus") as study:
        _rename(study, "Hus", "Bolig")
        assert _meant(study, "Leie") == ""
        assert _meant(study) == ""


def test_the_code_that_had_the_name_last_has_it(tmp_path: Path) -> None:
    with _study(tmp_path, "Hus", "NAV") as study:
        _rename(study, "Hus", "Bolig")
        _rename(study, "NAV", "Hus")
        _rename(study, "Hus", "Arbeid")
        assert _meant(study, "Hus") == "Arbeid"


def test_a_code_of_a_renamed_theme_is_found_by_its_old_path(tmp_path: Path) -> None:
    with _study(tmp_path, "Levekår/Hus") as study:
        _rename(study, "Levekår", "Økonomi")
        assert _meant(study, "Levekår", "Hus") == "Økonomi/Hus"
        _rename(study, "Økonomi/Hus", "Bolig")
        assert _meant(study, "Levekår", "Hus") == "Økonomi/Bolig"


def test_a_moved_code_is_found_by_its_old_path(tmp_path: Path) -> None:
    with _study(tmp_path, "Levekår/Hus", "Økonomi") as study:
        _move(study, "Levekår/Hus", "Økonomi")
        assert _meant(study, "Levekår", "Hus") == "Økonomi/Hus"


def test_a_path_means_no_code_of_its_last_name_under_another_theme(tmp_path: Path) -> None:
    with _study(tmp_path, "Levekår/Hus", "Økonomi") as study:
        _rename(study, "Levekår/Hus", "Bolig")
        assert _meant(study, "Økonomi", "Hus") == ""
        assert _meant(study, "Hus") == "Levekår/Bolig"


def test_a_code_that_was_renamed_and_then_merged_is_what_it_became(tmp_path: Path) -> None:
    with _study(tmp_path, "Hus", "Bolig") as study:
        _rename(study, "Hus", "Leie")
        _merge(study, "Leie", "Bolig")
        _rename(study, "Bolig", "Boligmangel")
        for name in ("Hus", "Leie", "Bolig"):
            assert _meant(study, name) == "Boligmangel"


def test_a_code_of_a_merged_theme_is_found_by_its_old_path(tmp_path: Path) -> None:
    with _study(tmp_path, "Levekår/Hus", "Økonomi/Penger") as study:
        _merge(study, "Levekår", "Økonomi")
        assert _meant(study, "Levekår", "Hus") == "Økonomi/Hus"
        assert _meant(study, "Levekår", "Penger") == "Økonomi/Penger"


def test_a_name_that_was_taken_back_is_no_former_name(tmp_path: Path) -> None:
    with _study(tmp_path, "Hus") as study:
        _rename(study, "Hus", "Bolig")
        study.undo(CODER)
        assert _meant(study, "Bolig") == ""
        study.redo(CODER)
        assert _meant(study, "Hus") == "Bolig"


def test_a_code_of_another_codebook_is_not_meant(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        _change(study, lambda session, tree: add_path(session, tree, ["Hus"]), "k2")
        _rename(study, "Hus", "Bolig", "k2")
        assert _meant(study, "Hus") == ""


@pytest.mark.parametrize(
    ("names", "now"),
    [
        (("Levekår", "Leie"), ("Økonomi", "Leie")),
        (("økonomi", "Leie"), ("Økonomi", "Leie")),
        (("Levekår", "Hus", "Leie"), ("Økonomi", "Hus", "Leie")),
        (("Annet", "Leie"), ("Annet", "Leie")),
        (("Leie",), ("Leie",)),
    ],
)
def test_a_new_code_comes_under_its_theme_as_that_is_called_now(
    tmp_path: Path, names: tuple[str, ...], now: tuple[str, ...]
) -> None:
    with _study(tmp_path, "Levekår/Hus") as study:
        _rename(study, "Levekår", "Økonomi")
        assert _to_make(study, *names) == now


def test_a_new_code_keeps_its_theme_where_it_would_stand_too_deep(tmp_path: Path) -> None:
    with _study(tmp_path, "A/B", "Levekår/Hus") as study:
        _move(study, "Levekår", "A")
        assert _to_make(study, "Levekår", "Hus", "Leie") == ("Levekår", "Hus", "Leie")


def test_a_path_is_looked_up_whole_and_as_levels(tmp_path: Path) -> None:
    with _study(tmp_path, "Skole>>barnehage", "Levekår/Hus") as study:
        _rename(study, "Levekår/Hus", "Bolig")
        _change(study, lambda s, t: rename(s, t, t.children(None)[0], "Skole"))
        with study.read() as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            nested, whole = (
                former_code(session, tree, path) for path in ("Levekår / Hus", "Skole>>barnehage")
            )
        assert nested
        assert nested.name == "Bolig"
        assert whole
        assert whole.name == "Skole"
