"""Answers whose text changed after they were coded: what a person decides about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.actions import accept_text, changed_answers, reject_text
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import find_answer, find_question, questions
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True)
class ChangedAnswer:
    """The text an answer was coded on, and the text it has now."""

    answer_id: int
    question: str
    respondent: str
    coded: str
    now: str


def list_changed(session: Session) -> list[ChangedAnswer]:
    """All answers of the study whose codings were made on an earlier text."""
    return [
        _changed(session, answer, question.full_key)
        for question in questions(session)
        for answer in changed_answers(session, question)
    ]


def settle(session: Session, accept: Sequence[str], reject: Sequence[str], accept_all: bool) -> int:
    """Accept or reject changed texts, each named KEY:RESPONDENT; returns how many."""
    changed = list_changed(session)
    rejected = [_answer(session, changed, name) for name in reject]
    accepted = [_answer(session, changed, name) for name in accept]
    if accept_all:
        accepted = [each.answer_id for each in changed if each.answer_id not in rejected]
    for answer in rejected:
        reject_text(session, answer)
    for answer in accepted:
        accept_text(session, answer)
    return len(accepted) + len(rejected)


def _answer(session: Session, changed: Sequence[ChangedAnswer], name: str) -> int:
    for each in changed:
        if name.strip() == f"{each.question}:{each.respondent}":
            return each.answer_id
    key, colon, respondent = name.partition(":")
    if not colon:
        raise Problem(f"{name} names no answer.", "Write KEY:RESPONDENT, for example: k7.3:R001")
    question = find_question(session, key)
    answer, _ = find_answer(session, question, respondent.strip())
    if answer not in [each.answer_id for each in changed]:
        raise Problem(f"{name} has not changed since it was coded.", "Nothing was changed.")
    return answer


def _changed(session: Session, answer_id: int, question: str) -> ChangedAnswer:
    coded = session.scalar(
        select(func.min(CodingRow.version)).where(CodingRow.answer_id == answer_id)
    )
    texts = dict(
        session.execute(
            select(VersionRow.number, VersionRow.text).where(VersionRow.answer_id == answer_id)
        ).all()
    )
    respondent, version = session.execute(
        select(RespondentRow.key, AnswerRow.version)
        .join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
        .join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
        .where(AnswerRow.id == answer_id)
    ).one()
    return ChangedAnswer(answer_id, question, respondent, texts[coded or version], texts[version])
