"""Codes of a file come into a codebook: found by GUID, then by path; nothing is ever removed."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codebooks.edits import add_path, move, rename, set_mode, set_status
from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.drafting import draft_of
from codebooks.exchange.intake import IntakePlan, Kind, plan_intake
from codebooks.exchange.shaping import shaped
from codebooks.exchange.starting import read_starter
from codebooks.exchange.taking_in import take_in
from codebooks.locks import set_code_lock, set_codebook_lock
from codebooks.paths import find_code
from codebooks.queries import codebook_of
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from coder.merging import merge_all
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import find_question
from tests.builders import CODER, import_records, new_study, records
from tests.codebooks.exchange.drafts import BOOKS, book
from tests.snapshots import content
from tests.trials import trials

GUID = "5bc3c3c6-b691-4a03-9b4f-21eb78470dcb"


@contextmanager
def _study(folder: Path, *paths: str) -> Iterator[Study]:
    with new_study(folder) as study:
        import_records(study, records([("a", "k1", "Svar")]))
        with study.act("take_in_codebook", CODER) as session:
            tree = codebook_of(session, find_question(session, "k1").id)
            for path in paths:
                tree, _ = add_path(session, tree, path.split(" / "))
        yield study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Økonomi with Lønn and Drift, and Folk."""
    with _study(tmp_path, "Økonomi / Lønn", "Økonomi / Drift", "Folk") as opened:
        yield opened


def _tree(study: Study) -> CodeTree:
    with study.read() as session:
        return codebook_of(session, find_question(session, "k1").id)


def _code(study: Study, path: str) -> Code:
    code = find_code(_tree(study), path)
    assert code is not None
    return code


def _paths(study: Study) -> list[str]:
    tree = _tree(study)
    return [" / ".join(tree.path(code.id)) for code in tree.walk() if not code.outcome]


def _take(study: Study, draft: DraftBook) -> IntakePlan:
    with study.act("take_in_codebook", CODER, file="bok.qdc", question="k1") as session:
        return take_in(session, codebook_of(session, find_question(session, "k1").id), draft)


def _take_one(study: Study, path: str, **facts: object) -> IntakePlan:
    code = DraftCode(tuple(path.split(" / ")), **facts)  # type: ignore[arg-type]
    return _take(study, DraftBook("bok", (code,)))


def _kinds(plan: IntakePlan) -> list[Kind]:
    return [item.kind for item in plan.items]


def test_a_codebook_has_all_of_itself(study: Study) -> None:
    before = content(study)
    plan = _take(study, draft_of(_tree(study)))
    assert set(_kinds(plan)) == {"same"}
    assert not plan.changes_anything
    assert content(study) == before


def test_codes_are_found_by_path_in_any_letter_case(study: Study) -> None:
    plan = _take(study, book("økonomi", "økonomi / LØNN", "økonomi / Renter"))
    assert _kinds(plan) == ["same", "same", "new"]
    assert _paths(study) == [
        "Økonomi",
        "Økonomi / Lønn",
        "Økonomi / Drift",
        "Økonomi / Renter",
        "Folk",
    ]


def test_new_codes_keep_guid_and_number_where_these_are_free(study: Study) -> None:
    taken = _code(study, "Folk").number
    free = DraftCode(("A",), GUID, number=99)
    other = DraftCode(("B",), number=taken)
    plan = _take(study, DraftBook("bok", (free, other)))
    assert (_code(study, "A").guid, _code(study, "A").number) == (GUID, 99)
    assert _code(study, "B").number == 100
    assert "another number" in plan.warnings[0]


def test_by_guid_a_code_gets_the_name_and_theme_of_the_file(study: Study) -> None:
    code = _code(study, "Økonomi / Lønn")
    folk = DraftCode(("Folk",))
    moved = DraftCode(("Folk", "Lønninger"), code.guid, definition="Om lønn")
    plan = _take(study, DraftBook("bok", (folk, moved)))
    assert plan.of("changed")[0].changes == ("theme", "name", "definition")
    assert _paths(study) == ["Økonomi", "Økonomi / Drift", "Folk", "Folk / Lønninger"]
    found = _code(study, "Folk / Lønninger")
    assert (found.id, found.number, found.definition) == (code.id, code.number, "Om lønn")


