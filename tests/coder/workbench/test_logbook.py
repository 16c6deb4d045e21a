"""The history as its screen asks for it: filters, details of steps, ways back and forward."""

from pathlib import Path

import pytest

from codebooks.edits import rename
from codebooks.queries import codebook_of
from coder.coding import Wanted as Coding
from coder.coding import code_answer, uncode_answer
from coder.merging import merge
from coder.people import coder_id
from coder.study import Study
from coder.workbench.filters import Flag
from coder.workbench.flags import set_flag, unset_flag
from coder.workbench.logbook import Entry, Logbook, Wanted
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records

LONG = "Vi mangler boliger. " * 40
ANSWERS = [("R1", "k1", LONG), ("R2", "k1", "Tid"), ("R1", "k2", "Penger")]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Three answers to two questions, imported in step 1."""
    study = new_study(tmp_path)
    import_records(study, records(ANSWERS))
    return study


def code(study: Study, who: str, question: str, path: str, coder: str = CODER) -> None:
    """One coding as one step."""
    said = {"question": question, "answer": who, "code": path}
    with study.act("apply_code", coder, **said) as session:
        code_answer(session, Coding(question, who, (path,), None, coder), True)


def uncode(study: Study, who: str, question: str, path: str) -> None:
    """One coding taken off as one step."""
    with study.act("remove_code", CODER, question=question, answer=who, code=path) as session:
        uncode_answer(session, Coding(question, who, (path,), None, CODER))


def says(entry: Entry) -> str:
    """What a line says, plainly."""
    return f"{entry.action.kind} {sorted(entry.action.parameters.items())}"


def left(study: Study, wanted: Wanted) -> list[int]:
    """The steps that a filter leaves."""
    return list(Logbook(study, CODER).ids(wanted, says, lambda: None))


def under(study: Study, path: str) -> frozenset[int]:
    """A code with everything under it."""
    logbook = Logbook(study, CODER)
    (found,) = [code for code in logbook.codes() if " / ".join(code.path) == path]
    return logbook.under(found)


def told(study: Study, step: int, most: int = 300) -> list[tuple[str, str, str, str]]:
    """What a step changed: table, how, before, after."""
    changes = Logbook(study, CODER).details(step, most).changes
    return [(each.table, each.how, each.old, each.new) for each in changes]


def test_steps_are_filtered_by_coder(study: Study) -> None:
    code(study, "R1", "k1", "Bolig", CODER_2)
    code(study, "R2", "k1", "Bolig")
    assert left(study, Wanted(coder=CODER_2)) == [2]
    assert Logbook(study, CODER).coders() == [(CODER, 2), (CODER_2, 1)]


def test_steps_are_filtered_by_a_code_whatever_it_was_called_then(study: Study) -> None:
    code(study, "R1", "k1", "Bolig / Antall")
    code(study, "R2", "k1", "Tid")
    with study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        rename(session, tree, next(each for each in tree.walk() if each.name == "Antall"), "Pris")
    uncode(study, "R1", "k1", "Bolig / Pris")
    assert left(study, Wanted(codes=under(study, "Bolig / Pris"))) == [2, 4, 5]


def test_a_theme_has_the_steps_of_its_codes(study: Study) -> None:
    code(study, "R1", "k1", "Bolig / Antall")
    code(study, "R2", "k1", "Tid")
    assert left(study, Wanted(codes=under(study, "Bolig"))) == [2]


def test_a_code_has_the_steps_of_what_was_merged_into_it(study: Study) -> None:
    code(study, "R1", "k1", "Hus")
    code(study, "R2", "k1", "Bolig")
    with study.act("merge_codes", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        by_name = {each.name: each for each in tree.walk()}
        merge(session, tree, by_name["Hus"], by_name["Bolig"])
    assert left(study, Wanted(codes=under(study, "Bolig"))) == [2, 3, 4]


def test_an_undo_is_a_step_on_the_code_it_took_off(study: Study) -> None:
    code(study, "R1", "k1", "Bolig")
    code(study, "R2", "k1", "Bolig")
    study.undo(CODER)
    study.redo(CODER)
    assert left(study, Wanted(codes=under(study, "Bolig"))) == [2, 3, 4, 5]


def test_a_bulk_of_codings_is_one_step_on_each_of_its_codes(study: Study) -> None:
    code_all(study, [("R1", "k1", "Bolig;Tid"), ("R2", "k1", "Tid")])
    assert left(study, Wanted(codes=under(study, "Bolig"))) == [2]


def test_steps_are_filtered_by_question_with_flags_and_memos(study: Study) -> None:
    code(study, "R1", "k1", "Bolig")
    code(study, "R1", "k2", "Bolig")
    with study.act("flag", CODER) as session:
        set_flag(session, [3], Flag.QUOTE, coder_id(session, CODER))
    MemoDesk(study, CODER).write(MemoPlace("answer", 3), "Merk")
    MemoDesk(study, CODER).write(MemoPlace("question", 1), "Merk")
    assert left(study, Wanted(question=1)) == [1, 2, 6]
    assert left(study, Wanted(question=2)) == [1, 3, 4, 5]


def test_words_may_stand_anywhere_in_the_line_in_any_order(study: Study) -> None:
    code(study, "R1", "k1", "Bolig / Antall")
    code(study, "R2", "k1", "Tid")
    study.undo(CODER)
    assert left(study, Wanted(words="ANTALL bolig")) == [2]
    assert left(study, Wanted(words="tid")) == [3, 4]


def test_parts_of_a_filter_combine(study: Study) -> None:
    code(study, "R1", "k1", "Bolig", CODER_2)
    code(study, "R2", "k1", "Bolig")
    assert left(study, Wanted(coder=CODER, codes=under(study, "Bolig"), words="r2")) == [3]


def test_a_search_that_is_not_wanted_any_more_ends(study: Study) -> None:
    def heed() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Logbook(study, CODER).ids(Wanted(words="x"), says, heed)


def test_a_line_of_an_undo_knows_its_action(study: Study) -> None:
    code(study, "R1", "k1", "Bolig")
    study.undo(CODER)
    study.redo(CODER)
    entries = Logbook(study, CODER).rows([2, 3, 4, 99])
    assert [(entry.id, entry.action.id) for entry in entries] == [(2, 2), (3, 2), (4, 2)]
    assert [entry.step.in_effect for entry in entries] == [True, False, True]


def test_a_coding_is_told_with_the_answer_it_is_on(study: Study) -> None:
    code(study, "R1", "k1", "Bolig")
    details = Logbook(study, CODER).details(2)
    assert told(study, 2) == [("code", "added", "", "Bolig"), ("coding", "added", "", "Bolig")]
    whose = details.changes[1].whose
    assert whose is not None
    assert (whose.question, whose.respondent) == ("k1", "R1")
    assert LONG.startswith(whose.beginning)
    assert len(whose.beginning) == 200


def test_what_is_gone_by_now_is_told_as_it_was(study: Study) -> None:
    code(study, "R1", "k1", "Bolig / Antall")
    study.undo(CODER)
    assert told(study, 2) == [
        ("code", "added", "", "Bolig"),
        ("code", "added", "", "Bolig / Antall"),
        ("coding", "added", "", "Bolig / Antall"),
    ]
    assert sorted(told(study, 3)) == [
        ("code", "removed", "Bolig", ""),
        ("code", "removed", "Bolig / Antall", ""),
        ("coding", "removed", "Bolig / Antall", ""),
    ]


def test_a_change_is_told_with_what_was_before(study: Study) -> None:
    code(study, "R1", "k1", "Hus")
    with study.act("rename_code", CODER) as session:
        tree = codebook_of(session, find_question(session, "k1").id)
        rename(session, tree, next(tree.walk()), "Bolig")
    MemoDesk(study, CODER).write(MemoPlace("answer", 1), "Merk")
    desk = MemoDesk(study, CODER)
    desk.change(desk.memos(MemoPlace("answer", 1))[0], "Merk deg")
    assert told(study, 3) == [("code", "changed", "Hus", "Bolig")]
    assert told(study, 4) == [("memo", "added", "", "Merk")]
    assert told(study, 5) == [("memo", "changed", "Merk", "Merk deg")]


def test_flags_are_told(study: Study) -> None:
    with study.act("flag", CODER) as session:
        set_flag(session, [1, 2], Flag.QUOTE, coder_id(session, CODER))
    with study.act("flag", CODER) as session:
        unset_flag(session, [2], Flag.QUOTE)
    assert told(study, 2) == [("flag", "added", "", "quote")] * 2
    assert told(study, 3) == [("flag", "removed", "quote", "")]


def test_of_a_large_step_the_first_rows_are_told_and_all_are_counted(study: Study) -> None:
    code_all(study, [("R1", "k1", ";".join(f"Kode {n}" for n in range(50)))])
    details = Logbook(study, CODER).details(2, 20)
    assert (len(details.changes), details.told_of) == (20, 100)
    assert details.counts["coding"] == 50


def test_an_import_is_told_in_numbers(study: Study) -> None:
    details = Logbook(study, CODER).details(1)
    assert (details.counts["answer"], details.counts["respondent"]) == (3, 2)


def test_the_way_back_and_the_way_forward_are_counted_and_begun(study: Study) -> None:
    for path in ("A", "B", "C"):
        code(study, "R1", "k1", path)
    logbook = Logbook(study, CODER)
    way = logbook.done_after(1, 2)
    assert (way.count, [step.id for step in way.first]) == (3, [4, 3])
    logbook.undo_to(1, lambda _: None)
    way = logbook.waiting_until(3, 1)
    assert (way.count, [step.id for step in way.first]) == (2, [2])
    assert logbook.waiting_until(1, 1).count == 0
