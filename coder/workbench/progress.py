"""How far the coding is, and where it goes on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.tables import CodingRow
from coder.workbench.ids import among, read_ids
from corpus.tables import AnswerRow

_NEAR = 100


@dataclass(frozen=True)
class Left:
    """How many answers have text, and how many of them no code."""

    answered: int
    uncoded: int

    @property
    def is_done(self) -> bool:
        """Whether every answer with text has a code."""
        return self.uncoded == 0


def left_by_question(session: Session) -> dict[int, Left]:
    """What is left of each question that has answers with text, by question id."""
    uncoded = AnswerRow.id.not_in(select(CodingRow.answer_id))
    query = (
        select(AnswerRow.question_id, func.count(), func.count().filter(uncoded))
        .where(AnswerRow.version > 0)
        .group_by(AnswerRow.question_id)
    )
    return {question: Left(*counts) for question, *counts in session.execute(query)}


def left_in_all(each: Iterable[Left]) -> Left:
    """What is left of several questions together."""
    known = list(each)
    return Left(sum(left.answered for left in known), sum(left.uncoded for left in known))


def uncoded_among(session: Session, answers: Collection[int]) -> set[int]:
    """Those of these answers that have no code.

    Asked before and after an action for the answers it touches, it keeps a counter right without
    counting everything again.
    """
    uncoded = AnswerRow.id.not_in(select(CodingRow.answer_id))
    query = select(AnswerRow.id).where(AnswerRow.id.in_(among(answers)), uncoded)
    return set(read_ids(session, query))


def next_uncoded(session: Session, ids: Sequence[int], after: int | None = None) -> int | None:
    """The next answer without a code in a list of answers; behind its end comes its beginning.

    `after` is where one stands (None, or not in the list: before the first). It is found too when
    it is the only one left; None when all are coded.
    """
    start = ids.index(after) + 1 if after in ids else 0
    round_ = [*ids[start:], *ids[:start]]
    for look in (round_[:_NEAR], round_[_NEAR:]):
        uncoded = uncoded_among(session, look)
        if uncoded:
            return next(id_ for id_ in look if id_ in uncoded)
    return None