def test_two_codes_can_change_names(study: Study) -> None:
    theme, lonn, drift = (_code(study, p) for p in ("Økonomi", "Økonomi / Lønn", "Økonomi / Drift"))
    draft = DraftBook(
        "bok",
        (
            DraftCode(("Økonomi",), theme.guid),
            DraftCode(("Økonomi", "Drift"), lonn.guid),
            DraftCode(("Økonomi", "Lønn"), drift.guid),
        ),
    )
    _take(study, draft)
    assert _code(study, "Økonomi / Lønn").id == drift.id
    assert _code(study, "Økonomi / Drift").id == lonn.id


def test_a_new_code_can_take_the_name_of_one_that_is_renamed(study: Study) -> None:
    folk = _code(study, "Folk")
    _take(study, DraftBook("bok", (DraftCode(("Ansatte",), folk.guid), DraftCode(("Folk",)))))
    assert _code(study, "Ansatte").id == folk.id
    assert _code(study, "Folk").id != folk.id


def test_a_name_that_another_code_has_is_not_given(study: Study) -> None:
    folk = _code(study, "Folk")
    plan = _take_one(study, "Økonomi", guid=folk.guid)
    assert _kinds(plan) == ["held"]
    assert "another code has its name" in plan.items[0].why
    assert "Folk" in _paths(study)


def test_theme_and_code_can_change_places(study: Study) -> None:
    theme, code = _code(study, "Økonomi"), _code(study, "Økonomi / Lønn")
    top = DraftCode(("Lønn",), code.guid)
    _take(study, DraftBook("bok", (top, DraftCode(("Lønn", "Økonomi"), theme.guid))))
    assert _paths(study) == ["Folk", "Lønn", "Lønn / Økonomi", "Lønn / Økonomi / Drift"]


def test_what_would_stand_too_deep_stays(study: Study) -> None:
    theme = _code(study, "Økonomi")
    draft = shaped("bok", [DraftCode(("Folk", "Mer", "Økonomi"), theme.guid)])
    plan = _take(study, draft)
    assert "too deep" in plan.of("held")[0].why
    assert "Økonomi / Lønn" in _paths(study)
    assert "Folk / Mer" in _paths(study)


def test_an_empty_cell_takes_nothing_away_and_a_no_undoes_nothing(study: Study) -> None:
    _take_one(study, "Folk", definition="Om folk", retired=True)
    assert _kinds(_take_one(study, "Folk")) == ["same"]
    assert (_code(study, "Folk").definition, _code(study, "Folk").status) == ("Om folk", "retired")


