"""Distinct answers under codes, in all and by group of respondents."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, literal, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import FromClause

from coder.results.population import EVERYBODY, Population, answers_inside, inside
from coder.results.table import BaseKind
from coder.tables import CodingRow
from corpus.queries import Question, Reach
from corpus.tables import AnswerRow, PresenceRow, ValueRow

Counts = dict[str, int]
"""Answers by column key; the key "" stands for all respondents when there are no columns."""


@dataclass(frozen=True)
class Grouping:
    """What columns a table has: none, one a size band, or one a value of a variable."""

    kind: str = "none"
    variable_id: int = 0


PLAIN = Grouping()


def count_each(
    session: Session,
    question: Question,
    grouping: Grouping,
    coder: int | None,
    population: Population = EVERYBODY,
) -> dict[int, Counts]:
    """For every code in use: the distinct answers that have it, by column."""
    key = _key(grouping)
    rows = session.execute(
        select(CodingRow.code_id, key, func.count(CodingRow.answer_id.distinct()))
        .select_from(_codings(grouping))
        .where(*_conditions(question, coder, population))
        .group_by(CodingRow.code_id, key)
    )
    counts: dict[int, Counts] = {}
    for code, column, count in rows:
        counts.setdefault(code, {})[column or ""] = count
    return counts


def count_union(
    session: Session,
    question: Question,
    grouping: Grouping,
    coder: int | None,
    codes: Collection[int],
    population: Population = EVERYBODY,
) -> Counts:
    """The distinct answers that have at least one of these codes, by column."""
    key = _key(grouping)
    rows = session.execute(
        select(key, func.count(CodingRow.answer_id.distinct()))
        .select_from(_codings(grouping))
        .where(*_conditions(question, coder, population), CodingRow.code_id.in_(codes))
        .group_by(key)
    )
    return {column or "": count for column, count in rows if count}


def answers_with(
    session: Session,
    question: Question,
    grouping: Grouping,
    coder: int | None,
    codes: Collection[int],
    population: Population = EVERYBODY,
    column: str | None = None,
) -> list[int]:
    """The ids of the distinct answers that have one of these codes, in one column or in all."""
    query = select(CodingRow.answer_id).distinct().select_from(_codings(grouping))
    query = query.where(*_conditions(question, coder, population), CodingRow.code_id.in_(codes))
    if column is not None:
        query = query.where(func.coalesce(_key(grouping), "") == column)
    return list(session.scalars(query.order_by(CodingRow.answer_id)))


def answers_given(
    session: Session,
    question: Question,
    grouping: Grouping,
    population: Population = EVERYBODY,
    column: str | None = None,
) -> list[int]:
    """The ids of the answers with text, in one column or in all."""
    query = select(AnswerRow.id).join(PresenceRow, AnswerRow.presence_id == PresenceRow.id)
    query = query.where(AnswerRow.question_id == question.id, AnswerRow.version > 0)
    query = query.where(*inside(population, PresenceRow.id))
    if grouping.kind == "variable":
        query = query.outerjoin(ValueRow, _is_value(grouping))
    if column is not None and grouping.kind != "none":
        key = PresenceRow.band if grouping.kind == "band" else ValueRow.text
        query = query.where(func.coalesce(key, "") == column)
    return list(session.scalars(query.order_by(AnswerRow.id)))


def count_respondents(
    session: Session,
    question: Question,
    grouping: Grouping,
    base: BaseKind,
    population: Population = EVERYBODY,
) -> Counts:
    """The respondents a table's columns are of: who answered, was asked, or all units."""
    key = PresenceRow.band.expression if grouping.kind == "band" else ValueRow.text.expression
    query = select(key, func.count()).select_from(PresenceRow)
    query = query.where(*inside(population, PresenceRow.id))
    if grouping.kind != "band":
        query = query.outerjoin(ValueRow, _is_value(grouping))
    if base == "units":
        query = query.where(PresenceRow.wave == question.wave)
    else:
        query = query.join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
        query = query.where(AnswerRow.question_id == question.id)
        query = query.where(AnswerRow.version > 0) if base == "answered" else query
    return {column or "": count for column, count in session.execute(query.group_by(key))}


def reach_inside(session: Session, question: Question, population: Population) -> Reach:
    """Units, asked and answered of a question among a population."""
    bases: tuple[BaseKind, ...] = ("units", "asked", "answered")
    found = (
        sum(count_respondents(session, question, Grouping("band"), base, population).values())
        for base in bases
    )
    return Reach(*found)


def uncoded_inside(
    session: Session, question: Question, coder: int | None, population: Population
) -> int:
    """How many answers with text by a population have no code, or none by this coder."""
    coded = select(CodingRow.answer_id).where(*_conditions(question, coder, EVERYBODY))
    query = select(func.count()).where(
        AnswerRow.question_id == question.id,
        AnswerRow.version > 0,
        AnswerRow.id.not_in(coded),
        *inside(population, AnswerRow.presence_id),
    )
    return session.scalar(query) or 0


def _key(grouping: Grouping) -> ColumnElement[str | None]:
    if grouping.kind == "band":
        return CodingRow.band.expression
    if grouping.kind == "variable":
        return ValueRow.__table__.c.text
    return literal(None)


def _codings(grouping: Grouping) -> FromClause:
    """The codings, joined to what the columns are made of; the band stands beside each coding."""
    codings: FromClause = CodingRow.__table__
    if grouping.kind == "variable":
        codings = codings.join(AnswerRow.__table__, AnswerRow.id == CodingRow.answer_id)
        codings = codings.join(PresenceRow.__table__, PresenceRow.id == AnswerRow.presence_id)
        codings = codings.outerjoin(ValueRow.__table__, _is_value(grouping))
    return codings


def _conditions(
    question: Question, coder: int | None, population: Population
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [CodingRow.question_id == question.id]
    conditions += answers_inside(population, question.id)
    if coder is not None:
        conditions.append(CodingRow.coder_id == coder)
    return conditions


def _is_value(grouping: Grouping) -> ColumnElement[bool]:
    return and_(
        ValueRow.presence_id == PresenceRow.id, ValueRow.variable_id == grouping.variable_id
    )
