"""The case matrix: what stands in which cell, and what is said under it."""

from pathlib import Path

import pytest

from coder.cases.pseudonyms import number_cases
from coder.quoting.choosing import choose
from coder.quoting.piece import Place
from coder.results.case_matrix import CaseMatrix
from coder.results.cases import CaseWishes, CellKind, case_matrix
from coder.results.passages import coded_passages
from coder.study import Study
from corpus.language import Language
from corpus.problems import Problem
from corpus.queries import find_question, questions
from tests.builders import CODER, code_all, code_segment, import_records, new_study, records


def _study(folder: Path, cases: int = 1, language: Language = "nb") -> Study:
    study = new_study(folder, language)
    people = [f"r{at:02}" for at in range(cases)]
    import_records(
        study, records([(who, "k1", "Vi bygger boliger. Vi leier ut.") for who in people])
    )
    code_all(study, [(who, "k1", "Bolig / Bygge;Arbeid") for who in people])
    code_segment(study, "r00", "k1", "Bolig / Leie", 19, 31)
    with study.act("number_cases", CODER, answers=cases) as session:
        number_cases(session)
    return study


def _matrix(study: Study, wishes: CaseWishes | None = None) -> CaseMatrix:
    with study.read() as session:
        return case_matrix(session, questions(session), wishes or CaseWishes())


def test_a_theme_has_what_stands_under_it_and_each_piece_once(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        made = _matrix(study)
        deeper = _matrix(study, CaseWishes(level=2))
        counts = _matrix(study, CaseWishes(CellKind.COUNTS, turned=True))
    assert made.columns == ("Bolig", "Arbeid")
    assert made.rows == ("Kommune 1",)
    whole, part = "«Vi bygger boliger. Vi leier ut.»", "«Vi leier ut.»"
    assert sorted(made.cells[0][0]) == sorted([whole, part])
    assert made.cells[0][1] == (whole,)
    assert deeper.columns == ("Bolig / Bygge", "Bolig / Leie", "Arbeid")
    assert (counts.rows, counts.columns) == (made.columns, made.rows)
    assert counts.cells == ((("2",),), (("1",),))
    assert counts.draft == ""
    assert made.draft == "UTKAST, IKKE GODKJENT"


def test_quotes_that_are_chosen_stand_alone_in_their_cell(tmp_path: Path) -> None:
    with _study(tmp_path) as study:
        with study.act("choose_quotes", CODER, answers=1) as session:
            passages = coded_passages(session, find_question(session, "k1"), None)
            part = next(each for each in passages if each.place.start == 19)
            choose(session, [(part.code, Place(part.answer, 19, 31))], 1)
        cells = _matrix(study).cells[0]
    assert cells == (("«Vi leier ut.»",), ("«Vi bygger boliger. Vi leier ut.»",))


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("nb", "Kommune 1", "knytter"),
        ("nn", "Kommune 1", "knyter"),
        ("en", "Municipality 1", "links"),
    ],
)
def test_it_says_what_a_pseudonym_does_in_each_language(
    tmp_path: Path, language: Language, name: str, said: str
) -> None:
    with _study(tmp_path, language=language) as study:
        made = _matrix(study)
    assert made.rows == (name,)
    assert said in made.notes[0]


@pytest.mark.parametrize(("cases", "warned"), [(30, False), (31, True)])
def test_more_than_thirty_cases_are_a_survey(tmp_path: Path, cases: int, warned: bool) -> None:
    with _study(tmp_path, cases) as study:
        notes = _matrix(study, CaseWishes(CellKind.COUNTS)).notes
    assert any("31 caser" in note for note in notes) == warned


def test_nothing_to_show_is_a_problem(tmp_path: Path) -> None:
    with _study(tmp_path) as study, pytest.raises(Problem, match="nothing to show"):
        _matrix(study, CaseWishes(CellKind.SUMMARIES))
