"""When, by whom and at which answer codes were born."""

from pathlib import Path

import pytest

from codebooks.edits import add_path
from codebooks.queries import codebook_of
from coder.births import Birth, births
from coder.coding import Wanted, code_answer
from coder.merging import merge
from coder.study import Study
from coder.workbench.doing import Chosen, apply, apply_new
from coder.workbench.workbench import Workbench
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records

ANSWERS = [(f"R{number}", key, f"Svar {number}") for key in ("k1", "k2") for number in range(1, 7)]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Six respondents, two questions, nothing coded."""
    study = new_study(tmp_path)
    import_records(study, records(ANSWERS))
    return study


def born(study: Study, key: str = "k1") -> dict[str, Birth]:
    """The births of a question's codes by name."""
    with study.read() as session:
        tree = codebook_of(session, find_question(session, key).id)
        return {tree.by_id[id_].name: birth for id_, birth in births(session, tree).items()}


def at(bench: Workbench, respondent: str) -> Chosen:
    """One respondent's answer as the screen chooses it."""
    return Chosen((bench.respondents_answer(respondent),), respondent)


def test_a_code_made_while_coding_is_born_at_that_answer(study: Study) -> None:
    bench = Workbench(study, "k1", CODER_2)
    apply_new(bench, "Bolig / Pris", at(bench, "R3"))
    birth = born(study)["Pris"]
    assert (birth.coder, birth.step, birth.question) == (CODER_2, 2, "k1")
    assert (birth.respondent, birth.answer_id) == ("R3", bench.respondents_answer("R3"))
    assert birth.at == "2026-05-01T00:01:00Z"


def test_a_theme_made_on_the_way_is_born_with_its_code(study: Study) -> None:
    bench = Workbench(study, "k1", CODER)
    apply_new(bench, "Bolig / Pris", at(bench, "R3"))
    found = born(study)
    assert found["Bolig"].respondent == found["Pris"].respondent == "R3"


def test_a_code_made_on_many_answers_is_born_at_the_open_one(study: Study) -> None:
    bench = Workbench(study, "k1", CODER)
    apply_new(bench, "Bolig", Chosen((1, 2, 3), "R2"))
    assert born(study)["Bolig"].respondent == "R2"


def test_a_code_of_the_command_line_is_born_at_its_answer(study: Study) -> None:
    with study.act("apply_code", CODER, question="K2", answer="R4", code="Bolig") as session:
        code_answer(session, Wanted("k2", "R4", ("Bolig",), None, CODER), True)
    birth = born(study, "k2")["Bolig"]
    assert (birth.question, birth.respondent) == ("k2", "R4")


def test_a_code_added_in_the_codebook_has_no_answer_until_it_is_used(study: Study) -> None:
    with study.act("add_code", CODER, question="k1", code="Bolig") as session:
        add_path(session, codebook_of(session, 1), ("Bolig",))
    birth = born(study)["Bolig"]
    assert not birth.at_an_answer
    assert (birth.question, birth.answer_id, birth.first_used) == ("", None, None)


def test_a_code_made_elsewhere_tells_where_it_was_first_used(study: Study) -> None:
    with study.act("add_code", CODER, question="k1", code="Bolig") as session:
        add_path(session, codebook_of(session, 1), ("Bolig",))
    bench = Workbench(study, "k1", CODER_2)
    for respondent in ("R5", "R1"):
        apply(bench, [bench.code("Bolig").id], at(bench, respondent))
    use = born(study)["Bolig"].first_used
    assert use is not None
    assert (use.respondent, use.coder, use.step, use.question) == ("R5", CODER_2, 3, "k1")


def test_codes_of_a_file_are_born_at_no_answer_but_used_at_one(study: Study) -> None:
    code_all(study, [("R2", "k1", "Bolig"), ("R1", "k1", "Bolig")])
    birth = born(study)["Bolig"]
    assert not birth.at_an_answer
    assert birth.first_used is not None
    assert birth.first_used.respondent == "R2"


def test_what_was_undone_and_done_again_was_born_the_first_time(study: Study) -> None:
    bench = Workbench(study, "k1", CODER)
    apply_new(bench, "Bolig", at(bench, "R1"))
    before = born(study)["Bolig"]
    study.undo(CODER_2)
    assert "Bolig" not in born(study)
    study.redo(CODER_2)
    assert born(study)["Bolig"] == before


def test_a_merged_code_keeps_its_birth(study: Study) -> None:
    bench = Workbench(study, "k1", CODER)
    apply_new(bench, "Bolig", at(bench, "R1"))
    apply_new(bench, "Hus", at(bench, "R2"))
    with study.act("merge_codes", CODER, question="k1") as session:
        tree = codebook_of(session, 1)
        bolig, hus = (next(c for c in tree.codes if c.name == name) for name in ("Bolig", "Hus"))
        merge(session, tree, hus, bolig)
    found = born(study)
    assert (found["Bolig"].respondent, found["Hus"].respondent) == ("R1", "R2")


def test_the_outcomes_are_born_with_the_question(study: Study) -> None:
    birth = born(study)["Vet ikke"]
    assert (birth.step, birth.coder, birth.respondent) == (1, CODER, "")
