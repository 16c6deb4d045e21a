"""How far the coding is, and what still needs a person."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from codebooks.queries import codebook_of
from coder.checking import check_study
from coder.coding import Wanted, code_answer
from coder.intake.report import Wishes
from coder.integrity import check_connection
from coder.modes import change_question
from coder.overview import overview
from coder.queries import coded_answers, count_uncoded, progress, uncoded_answers
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, new_study, records, respondent


def _study(folder: Path, answers: int = 4) -> Study:
    study = new_study(folder)
    found = [(f"r{at}", "k1", f"Svar {at}") for at in range(answers)]
    import_records(study, records([*found, ("blank", "k1", "")], [respondent("ikke spurt")]))
    return study


def test_asked_blank_coded_and_uncoded_are_four_numbers(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("r0", "k1", "Bolig;NAV"), ("r1", "k1", "Bolig")])
        with study.read() as session:
            done = progress(session, find_question(session, "k1"))
    assert (done.asked, done.answered, done.blank) == (5, 4, 1)
    assert (done.coded, done.uncoded, done.codes) == (2, 2, 2)


def test_new_codes_are_those_first_used_on_the_fifty_answers_coded_last(tmp_path: Path) -> None:
    with _study(tmp_path, 60) as study:
        for at in range(60):
            code = "Ny" if at == 30 else "Sen" if at == 59 else "Gammel" if at else "Først"
            code_all(study, [(f"r{at}", "k1", code)])
        with study.read() as session:
            done = progress(session, find_question(session, "k1"))
    assert (done.codes, done.new_codes) == (4, 2)


def test_nothing_coded_has_no_new_codes(tmp_path: Path) -> None:
    with _study(tmp_path) as study, study.read() as session:
        assert progress(session, find_question(session, "k1")).new_codes == 0


def test_uncoded_answers_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("r1", "k1", "Bolig")])
        with study.read() as session:
            question = find_question(session, "k1")
            tree = codebook_of(session, question.id)
            left = coded_answers(session, question, tree, uncoded=True)
            assert len(uncoded_answers(session, question)) == 3
    assert [each.respondent for each in left] == ["r0", "r2", "r3"]


def test_answers_with_a_code_are_listed(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("r1", "k1", "Bolig"), ("r2", "k1", "Bolig>>Leie"), ("r3", "k1", "NAV")])
        with study.read() as session:
            question = find_question(session, "k1")
            tree = codebook_of(session, question.id)
            theme = next(code for code in tree.walk() if code.name == "Bolig")
            found = coded_answers(session, question, tree, codes=tree.subtree(theme.id))
    assert [each.respondent for each in found] == ["r1", "r2"]


def test_what_one_coder_has_left_is_counted_for_each(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("r0", "k1", "Bolig"), ("r1", "k1", "Bolig")], CODER)
        code_all(study, [("r1", "k1", "Bolig")], CODER_2)
        with study.read() as session:
            question = find_question(session, "k1")
            left = [count_uncoded(session, question, coder) for coder in (None, 1, 2)]
    assert left == [2, 2, 3]


def test_a_study_at_a_glance_has_every_question_and_wave(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        wishes = Wishes(wave="2021", coder=CODER)
        import_records(study, records([("r0", "k1", "Svar")]), wishes)
        with study.read() as session:
            found = overview(session).as_json()
    listed = found["questions"]
    assert isinstance(listed, list)
    assert [(each["key"], each["wave"], each["answered"]) for each in listed] == [
        ("k1", None, 4),
        ("k1", "2021", 1),
    ]
    assert (found["study"], found["language"], found["respondents"]) == ("Studie", "nb", 6)


def test_a_study_without_codes_is_open(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        found = check_study(study)
    assert found.is_open
    assert [each.respondents for each in found.uncoded] == [("r0", "r1", "r2", "r3")]
    assert found.as_json()["integrity"] == "ok"


def test_a_study_with_a_code_on_every_answer_is_done(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [(f"r{at}", "k1", "Bolig") for at in range(4)])
        found = check_study(study)
    assert not found.is_open
    assert list(found.lines()) == ["All answers are coded and the file is whole."]


def test_several_codes_where_one_is_taken_are_found(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        code_all(study, [(f"r{at}", "k1", "Bolig") for at in range(4)])
        with study.act("question", CODER) as session:
            change_question(session, "k1", single=True)
            session.execute(text("UPDATE codebook SET single = 0"))
            code_answer(session, Wanted("k1", "r2", ("NAV",), None, CODER), True)
            session.execute(text("UPDATE codebook SET single = 1"))
        found = check_study(study)
    assert [each.respondents for each in found.several] == [("r2",)]


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE version SET text = text || '.' WHERE id = 1", "not what was stored"),
        ("UPDATE coding SET band = 'bydel'", "wrong size band"),
        ("DELETE FROM answer WHERE id = 1", "not there"),
    ],
)
def test_damage_inside_the_file_is_found(tmp_path: Path, damage: str, fault: str) -> None:
    with _study(tmp_path) as study:
        code_all(study, [("r0", "k1", "Bolig")])
    with closing(sqlite3.connect(study.path)) as connection:
        connection.execute(damage)
        assert any(fault in found for found in check_connection(connection))


def test_what_is_no_study_file_at_all_is_a_fault_and_no_crash() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert check_connection(connection) != []
