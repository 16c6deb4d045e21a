"""What the answers of a question can be filtered by, with how many answers each would leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.tables import CoderRow, CodingRow, FlagRow
from coder.workbench.conditions import with_text
from coder.workbench.filters import Flag
from corpus.queries import Question, study_facts
from corpus.tables import AnswerRow, PresenceRow, ValueRow, VariableRow


@dataclass(frozen=True)
class Variable:
    """A closed variable and how many answers each of its values has, in order of the values."""

    id: int
    key: str
    values: Mapping[str, int]


def answers_by_band(session: Session, question: Question) -> dict[str, int]:
    """How many answers with text each size band has, the smallest municipalities first."""
    query = (
        select(PresenceRow.band, func.count())
        .join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
        .where(*with_text(question))
        .group_by(PresenceRow.band)
    )
    counts = dict(session.execute(query).all())
    names = study_facts(session).scheme.names
    known = [*names, *sorted(set(counts).difference(names))]
    return {band: counts[band] for band in known if band in counts}


def variables_of(session: Session) -> list[tuple[int, str]]:
    """The closed variables of the study: id and key."""
    rows = session.execute(select(VariableRow.id, VariableRow.key).order_by(VariableRow.id))
    return [(id_, key) for id_, key in rows]


@dataclass(frozen=True)
class Names:
    """The closed variables and the coders of a study, by id."""

    variables: Mapping[int, str]
    coders: Mapping[int, str]


def names_in(session: Session) -> Names:
    """What the parts of a filter are called."""
    coders = session.execute(select(CoderRow.id, CoderRow.name))
    return Names(dict(variables_of(session)), dict(coders.all()))


def answers_by_value(session: Session, question: Question, variable_id: int) -> Variable:
    """How many answers with text each value of a variable has."""
    key = session.get_one(VariableRow, variable_id).key
    query = (
        select(ValueRow.text, func.count())
        .join(AnswerRow, AnswerRow.presence_id == ValueRow.presence_id)
        .where(*with_text(question), ValueRow.variable_id == variable_id)
        .group_by(ValueRow.text)
        .order_by(ValueRow.text)
    )
    return Variable(variable_id, key, dict(session.execute(query).all()))


def answers_by_coder(session: Session, question: Question) -> list[tuple[int, str, int]]:
    """The coders of a question: id, name, and how many answers each has coded."""
    query = (
        select(CoderRow.id, CoderRow.name, func.count(CodingRow.answer_id.distinct()))
        .join(CodingRow, CodingRow.coder_id == CoderRow.id)
        .where(CodingRow.question_id == question.id)
        .group_by(CoderRow.id)
        .order_by(CoderRow.name)
    )
    return [(id_, name, count) for id_, name, count in session.execute(query)]


def answers_by_flag(session: Session, question: Question) -> dict[Flag, int]:
    """How many answers have each flag, whoever put it there."""
    query = (
        select(FlagRow.kind, func.count(FlagRow.answer_id.distinct()))
        .join(AnswerRow, AnswerRow.id == FlagRow.answer_id)
        .where(*with_text(question))
        .group_by(FlagRow.kind)
    )
    counts = dict(session.execute(query).all())
    return {flag: counts.get(flag.value, 0) for flag in Flag}
