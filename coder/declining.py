"""Suggested codes that a person has looked at and not given, so that nobody is asked again."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from coder.tables import CodingRow, DeclinedRow
from corpus.store.bulk import bulk_insert, next_id
from corpus.store.ids import among

Scored = Sequence[tuple[int, int]]
"""Answers, and how likely each was to have a code, in thousandths."""


def decline(session: Session, code_id: int, scored: Scored, coder: int) -> int:
    """Remember that a code was declined for answers; returns for how many that is new."""
    scores = dict(scored)
    known = select(DeclinedRow.answer_id).where(
        DeclinedRow.code_id == code_id,
        DeclinedRow.coder_id == coder,
        DeclinedRow.answer_id.in_(among(scores)),
    )
    known_ids = set(session.scalars(known))
    new = [(answer, score) for answer, score in scores.items() if answer not in known_ids]
    first = next_id(session, DeclinedRow)
    rows = [(first + at, answer, code_id, coder, score) for at, (answer, score) in enumerate(new)]
    bulk_insert(session, DeclinedRow, DeclinedRow.__table__.columns.keys(), rows)
    return len(rows)


def decline_taken(session: Session, code_id: int, answers: Collection[int], coder: int) -> int:
    """Remember as declined what a coder once took as a suggestion, before it is taken off."""
    query = select(CodingRow.answer_id, func.max(CodingRow.score)).where(
        CodingRow.code_id == code_id,
        CodingRow.coder_id == coder,
        CodingRow.score.is_not(None),
        CodingRow.answer_id.in_(among(answers)),
    )
    rows = session.execute(query.group_by(CodingRow.answer_id)).all()
    return decline(session, code_id, [(answer, score or 0) for answer, score in rows], coder)


def give_after_all(
    session: Session, codes: Collection[int], answers: Collection[int], coder: int
) -> None:
    """What a coder gives is not declined any more."""
    given = (
        DeclinedRow.code_id.in_(among(codes)),
        DeclinedRow.answer_id.in_(among(answers)),
        DeclinedRow.coder_id == coder,
    )
    session.execute(delete(DeclinedRow).where(*given))


def declined_pairs(session: Session, answers: Collection[int]) -> set[tuple[int, int]]:
    """The answers, each with a code that anybody declined for it."""
    query = select(DeclinedRow.answer_id, DeclinedRow.code_id)
    rows = session.execute(query.where(DeclinedRow.answer_id.in_(among(answers))))
    return {(answer, code) for answer, code in rows}


def declined_answers(session: Session, code_id: int) -> set[int]:
    """The answers for which anybody declined a code."""
    query = select(DeclinedRow.answer_id).where(DeclinedRow.code_id == code_id)
    return set(session.scalars(query))


def forget_declined(session: Session, codes: Collection[int]) -> None:
    """What was declined of codes that became others: these mean more, and are asked about anew."""
    session.execute(delete(DeclinedRow).where(DeclinedRow.code_id.in_(among(codes))))
