"""Who coded what, out of the study, as frozen rows."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from codebooks.tree import CodeTree
from coder.tables import CodingRow
from corpus.queries import Question, over_answers, reach
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow

_RECENT = 50


@dataclass(frozen=True)
class QuestionProgress:
    """How far the coding of a question is; `codes` are those in use.

    `new_codes` counts the codes first used on one of the 50 answers coded last.
    """

    asked: int
    answered: int
    coded: int
    codes: int
    new_codes: int

    @property
    def blank(self) -> int:
        """Asked, but left empty."""
        return self.asked - self.answered

    @property
    def uncoded(self) -> int:
        """Answers with text and no code."""
        return self.answered - self.coded


@dataclass(frozen=True)
class CodedAnswer:
    """An answer with its codes, for the researcher's eyes only."""

    respondent: str
    text: str
    codes: tuple[tuple[str, ...], ...]
    band: str


def progress(session: Session, question: Question) -> QuestionProgress:
    """How far the coding of a question is."""
    counts = reach(session, question)
    of_question = CodingRow.question_id == question.id
    coded = counts.answered - count_uncoded(session, question)
    codes = session.scalar(select(func.count(CodingRow.code_id.distinct())).where(of_question))
    first_by_answer = (
        select(func.min(CodingRow.id).label("first"))
        .where(of_question)
        .group_by(CodingRow.answer_id)
        .order_by(func.min(CodingRow.id).desc())
        .limit(_RECENT)
        .subquery()
    )
    since = session.scalar(select(func.min(first_by_answer.c.first)))
    births = select(func.min(CodingRow.id)).where(of_question).group_by(CodingRow.code_id)
    born = sum(first >= since for first in session.scalars(births)) if since else 0
    return QuestionProgress(counts.asked, counts.answered, coded, codes or 0, born)


def count_uncoded(session: Session, question: Question, coder: int | None = None) -> int:
    """How many answers with text have no code, or none by this coder."""
    uncoded = _uncoded(question, coder)
    return session.scalar(select(func.count()).select_from(AnswerRow).where(*uncoded)) or 0


def uncoded_answers(session: Session, question: Question) -> list[int]:
    """The ids of the answers with text that have no code, in the order of the file."""
    rows = session.scalars(select(AnswerRow.id).where(*_uncoded(question)).order_by(AnswerRow.id))
    return list(rows)


def coded_answers(
    session: Session,
    question: Question,
    tree: CodeTree,
    *,
    uncoded: bool = False,
    codes: Collection[int] | None = None,
) -> list[CodedAnswer]:
    """The answers with text, in file order; only uncoded ones, or with one of `codes`."""
    having = _codes_by_answer(session, question)
    rows = session.execute(
        over_answers(select(AnswerRow.id, RespondentRow.key, VersionRow.text, PresenceRow.band))
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    ).all()
    order = {code.id: at for at, code in enumerate(tree.walk())}
    return [
        CodedAnswer(
            key,
            text,
            tuple(tree.path(id_) for id_ in sorted(having[answer], key=lambda i: order.get(i, 0))),
            band,
        )
        for answer, key, text, band in rows
        if not (uncoded and having[answer])
        and (codes is None or not having[answer].isdisjoint(codes))
    ]


def _uncoded(question: Question, coder: int | None = None) -> tuple[ColumnElement[bool], ...]:
    coding = exists().where(CodingRow.answer_id == AnswerRow.id)
    if coder is not None:
        coding = coding.where(CodingRow.coder_id == coder)
    return (AnswerRow.question_id == question.id, AnswerRow.version > 0, ~coding)


def _codes_by_answer(session: Session, question: Question) -> dict[int, set[int]]:
    rows = session.execute(
        select(CodingRow.answer_id, CodingRow.code_id).where(CodingRow.question_id == question.id)
    )
    having: dict[int, set[int]] = defaultdict(set)
    for answer, code in rows:
        having[answer].add(code)
    return having
