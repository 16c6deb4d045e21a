"""Wide files: one row per respondent, one column per open question."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.bands import BandScheme
from corpus.reading.given_codes import CodeColumns
from corpus.reading.keys import with_keys
from corpus.reading.plan import Column, Oddity, Plan, Role
from corpus.reading.records import AnswerRecord, Keep, QuestionRecord, Records
from corpus.reading.sheet import Row, Sheet
from corpus.reading.units import fact_columns, read_respondent


def read_wide(sheet: Sheet, plan: Plan, scheme: BandScheme, keep: Keep) -> Records:
    """One answer for every respondent and question, blank ones included.

    Rows without id are left out and reported, as are those whose id another row has: the first or
    the last is kept.
    """
    questions, codes = _questions(plan), CodeColumns(plan)
    kept, oddities = _one_row_each(sheet, plan, keep)
    columns = fact_columns(plan)
    respondents = []
    for key, (row, cells) in kept.items():
        respondent, odd = read_respondent(row, key, cells, columns, scheme)
        respondents.append(respondent)
        oddities += odd
    return Records(
        questions=tuple(QuestionRecord(column.key, column.text) for column in questions),
        respondents=tuple(respondents),
        answers=tuple(_answers(kept, questions, codes, oddities)),
        oddities=tuple(oddities),
        paths=codes.paths,
    )


def _questions(plan: Plan) -> tuple[Column, ...]:
    """The questions with their keys, found anew when a changed plan leaves one without."""
    asked = plan.having(Role.QUESTION)
    return asked if all(column.key for column in asked) else with_keys(asked)


def _answers(
    kept: Mapping[str, Row],
    questions: Sequence[Column],
    codes: CodeColumns,
    oddities: list[Oddity],
) -> Iterator[AnswerRecord]:
    asked = [(column.position, column.key) for column in questions]
    for key, (row, cells) in kept.items():
        for position, question in asked:
            text = "" if cells[position].isspace() else cells[position]
            if not codes:
                yield AnswerRecord(row, key, question, text)
                continue
            given, odd = codes.read(row, cells, question)
            oddities += odd
            if given and not text:
                sentence = f"“{key}” has codes but no answer to {question}; they are left out."
                oddities.append(Oddity(row, "codes", sentence))
            yield AnswerRecord(row, key, question, text, given)


def _one_row_each(sheet: Sheet, plan: Plan, keep: Keep) -> tuple[dict[str, Row], list[Oddity]]:
    """The row of every respondent by id, and what is said of the rows left out."""
    column = plan.one(Role.ID)
    if column is None:
        return {str(row[0]): row for row in sheet.rows}, []
    kept: dict[str, Row] = {}
    oddities = []
    for row in sheet.rows:
        number, key = row[0], row[1][column.position].strip()
        if not key:
            sentence = f"“{column.header}” is empty; the row is left out."
            oddities.append(Oddity(number, "missing id", sentence))
            continue
        if key in kept:
            left, stays = kept[key][0], number
            if keep == "first":
                left, stays = stays, left
            sentence = f"“{key}” stands in row {stays} too, which counts; row {left} is left out."
            oddities.append(Oddity(left, "duplicate id", sentence))
        if key not in kept or keep == "last":
            kept[key] = row
    return kept, oddities
