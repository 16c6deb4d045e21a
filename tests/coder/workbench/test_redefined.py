"""Answers whose code has another definition than when they were coded with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codebooks.edits import define, rename
from coder.coding import Wanted, code_answer, uncode_answer
from coder.intake.report import Wishes
from coder.merging import merge, share
from coder.study import Study
from coder.versions import settle
from coder.workbench.redefined import Redefined, definition_changes
from tests.builders import (
    CODER,
    CODER_2,
    code_all,
    import_records,
    new_study,
    records,
)
from tests.coder.workbench.desk import code_called, question_of, tree_of_question

REPLACED = Wishes(changed="replace", coder=CODER)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Answers 1 to 3 have Bolig (2 by both coders), 4 has Tid; nothing has a definition."""
    with new_study(tmp_path) as opened:
        import_records(opened, records([(f"R{n}", "k1", f"Svar nummer {n}") for n in range(1, 7)]))
        code_all(opened, [(f"R{n}", "k1", "Bolig") for n in (1, 2, 3)] + [("R4", "k1", "Tid")])
        code_all(opened, [("R2", "k1", "Bolig")], CODER_2)
        yield opened


def _define(study: Study, name: str, text: str) -> None:
    code = code_called(tree_of_question(study), name)
    with study.act("define_code", CODER, code=name) as session:
        define(session, code, text)


def _code(study: Study, who: str, name: str, coder: str = CODER) -> None:
    with study.act("apply_code", coder) as session:
        code_answer(session, Wanted("k1", who, (name,), None, coder), create=True)


def _uncode(study: Study, who: str, name: str, coder: str = CODER) -> None:
    with study.act("remove_code", coder) as session:
        uncode_answer(session, Wanted("k1", who, (name,), None, coder))


def _found(study: Study, question: str = "k1") -> list[Redefined]:
    with study.read() as session:
        return definition_changes(session, question_of(study, question))


def _answers(study: Study, question: str = "k1") -> list[tuple[int, ...]]:
    return [each.answers for each in _found(study, question)]


def test_nothing_is_to_be_read_again_while_no_definition_changes(study: Study) -> None:
    assert _found(study) == []


def test_a_changed_definition_lists_the_answers_coded_before_it(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    _code(study, "R5", "Bolig")
    _define(study, "Bolig", "Bare kommunale boliger")
    _code(study, "R6", "Bolig")
    (found,) = _found(study)
    assert (found.before, found.now) == ("Alt om hus", "Bare kommunale boliger")
    assert found.code_id == code_called(tree_of_question(study), "Bolig").id
    assert found.at.startswith("2026-05-01T")
    assert found.answers == (1, 2, 3, 5)


def test_a_first_definition_is_a_change_too(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    assert [(each.before, each.answers) for each in _found(study)] == [("", (1, 2, 3))]


def test_the_code_defined_last_comes_first(study: Study) -> None:
    _define(study, "Tid", "Timer")
    _define(study, "Bolig", "Hus")
    _define(study, "Tid", "Timer og dager")
    assert _answers(study) == [(4,), (1, 2, 3)]


def test_a_definition_that_is_as_it_was_needs_no_reading(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    _code(study, "R5", "Bolig")
    _define(study, "Bolig", "")
    assert _answers(study) == [(5,)]


def test_an_undone_change_needs_no_reading_and_a_redone_one_does(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    study.undo(CODER)
    assert _found(study) == []
    study.redo(CODER)
    assert _answers(study) == [(1, 2, 3)]


def test_another_name_or_place_is_no_other_definition(study: Study) -> None:
    tree = tree_of_question(study)
    with study.act("rename_code", CODER) as session:
        rename(session, tree, code_called(tree, "Bolig"), "Boliger")
    assert _found(study) == []


def test_an_answer_leaves_the_list_when_its_code_is_taken_off_or_given_anew(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    _uncode(study, "R1", "Bolig")
    assert _answers(study) == [(2, 3)]
    _code(study, "R1", "Bolig")
    assert _answers(study) == [(2, 3)]


def test_an_answer_stays_until_every_coder_has_coded_it_anew(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    _uncode(study, "R2", "Bolig")
    assert _answers(study) == [(1, 2, 3)]
    _uncode(study, "R2", "Bolig", CODER_2)
    assert _answers(study) == [(1, 3)]


def test_taking_a_code_off_and_undoing_that_is_no_reading(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    _uncode(study, "R1", "Bolig")
    study.undo(CODER)
    assert _answers(study) == [(1, 2, 3)]


def test_a_coding_accepted_for_a_changed_text_was_read(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    import_records(study, records([("R3", "k1", "Et annet svar")]), REPLACED)
    with study.act("changed", CODER) as session:
        settle(session, [], [], accept_all=True)
    assert _answers(study) == [(1, 2)]


def test_answers_that_come_by_a_merge_were_judged_by_the_merge(study: Study) -> None:
    _define(study, "Bolig", "Alt om hus")
    tree = tree_of_question(study)
    with study.act("merge_codes", CODER) as session:
        merge(session, tree, code_called(tree, "Tid"), code_called(tree, "Bolig"))
    assert _answers(study) == [(1, 2, 3)]


def test_a_shared_codebook_lists_the_answers_of_each_question(study: Study) -> None:
    import_records(study, records([("R1", "k2", "Et svar")]))
    with study.act("share_codebook", CODER) as session:
        share(session, question_of(study), question_of(study, "k2"))
    code_all(study, [("R1", "k2", "Bolig")])
    _define(study, "Bolig", "Alt om hus")
    assert (_answers(study), _answers(study, "k2")) == ([(1, 2, 3)], [(7,)])


def test_a_definition_is_stored_without_space_around_it(study: Study) -> None:
    _define(study, "Bolig", "  Alt om hus\r\nog hjem \n")
    assert code_called(tree_of_question(study), "Bolig").definition == "Alt om hus\nog hjem"
