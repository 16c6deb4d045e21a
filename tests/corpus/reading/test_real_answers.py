"""The real answers of 2016 are read without a question, the same from every file."""

from pathlib import Path

import pytest

from corpus.reading.choices import Choices
from corpus.reading.extracting import records
from corpus.reading.files import read_sheet
from corpus.reading.planning import make_plan
from corpus.reading.records import Records
from tests.corpus.reading.tables import SCHEME

SAID = Choices(
    layout="long",
    id="answer_id",
    question_column="chapter",
    question_text_column="question",
    text_column="text",
    codes_column="theme",
    band="size_band",
)


def read_file(path: Path, choices: Choices | None = None) -> Records:
    """What a file says, without a doubt."""
    sheet = read_sheet(path)
    plan = make_plan(sheet, path, choices or Choices(), SCHEME)
    assert plan.doubts == ()
    return records(sheet, plan, SCHEME)


@pytest.mark.parametrize("name", ["answers_2016_wide.xlsx", "answers_2016_wide_cp1252.csv"])
def test_the_wide_files_hold_238_answers_of_50_respondents(shared_data: Path, name: str) -> None:
    found = read_file(shared_data / name)
    assert (len(found.respondents), len(found.questions)) == (50, 17)
    assert sum(answer.text != "" for answer in found.answers) == 238
    assert len(found.answers) == 50 * 17


def test_workbook_and_text_file_say_the_same(shared_data: Path) -> None:
    workbook = read_file(shared_data / "answers_2016_wide.xlsx")
    assert workbook == read_file(shared_data / "answers_2016_wide_cp1252.csv")


@pytest.mark.parametrize("said", [None, SAID])
def test_the_long_file_holds_238_answers_with_their_codes(
    shared_data: Path, said: Choices | None
) -> None:
    found = read_file(shared_data / "answers_2016.csv", said)
    assert (len(found.answers), len(found.questions)) == (238, 17)
    assert sum(len(answer.codes) == 2 for answer in found.answers) == 5
    assert found.oddities == ()
    assert {one.band for one in found.respondents} <= set(SCHEME.names)


def test_long_and_wide_hold_the_same_texts(shared_data: Path) -> None:
    long = read_file(shared_data / "answers_2016.csv")
    wide = read_file(shared_data / "answers_2016_wide.xlsx")
    said = {(answer.question, answer.text) for answer in long.answers}
    assert said == {(answer.question, answer.text) for answer in wide.answers if answer.text}
    assert {question.key for question in long.questions} == {one.key for one in wide.questions}
