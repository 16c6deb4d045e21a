"""What stands beside one answer while it is coded."""

from dataclasses import dataclass

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.orm import Session

from coder.tables import CoderRow, CodingRow, FlagRow, MemoRow
from coder.workbench.filters import Flag
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
    """One answer with its codings, in the order of the text.

    `closed` are (variable, value) of the respondent in the answer's wave; `flags` are of all
    coders; `memos` is how many are on the answer and its codings.
    """

    id: int
    respondent: str
    band: str
    version: int
    text: str
    codings: tuple[CodingShown, ...]
    closed: tuple[tuple[str, str], ...]
    flags: tuple[Flag, ...] = ()
    memos: int = 0


_ID = bindparam("id", type_=Integer)
_FLAGS = select(func.group_concat(FlagRow.kind)).where(FlagRow.answer_id == _ID)
_MEMOS = select(func.count()).where(MemoRow.answer_id == _ID)
_FACTS = over_answers(
    select(RespondentRow.key, PresenceRow.band, AnswerRow.version, VersionRow.text)
    .add_columns(PresenceRow.id, _FLAGS.scalar_subquery(), _MEMOS.scalar_subquery())
    .where(AnswerRow.id == _ID)
)
_CODINGS = (
    select(CodingRow.id, CodingRow.code_id, CodingRow.start_at, CodingRow.end_at)
    .add_columns(CoderRow.name, CodingRow.version)
    .join(CoderRow, CoderRow.id == CodingRow.coder_id)
    .where(CodingRow.answer_id == _ID)
    .order_by(CodingRow.start_at.nulls_first(), CodingRow.end_at, CodingRow.id)
)
_CLOSED = (
    select(VariableRow.key, ValueRow.text)
    .join(ValueRow, ValueRow.variable_id == VariableRow.id)
    .where(ValueRow.presence_id == _ID)
    .order_by(VariableRow.id)
)


def answer_context(session: Session, answer_id: int) -> AnswerContext | None:
    """What stands beside an answer with text; None when there is no such answer."""
    row = session.connection().execute(_FACTS, {"id": answer_id}).one_or_none()
    if row is None:
        return None
    key, band, version, text, presence, flagged, noted = row
    kinds = frozenset((flagged or "").split(","))
    return AnswerContext(
        id=answer_id,
        respondent=key,
        band=band,
        version=version,
        text=text,
        codings=codings_of(session, answer_id),
        closed=_closed(session, presence),
        flags=tuple(flag for flag in Flag if flag.value in kinds),
        memos=noted,
    )


def codings_of(session: Session, answer_id: int) -> tuple[CodingShown, ...]:
    """The codings of an answer: of the whole first, then in the order of the text."""
    rows = session.connection().execute(_CODINGS, {"id": answer_id})
    return tuple(CodingShown(*row) for row in rows)


def _closed(session: Session, presence_id: int) -> tuple[tuple[str, str], ...]:
    rows = session.connection().execute(_CLOSED, {"id": presence_id})
    return tuple((variable, value) for variable, value in rows)


def others_of(session: Session, answer_id: int) -> tuple[tuple[str, str], ...]:
    """What the respondent of an answer said to other questions, of all waves: (key@wave, text)."""
    of_answer = select(AnswerRow.presence_id).where(AnswerRow.id == answer_id).scalar_subquery()
    who = select(PresenceRow.respondent_id).where(PresenceRow.id == of_answer).scalar_subquery()
    query = (
        select(QuestionRow.key, QuestionRow.wave, VersionRow.text)
        .join(AnswerRow, AnswerRow.question_id == QuestionRow.id)
        .join(VersionRow, IN_USE)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(PresenceRow.respondent_id == who, AnswerRow.id != answer_id)
        .order_by(QuestionRow.wave, QuestionRow.position, QuestionRow.id)
    )
    return tuple(
        (f"{key}@{wave}" if wave else key, text) for key, wave, text in session.execute(query)
    )
