"""When codes were used last."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.tables import CodingRow
from corpus.queries import Question


def last_uses(session: Session, question: Question) -> dict[int, int]:
    """The latest coding of every code in use: a number that grows with time, by code id."""
    rows = session.execute(
        select(CodingRow.code_id, func.max(CodingRow.id))
        .where(CodingRow.question_id == question.id)
        .group_by(CodingRow.code_id)
    )
    return dict(rows.all())
