"""The answers of a question that quotes are taken from, read from the study."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from coder.quoting.decisions import Text
from coder.tables import CodingRow
from corpus.privacy.own_names import called
from corpus.queries import Question
from corpus.store.ids import among
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """One version of an answer that has codes.

    `respondent` and `name` are for the researcher's eyes only; `segments` are the characters (half
    open) that are coded where the whole answer is not.
    """

    place: Text
    question: str
    respondent: str
    name: str
    band: str
    text: str
    segments: tuple[tuple[int, int], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the file calls the respondent, for the finder."""
        return (self.name,) if self.name else ()


def printed_answers(
    session: Session, question: Question, only: Collection[int] | None = None
) -> list[PrintedAnswer]:
    """The coded answers of a question in the order of the file, each version that is coded.

    `only`: the answers with these ids, such as those chosen as quotes.
    """
    found: dict[Text, PrintedAnswer] = {}
    coded: dict[Text, list[tuple[int, int] | None]] = {}
    for row in session.execute(_coded_texts(question, only)):
        answer, version, key, name, kind, band, text, start, end = row
        place = Text(answer, version)
        segment = None if start is None or end is None else (start, end)
        coded.setdefault(place, []).append(segment)
        found[place] = PrintedAnswer(place, question.full_key, key, called(name, kind), band, text)
    return [
        replace(each, segments=_segments(coded[each.place]))
        for each in found.values()
        if each.text.strip()
    ]


def _coded_texts(question: Question, only: Collection[int] | None) -> Select[*tuple[Any, ...]]:
    """The texts that codings stand on, a row for each coded place."""
    query = (
        select(
            CodingRow.answer_id,
            CodingRow.version,
            RespondentRow.key,
            RespondentRow.name,
            PresenceRow.kind,
            PresenceRow.band,
            VersionRow.text,
            CodingRow.start_at,
            CodingRow.end_at,
        )
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .join(
            VersionRow,
            (VersionRow.answer_id == CodingRow.answer_id)
            & (VersionRow.number == CodingRow.version),
        )
        .where(CodingRow.question_id == question.id)
        .order_by(CodingRow.answer_id, CodingRow.version)
        .distinct()
    )
    return query if only is None else query.where(CodingRow.answer_id.in_(among(only)))


def _segments(coded: list[tuple[int, int] | None]) -> tuple[tuple[int, int], ...]:
    if None in coded:
        return ()
    return tuple(sorted({each for each in coded if each is not None}))
