"""The texts in use of many answers, read at once."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from corpus.queries import IN_USE, Question
from corpus.tables import AnswerRow, VersionRow

_AT_ONCE = 2_000
"""Rows fetched at a time, so that a thread that reads them never stops the others for long."""

Texts = Sequence[tuple[int, str]]
"""Answer ids with their texts."""


def texts_of_question(session: Session, question: Question, *more: ColumnElement[bool]) -> Texts:
    """The texts of all answers of a question, or of those for which more holds, in no order."""
    query = (
        select(AnswerRow.id, VersionRow.text)
        .join(VersionRow, IN_USE)
        .where(AnswerRow.question_id == question.id, *more)
    )
    rows = session.connection().execute(query)
    return [row for piece in rows.partitions(_AT_ONCE) for row in piece]


def state_of_texts(session: Session, question: Question) -> tuple[int, ...]:
    """Numbers that are others when answers of a question came, went, or got another text."""
    query = select(func.count(), func.sum(AnswerRow.id), func.sum(AnswerRow.version)).where(
        AnswerRow.question_id == question.id, AnswerRow.version > 0
    )
    return tuple(number or 0 for number in session.execute(query).one())
