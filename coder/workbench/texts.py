"""The texts in use of many answers, read at once."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow

_AT_ONCE = 2_000
"""Rows fetched at a time, so that a thread that reads them never stops the others for long."""

Texts = Sequence[tuple[int, str]]
"""Answer ids with their texts."""


def texts_of_question(session: Session, question: Question, *more: ColumnElement[bool]) -> Texts:
    """The texts of all answers of a question, or of those for which more holds, in no order."""
    in_use = (VersionRow.answer_id == AnswerRow.id) & (VersionRow.number == AnswerRow.version)
    query = (
        select(AnswerRow.id, VersionRow.text)
        .join(VersionRow, in_use)
        .where(AnswerRow.question_id == question.id, *more)
    )
    rows = session.connection().execute(query)
    return [row for piece in rows.partitions(_AT_ONCE) for row in piece]
