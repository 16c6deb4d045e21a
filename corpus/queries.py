"""What was answered, out of the study, as frozen rows."""

from dataclasses import dataclass
from typing import TypeVarTuple

from rapidfuzz import process
from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from corpus.bands import BandScheme
from corpus.language import LANGUAGES, Language
from corpus.normalise import normalise
from corpus.privacy.own_names import called
from corpus.problems import Problem
from corpus.tables import (
    AddedNameRow,
    AnswerRow,
    BandLabelRow,
    PresenceRow,
    QuestionRow,
    ReleasedWordRow,
    RespondentRow,
    StudyRow,
    VariableRow,
    VersionRow,
)

Ts = TypeVarTuple("Ts")

IN_USE = and_(VersionRow.answer_id == AnswerRow.id, VersionRow.number == AnswerRow.version)
"""That a version of the text is the one its answer uses."""


@dataclass(frozen=True)
class StudyFacts:
    """The study itself; `seed` orders quotes the same way every time."""

    guid: str
    title: str
    language: Language
    scheme: BandScheme
    seed: int


@dataclass(frozen=True)
class Routing:
    """The condition under which a question is asked; several values are separated by `|`."""

    variable: str
    value: str


@dataclass(frozen=True)
class Question:
    """An open question of one wave ("" when the study has none)."""

    id: int
    guid: str
    key: str
    wave: str
    text: str
    asked_if: Routing | None = None

    @property
    def full_key(self) -> str:
        """The key that names this wave too, such as `k7.3@2016`."""
        return f"{self.key}@{self.wave}" if self.wave else self.key


@dataclass(frozen=True)
class Reach:
    """How far a question came: units in its wave, asked, and answered with text."""

    units: int
    asked: int
    answered: int


def study_facts(session: Session) -> StudyFacts:
    """The study's title, language, size bands and seed."""
    row = session.scalars(select(StudyRow)).one()
    labels = session.execute(select(BandLabelRow.band, BandLabelRow.label)).all()
    limits = tuple(int(limit) for limit in row.band_limits.split(","))
    bands = BandScheme(limits, dict(labels))
    language = next(each for each in LANGUAGES if each == row.language)
    return StudyFacts(row.guid, row.title, language, bands, row.seed)


def questions(session: Session) -> list[Question]:
    """All open questions, in the order of the form, wave by wave."""
    rows = session.execute(
        select(QuestionRow, VariableRow.key)
        .outerjoin(VariableRow, VariableRow.id == QuestionRow.asked_if_variable_id)
        .order_by(QuestionRow.wave, QuestionRow.position, QuestionRow.id)
    )
    return [_question(row, variable) for row, variable in rows]


def find_question(session: Session, key: str) -> Question:
    """The question KEY or KEY@WAVE; without a wave the newest. A Problem when there is none.

    `KEY@` is the question without a wave beside those that have one.
    """
    known = questions(session)
    wanted = normalise(key).strip()
    named = [(q, (q.key, f"{q.key}@{q.wave}")) for q in known]
    found = [q for q, names in named if wanted in names]
    found = found or [
        q for q, names in named if wanted.casefold() in [name.casefold() for name in names]
    ]
    if not found:
        raise Problem(f"There is no question {key}.", _hint(wanted, [q.full_key for q in known]))
    return max(found, key=lambda q: q.wave)


def reach(session: Session, question: Question) -> Reach:
    """Units, asked and answered of a question."""
    units = select(func.count()).where(PresenceRow.wave == question.wave)
    asked, answered = session.execute(
        select(func.count(), func.count().filter(AnswerRow.version > 0)).where(
            AnswerRow.question_id == question.id
        )
    ).one()
    return Reach(session.scalar(units) or 0, asked, answered)


def respondents_by_band(session: Session) -> dict[str, int]:
    """How many respondents each size band has, every wave counted."""
    rows = session.execute(select(PresenceRow.band, func.count()).group_by(PresenceRow.band))
    return dict(rows.all())


def find_answer(session: Session, question: Question, respondent: str) -> tuple[int, int]:
    """The id and version in use of a respondent's answer; a Problem when it has no text."""
    respondent = normalise(respondent)
    who = select(RespondentRow.id).where(RespondentRow.key == respondent).scalar_subquery()
    presence = select(PresenceRow.id).where(
        PresenceRow.respondent_id == who, PresenceRow.wave == question.wave
    )
    row = session.execute(
        select(AnswerRow.id, AnswerRow.version).where(
            AnswerRow.question_id == question.id,
            AnswerRow.presence_id == presence.scalar_subquery(),
        )
    ).one_or_none()
    if row is None:
        raise _unknown_answer(session, question, respondent)
    if row.version == 0:
        raise Problem(
            f"{respondent} left {question.full_key} blank.", "Only answers with text are coded."
        )
    return row.id, row.version


def over_answers(query: Select[*Ts]) -> Select[*Ts]:
    """A query over answers with text: with the version in use, the presence and the respondent."""
    return (
        query.select_from(AnswerRow)
        .join(VersionRow, IN_USE)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
    )


def own_names(session: Session) -> list[str]:
    """The own names of all respondents: for masking, never for print."""
    rows = session.execute(
        select(RespondentRow.name, PresenceRow.kind)
        .join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
        .where(RespondentRow.name != "")
        .distinct()
    )
    return sorted({called(name, kind) for name, kind in rows})


def added_names(session: Session) -> list[str]:
    """Names that no list has, to be masked wherever they stand: never for print."""
    return list(session.scalars(select(AddedNameRow.name).order_by(AddedNameRow.name)))


def released_words(session: Session) -> list[str]:
    """Words that look like names and may stand."""
    return list(session.scalars(select(ReleasedWordRow.word).order_by(ReleasedWordRow.word)))


def _question(row: QuestionRow, variable: str | None) -> Question:
    routing = Routing(variable, row.asked_if_value or "") if variable else None
    return Question(row.id, row.guid, row.key, row.wave, row.text, routing)


def _unknown_answer(session: Session, question: Question, respondent: str) -> Problem:
    keys = list(session.scalars(select(RespondentRow.key)))
    if respondent in keys:
        return Problem(
            f"{respondent} was not asked {question.full_key}.", "Only answers with text are coded."
        )
    return Problem(f"There is no respondent {respondent}.", _hint(respondent, keys))


def _hint(wanted: str, known: list[str]) -> str:
    near = process.extractOne(wanted, known, score_cutoff=60)
    if near:
        return f"Did you mean {near[0]}?"
    return f"There are: {', '.join(known[:20])}." if known else "Import answers first."
