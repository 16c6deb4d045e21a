"""The words of an import: every role has a name and a letter, every figure its noun."""

import dataclasses

from coder.intake.report import Report
from corpus.reading.plan import Oddity, Role
from corpus.reading.sheet import Sheet
from tui.import_words import ROLES, first_values, outcome_line, report_lines

REPORT = Report(
    rows=4,
    respondents=4,
    new_respondents=1,
    questions=1,
    new_questions=0,
    answers=6,
    new_answers=2,
    blanks=1,
    not_asked=0,
    kept=2,
    replaced=0,
    codes=0,
    codings=0,
    oddities=(Oddity(3, "band", "Rar."), Oddity(0, "text", "Rart.")),
)


def test_every_role_has_words_and_a_letter_of_its_own() -> None:
    assert set(ROLES) == set(Role)
    assert len({words.letter for words in ROLES.values()}) == len(ROLES)


def test_what_would_happen_stands_on_one_line() -> None:
    assert outcome_line(REPORT, is_new=True, changed=0) == (
        "4 respondents, 1 question, 6 answers, 1 blank, 2 oddities"
    )


def test_in_a_study_that_is_there_the_new_ones_are_told() -> None:
    assert outcome_line(REPORT, is_new=False, changed=2).startswith(
        "4 respondents (1 new), 1 question (0 new), 6 answers (2 new), 2 changed texts"
    )


def test_the_report_tells_odd_things_by_row() -> None:
    lines = list(report_lines(REPORT, "Imported."))
    assert "  changed             2  (0 replaced)" in lines
    assert lines[-4:] == [
        "  band: 1 in row 3",
        "      row 3: Rar.",
        "  text: 1",
        "      Rart.",
    ]


def test_many_rows_are_named_in_part() -> None:
    many = tuple(Oddity(row, "band", "Rar.") for row in range(2, 32))
    lines = list(report_lines(dataclasses.replace(REPORT, oddities=many), "Imported."))
    assert "  band: 30 in row 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 18 more" in lines
    assert len(lines) < 30


def test_the_first_different_values_of_a_column_are_on_one_line_each() -> None:
    cells = ("", "a\nb", "a b", "c", "d", "e")
    sheet = Sheet(("x",), tuple((row, (cell,)) for row, cell in enumerate(cells, 2)))
    assert first_values(sheet, 0) == ["a b", "c", "d"]
