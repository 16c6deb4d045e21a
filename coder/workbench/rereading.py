"""Work lists for reading again: answers that may have a late code, and a sample of own codings."""

import random
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from codebooks.tree import Code
from coder.tables import CodingRow
from coder.workbench.ids import among, read_ids
from coder.workbench.texts import texts_of_question
from coder.workbench.word_overlap import rank
from corpus.queries import Question


@dataclass(frozen=True, slots=True)
class OwnCoding:
    """A coding that its coder looks at again."""

    id: int
    answer_id: int
    code_id: int


def may_have(
    session: Session, question: Question, code: Code, limit: int = 100
) -> list[tuple[int, float]]:
    """Answers coded before this code was first used that may have it, the likeliest first.

    Judged by the words of the code's name and of the answers that have it; the scores only order.
    """
    texts = texts_of_question(session, question)
    of_question, with_code = CodingRow.question_id == question.id, CodingRow.code_id == code.id
    first = session.scalar(select(func.min(CodingRow.id)).where(of_question, with_code))
    having = _answers(session, of_question, with_code)
    before = () if first is None else (CodingRow.id < first,)
    earlier = _answers(session, of_question, *before) - having
    return rank(texts, code.name, having, earlier)[:limit]


def sample_of_codings(
    session: Session, question: Question, coder: int, size: int, seed: int
) -> list[OwnCoding]:
    """So many of a coder's codings, or all, in a random order; the same seed draws the same."""
    of_coder = (CodingRow.question_id == question.id, CodingRow.coder_id == coder)
    ids = read_ids(session, select(CodingRow.id).where(*of_coder).order_by(CodingRow.id))
    drawn = random.Random(seed).sample(ids, min(size, len(ids)))
    query = select(CodingRow.id, CodingRow.answer_id, CodingRow.code_id).where(
        CodingRow.id.in_(among(drawn))
    )
    rows = {row[0]: OwnCoding(*row) for row in session.execute(query)}
    return [rows[id_] for id_ in drawn]


def _answers(session: Session, *where: ColumnElement[bool]) -> set[int]:
    return set(read_ids(session, select(CodingRow.answer_id).where(*where)))
