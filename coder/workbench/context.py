"""What stands beside one answer while it is coded."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.tables import CoderRow, CodingRow
from corpus.queries import IN_USE, over_answers
from corpus.tables import (
    AnswerRow,
    PresenceRow,
    QuestionRow,
    RespondentRow,
    ValueRow,
    VariableRow,
    VersionRow,
)


@dataclass(frozen=True, slots=True)
class CodingShown:
    """A code on an answer; `start` and `end` are None for the whole of it.

    Positions are those of version `version` of the text.
    """

    id: int
    code_id: int
    start: int | None
    end: int | None
    coder: str
    version: int


@dataclass(frozen=True)
class AnswerContext:
    """One answer with its codings, in the order of the text, and its respondent's other answers.

    `closed` are (variable, value) of the respondent in the answer's wave; `others` are (question
    key with its wave, text) of all waves.
    """

    id: int
    respondent: str
    band: str
    version: int
    text: str
    codings: tuple[CodingShown, ...]
    closed: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


def answer_context(session: Session, answer_id: int) -> AnswerContext | None:
    """What stands beside an answer with text; None when there is no such answer."""
    query = over_answers(
        select(RespondentRow.key, PresenceRow.band, AnswerRow.version, VersionRow.text)
        .add_columns(PresenceRow.id, RespondentRow.id)
        .where(AnswerRow.id == answer_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    key, band, version, text, presence, respondent = row
    return AnswerContext(
        id=answer_id,
        respondent=key,
        band=band,
        version=version,
        text=text,
        codings=codings_of(session, answer_id),
        closed=_closed(session, presence),
        others=_others(session, respondent, answer_id),
    )


def codings_of(session: Session, answer_id: int) -> tuple[CodingShown, ...]:
    """The codings of an answer: of the whole first, then in the order of the text."""
    query = (
        select(CodingRow.id, CodingRow.code_id, CodingRow.start_at, CodingRow.end_at)
        .add_columns(CoderRow.name, CodingRow.version)
        .join(CoderRow, CoderRow.id == CodingRow.coder_id)
        .where(CodingRow.answer_id == answer_id)
        .order_by(CodingRow.start_at.nulls_first(), CodingRow.end_at, CodingRow.id)
    )
    return tuple(CodingShown(*row) for row in session.execute(query))


def _closed(session: Session, presence_id: int) -> tuple[tuple[str, str], ...]:
    query = (
        select(VariableRow.key, ValueRow.text)
        .join(ValueRow, ValueRow.variable_id == VariableRow.id)
        .where(ValueRow.presence_id == presence_id)
        .order_by(VariableRow.id)
    )
    return tuple((variable, value) for variable, value in session.execute(query))


def _others(session: Session, respondent_id: int, answer_id: int) -> tuple[tuple[str, str], ...]:
    query = (
        select(QuestionRow.key, QuestionRow.wave, VersionRow.text)
        .join(AnswerRow, AnswerRow.question_id == QuestionRow.id)
        .join(VersionRow, IN_USE)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(PresenceRow.respondent_id == respondent_id, AnswerRow.id != answer_id)
        .order_by(QuestionRow.wave, QuestionRow.position, QuestionRow.id)
    )
    return tuple(
        (f"{key}@{wave}" if wave else key, text) for key, wave, text in session.execute(query)
    )
