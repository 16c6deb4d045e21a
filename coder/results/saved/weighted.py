"""Weighted shares beside the unweighted ones. Exact: no rounding before the last step."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.results.lines import lines_of
from coder.results.population import inside
from coder.results.request import Request
from coder.results.saved.wording import saved_words
from coder.results.table import BaseKind, Cell, Column, Table
from coder.results.wording import wording
from coder.tables import CodingRow
from corpus.language import format_number
from corpus.problems import Problem
from corpus.routing import find_variable
from corpus.tables import AnswerRow, PresenceRow, ValueRow

_LONGEST = 40
_HALF = Fraction(1, 2)


def with_weights(session: Session, request: Request, table: Table, variable: str) -> Table:
    """A plain table with a column of weighted answers and their percent of the weighted base.

    Who has no weight above 0 is in the unweighted numbers only, and a note says how many that are.
    A Problem when nobody of the base has a weight.
    """
    id_, name = find_variable(session, variable)
    base = _base(session, request, request.base)
    given = _weights(session, id_, base)
    weights = {who: weight for who, weight in given.items() if weight is not None}
    if not weights:
        raise Problem(
            f"{name} is no weight: none of the {len(base)} respondents has a number above 0 in it.",
            "Name a variable with numbers, such as 0,8 or 1.25.",
        )
    whole = sum(weights.values(), Fraction())
    answers = _answers(session, request)
    lines = lines_of(session, request, wording(request.language))
    every = {id_ for line in lines for id_ in line.ids}
    ids = [set(line.ids) for line in lines] + [every] * (len(table.rows) - len(lines))
    rows = tuple(
        replace(row, cells=(_cell(_sum(codes, answers, weights), whole),))
        for row, codes in zip(table.rows, ids, strict=True)
    )
    words = saved_words(request.language)
    column = Column("weighted", words.weighted, _rounded(whole))
    missing = format_number(len(base) - len(weights), request.language)
    note = words.weight.format(variable=name, n=missing)
    return replace(
        table,
        columns=(column,),
        rows=rows,
        notes=(*table.notes, words.unweighted, note),
        by_head=name,
    )


def weight_of(text: str) -> Fraction | None:
    """A number above 0, with a decimal comma or point; None for anything else."""
    plain = text.strip().replace(",", ".")
    digits = plain.replace(".", "", 1)
    if len(plain) > _LONGEST or not (digits.isascii() and digits.isdigit()):
        return None
    return Fraction(plain) or None


def _weights(session: Session, variable: int, base: Collection[int]) -> dict[int, Fraction | None]:
    rows = session.execute(
        select(ValueRow.presence_id, ValueRow.text).where(ValueRow.variable_id == variable)
    )
    wanted = set(base)
    return {who: weight_of(text) for who, text in rows if who in wanted}


def _base(session: Session, request: Request, kind: BaseKind) -> list[int]:
    """The presences that a percent is of."""
    query = select(PresenceRow.id).where(*inside(request.population, PresenceRow.id))
    if kind == "units":
        query = query.where(PresenceRow.wave == request.question.wave)
    else:
        query = query.join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
        query = query.where(AnswerRow.question_id == request.question.id)
        query = query.where(AnswerRow.version > 0) if kind == "answered" else query
    return list(session.scalars(query.order_by(PresenceRow.id)))


def _answers(session: Session, request: Request) -> dict[int, set[int]]:
    """For every code, who has it: presences."""
    query = (
        select(CodingRow.code_id, AnswerRow.presence_id)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .where(CodingRow.question_id == request.question.id)
        .distinct()
    )
    if request.coder is not None:
        query = query.where(CodingRow.coder_id == request.coder)
    found: dict[int, set[int]] = defaultdict(set)
    for code, who in session.execute(query):
        found[code].add(who)
    return found


def _sum(
    codes: Collection[int], answers: Mapping[int, set[int]], weights: Mapping[int, Fraction]
) -> Fraction:
    having = {who for code in codes for who in answers.get(code, ())}
    return sum((weights[who] for who in having if who in weights), Fraction())


def _cell(weight: Fraction, whole: Fraction) -> Cell:
    return Cell(_rounded(weight), _rounded(100 * weight / whole))


def _rounded(number: Fraction) -> int:
    """The nearest whole number, halves up."""
    return int(number + _HALF)
