"""Which respondents a table is of: those of some kinds, with some closed answers, or all."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from coder.tables import CodingRow
from corpus.tables import AnswerRow, PresenceRow, ValueRow


@dataclass(frozen=True)
class Population:
    """Kinds of units (none: every kind), and for variables by id the values that count.

    `coded`: only who has one of these codes (by id) on an answer to a question (by id).
    """

    kinds: tuple[str, ...] = ()
    values: tuple[tuple[int, tuple[str, ...]], ...] = ()
    coded: tuple[int, tuple[int, ...]] | None = None

    @property
    def is_all(self) -> bool:
        """Whether nobody is left out."""
        return not (self.kinds or self.values or self.coded)


EVERYBODY = Population()


def inside(
    population: Population, presence: InstrumentedAttribute[int]
) -> list[ColumnElement[bool]]:
    """The conditions under which a presence, by its id, is of the population."""
    conditions: list[ColumnElement[bool]] = []
    if population.kinds:
        of_kind = select(PresenceRow.id).where(PresenceRow.kind.in_(population.kinds))
        conditions.append(presence.in_(of_kind))
    for variable, values in population.values:
        having = select(ValueRow.presence_id).where(
            ValueRow.variable_id == variable, ValueRow.text.in_(values)
        )
        conditions.append(presence.in_(having))
    if population.coded is not None:
        question, codes = population.coded
        coded = (
            select(AnswerRow.presence_id)
            .join(CodingRow, CodingRow.answer_id == AnswerRow.id)
            .where(CodingRow.question_id == question, CodingRow.code_id.in_(codes))
        )
        conditions.append(presence.in_(coded))
    return conditions


def answers_inside(population: Population, question: int) -> list[ColumnElement[bool]]:
    """The conditions under which a coding is of an answer by the population."""
    if population.is_all:
        return []
    answers = select(AnswerRow.id).where(
        AnswerRow.question_id == question, *inside(population, AnswerRow.presence_id)
    )
    return [CodingRow.answer_id.in_(answers)]
