"""Respondents against codes: missing is not nought, and every code is counted once."""

from pathlib import Path

import pytest

from coder.matrix import MISSING, Matrix, read_matrix
from coder.people import known_coder_id
from coder.study import Study
from corpus.queries import find_question
from tests.builders import CODER_2, code_all, import_records, new_study, records, respondent


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """R1 has two codes under one theme, R2 none, R3 left it blank, R4 was asked k2 only."""
    study = new_study(tmp_path)
    answers = [("R1", "k1", "Penger"), ("R2", "k1", "Tid"), ("R3", "k1", ""), ("R4", "k2", "Ja")]
    import_records(study, records(answers, [respondent("R1", "<2000", region="Sør")]))
    code_all(study, [("R1", "k1", "Ressurser / Penger;Ressurser / Folk"), ("R4", "k2", "Annet")])
    return study


def _marks(matrix: Matrix, place: int = 1) -> dict[str, list[int]]:
    """The columns of a question by the names of their codes."""
    question = next(each for each in matrix.questions if each.place == place)
    columns = zip(question.codes, question.marks.T, strict=True)
    return {" / ".join(code.path): marks.tolist() for code, marks in columns}


def test_having_a_code_is_1_and_not_having_it_0_and_no_answer_missing(study: Study) -> None:
    with study.read() as session:
        matrix = read_matrix(session)
    assert [row.key for row in matrix.rows] == ["R1", "R2", "R3", "R4"]
    assert matrix.questions[0].status.tolist() == [1, 1, 0, MISSING]
    assert _marks(matrix) == {
        "Ressurser / Penger": [1, 0, MISSING, MISSING],
        "Ressurser / Folk": [1, 0, MISSING, MISSING],
    }


def test_a_theme_is_1_once_whatever_is_under_it(study: Study) -> None:
    with study.read() as session:
        matrix = read_matrix(session, level="theme")
    assert _marks(matrix) == {"Ressurser": [1, 0, MISSING, MISSING]}


def test_only_the_wanted_questions_are_read_and_keep_their_places(study: Study) -> None:
    with study.read() as session:
        matrix = read_matrix(session, [find_question(session, "k2")])
    assert [question.place for question in matrix.questions] == [2]


def test_only_one_coders_codings_are_read(study: Study) -> None:
    code_all(study, [("R2", "k1", "Ressurser / Penger")], CODER_2)
    with study.read() as session:
        both = read_matrix(session)
        one = read_matrix(session, coder=known_coder_id(session, CODER_2))
    assert _marks(both)["Ressurser / Penger"] == [1, 1, MISSING, MISSING]
    assert _marks(one)["Ressurser / Penger"] == [0, 1, MISSING, MISSING]


def test_closed_answers_stand_as_they_were_written(study: Study) -> None:
    with study.read() as session:
        matrix = read_matrix(session)
    assert matrix.values == {"region": ("Sør", "", "", "")}
    assert matrix.rows[0].band == "<2000"


def test_a_code_that_nobody_has_is_a_column_of_noughts(study: Study) -> None:
    code_all(study, [("R2", "k1", "Unødig")])
    code_all(study, [("R2", "k1", "Ressurser / Folk")])
    with study.act("undo_test", CODER_2) as session:
        from sqlalchemy import delete

        from codebooks.queries import codebook_of
        from coder.choosing import code_named
        from coder.tables import CodingRow

        tree = codebook_of(session, find_question(session, "k1").id)
        unused = code_named(tree, "Unødig").id
        session.execute(delete(CodingRow).where(CodingRow.code_id == unused))
    with study.read() as session:
        assert _marks(read_matrix(session))["Unødig"] == [0, 0, MISSING, MISSING]
