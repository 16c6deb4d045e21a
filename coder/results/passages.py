"""Coded pieces of answers, before masking: for use inside only."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.quoting.piece import Place
from coder.tables import CodingRow
from corpus.privacy.own_names import called
from corpus.queries import Question
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True, slots=True)
class Passage:
    """A coded piece of an answer, before masking."""

    answer: int
    version: int
    code: int
    start: int
    end: int
    text: str
    name: str
    band: str
    place: Place

    @property
    def names(self) -> tuple[str, ...]:
        """What the file calls the respondent, for the finder."""
        return (self.name,) if self.name else ()


_ROWS = (
    select(
        CodingRow.answer_id,
        CodingRow.version,
        CodingRow.code_id,
        CodingRow.start_at,
        CodingRow.end_at,
        VersionRow.text,
        RespondentRow.name,
        PresenceRow.kind,
        PresenceRow.band,
    )
    .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
    .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
    .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
    .join(
        VersionRow,
        (VersionRow.answer_id == CodingRow.answer_id) & (VersionRow.number == CodingRow.version),
    )
    .distinct()
)


def shuffled(passage: Passage, seed: int) -> bytes:
    """An order that has nothing to do with who answered, the same for the same seed.

    It differs from heading to heading, so that no two quotes are linked by where they stand.
    """
    place = f"{seed}:{passage.code}:{passage.answer}:{passage.start}:{passage.end}"
    return hashlib.sha256(place.encode()).digest()


def coded_passages(session: Session, question: Question, coder: int | None) -> list[Passage]:
    """The pieces of a question that a coder (None: anyone) put codes on, blank ones left out."""
    query = _ROWS.where(CodingRow.question_id == question.id)
    if coder is not None:
        query = query.where(CodingRow.coder_id == coder)
    passages = (
        Passage(
            answer,
            version,
            code,
            start or 0,
            len(text) if end is None else end,
            text,
            called(name, kind),
            band,
            Place(answer, start, end),
        )
        for answer, version, code, start, end, text, name, kind, band in session.execute(query)
    )
    return [each for each in passages if each.text[each.start : each.end].strip()]