def test_a_former_name_finds_the_code_where_it_is_now(study: Study) -> None:
    with study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        rename(session, tree, _code(study, "Økonomi"), "Penger")
    with study.act("move_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        move(session, tree, _code(study, "Penger / Drift"), None)
    plan = _take(study, book("Økonomi", "Økonomi / Drift", "Økonomi / Renter"))
    assert _kinds(plan) == ["found", "found", "new"]
    assert plan.items[1].why == "is Drift"
    assert _paths(study) == ["Penger", "Penger / Lønn", "Penger / Renter", "Folk", "Drift"]


@pytest.mark.parametrize("by_guid", [True, False])
def test_a_merged_code_is_what_it_became(study: Study, by_guid: bool) -> None:
    lonn = _code(study, "Økonomi / Lønn")
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        merge_all(session, tree, [lonn], _code(study, "Økonomi / Drift"))
    draft = book("Økonomi", "Økonomi / Lønn")
    code = replace(draft.codes[1], guid=lonn.guid if by_guid else "")
    plan = _take(study, replace(draft, codes=(draft.codes[0], code)))
    assert _kinds(plan) == ["same", "found"]
    assert _paths(study) == ["Økonomi", "Økonomi / Drift", "Folk"]


def test_a_locked_codebook_takes_in_nothing(study: Study) -> None:
    with study.act("lock_codebook", CODER) as session:
        set_codebook_lock(session, _tree(study).id, True)
    with pytest.raises(Problem, match="is locked"):
        _take(study, book("Ny"))


def test_a_locked_theme_stays_and_gets_nothing_new(study: Study) -> None:
    theme, code = _code(study, "Økonomi"), _code(study, "Økonomi / Lønn")
    with study.act("lock_code", CODER) as session:
        set_code_lock(session, theme.id, True)
    draft = DraftBook(
        "bok",
        (
            DraftCode(("Økonomi",), theme.guid, definition="Ny"),
            DraftCode(("Økonomi", "Lønninger"), code.guid),
            DraftCode(("Økonomi", "Renter")),
            DraftCode(("Økonomi", "Renter", "Høye")),
            DraftCode(("Folk",)),
        ),
    )
    before = content(study)
    plan = _take(study, draft)
    assert _kinds(plan) == ["held", "held", "held", "held", "same"]
    assert content(study) == before


def test_the_mode_is_only_wished_for_while_there_are_no_codes(tmp_path: Path) -> None:
    starter = read_starter("satisfaction", "nb")
    with _study(tmp_path) as study:
        empty = plan_intake(_tree(study), starter)
        assert (empty.single, empty.ordered, empty.warnings) == (True, True, ())
        _take(study, starter)
        full = plan_intake(_tree(study), starter)
        assert (full.single, full.ordered) == (None, None)
        assert "one code an answer, a scale" in full.warnings[0]
        with study.act("question", CODER) as session:
            set_mode(session, _tree(study), True, True)
        assert plan_intake(_tree(study), starter).warnings == ()


def test_taking_in_is_one_undo(study: Study) -> None:
    before = content(study)
    code = _code(study, "Folk")
    draft = shaped("bok", [DraftCode(("A", "B"), GUID), DraftCode(("A", "Ansatte"), code.guid)])
    _take(study, draft)
    after = content(study)
    study.undo(CODER)
    assert content(study) == before
    study.redo(CODER)
    assert content(study) == after


def test_ten_thousand_codes_are_taken_in_and_found_again(tmp_path: Path) -> None:
    draft = book(*(f"Tema {n // 100} / Kode {n}" for n in range(10_000)))
    with _study(tmp_path) as study:
        assert len(_take(study, draft).of("new")) == 10_100
        assert len(plan_intake(_tree(study), draft).of("same")) == 10_100
        defined = [replace(code, definition=f"Om {code.path[-1]}") for code in draft.codes]
        assert len(_take(study, replace(draft, codes=tuple(defined))).of("changed")) == 10_100
        study.undo(CODER)
        study.undo(CODER)
        assert _paths(study) == []


def _assert_is_a_codebook(tree: CodeTree) -> None:
    walked = list(tree.walk())
    assert sorted(c.id for c in walked) == sorted(c.id for c in tree.codes if c.status != "merged")
    assert all(len(tree.lineage(code.id)) <= MAX_LEVELS for code in walked)
    assert max(Counter((code.parent_id, code.name) for code in walked).values()) == 1
    assert len({code.number for code in tree.codes}) == len(tree.codes)
    assert len({code.guid for code in tree.codes}) == len(tree.codes)


def _exchanged(draft: DraftBook, tree: CodeTree, places: list[int]) -> DraftBook:
    """The draft with GUIDs of codes that are there, each once; locks left out."""
    guids = [code.guid for code in tree.walk()]
    given = dict(enumerate(dict.fromkeys(guids[at % len(guids)] for at in places)))
    codes = [
        replace(code, guid=given.get(at, code.guid), locked=False)
        for at, code in enumerate(draft.codes)
    ]
    return shaped("bok", codes)


@settings(max_examples=trials(25), deadline=None)
@given(
    drafts=st.lists(st.tuples(BOOKS, st.lists(st.integers(0, 30), max_size=5)), max_size=4),
    lock=st.none() | st.integers(0, 30),
)
def test_any_files_leave_a_codebook_and_undo_takes_them_back(
    drafts: list[tuple[DraftBook, list[int]]], lock: int | None
) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder), "A / B / C") as study:
        for draft, places in drafts:
            known = {code.id for code in _tree(study).codes}
            if lock is not None:
                code = list(_tree(study).walk())[lock % len(known)]
                with study.act("lock_code", CODER) as session:
                    set_code_lock(session, code.id, not code.locked)
            before = content(study)
            plan = _take(study, _exchanged(draft, _tree(study), places))
            tree = _tree(study)
            _assert_is_a_codebook(tree)
            assert known <= tree.by_id.keys()
            assert len(tree.codes) == len(known) + len(plan.of("new"))
            if content(study) != before:
                study.undo(CODER)
                assert content(study) == before
                study.redo(CODER)


@settings(max_examples=trials(15), deadline=None)
@given(draft=BOOKS)
def test_a_file_taken_in_twice_adds_nothing(draft: DraftBook) -> None:
    with tempfile.TemporaryDirectory() as folder, _study(Path(folder)) as study:
        _take(study, draft)
        assert set(_kinds(_take(study, draft))) <= {"same", "held"}


def test_retired_codes_are_taken_in_as_such(study: Study) -> None:
    with study.act("retire_code", CODER) as session:
        set_status(session, _code(study, "Folk"), "retired")
    draft = draft_of(_tree(study))
    assert [code.path for code in draft.codes if code.retired] == [("Folk",)]
