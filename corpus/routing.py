"""Routed questions: asked only of respondents with a certain closed answer."""

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, Routing, questions
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, ValueRow, VariableRow


def parse_routing(text: str) -> Routing:
    """`VARIABLE=VALUE` as a condition; several values are separated by `|`."""
    variable, equals, value = normalise(text).partition("=")
    if not equals or not variable.strip() or not value.strip(" |"):
        raise Problem(
            f"{text} is no condition.", "Write it as VARIABLE=VALUE, for example: 'team=Nei'"
        )
    return Routing(variable.strip(), value.strip())


def is_asked(routing: Routing | None, values: Mapping[str, str]) -> bool:
    """Whether a respondent with these closed answers is asked the question."""
    if routing is None:
        return True
    value = values.get(routing.variable, "").strip().casefold()
    wanted = routing.value.strip().casefold()
    return bool(value) and value in {wanted, *(each.strip() for each in wanted.split("|"))}


def find_variable(session: Session, key: str) -> tuple[int, str]:
    """Id and name of a variable; a Problem that lists them when there is none of this name."""
    rows = session.execute(select(VariableRow.key, VariableRow.id).order_by(VariableRow.id))
    known, key = dict(rows.all()), normalise(key)
    name = key if key in known else {name.casefold(): name for name in known}.get(key.casefold())
    if name is None:
        raise Problem(f"There is no variable {key}.", f"There are: {', '.join(known) or 'none'}.")
    return known[name], name


def store_routing(session: Session, key: str, wave: str, routing: Routing | None) -> Question:
    """Store a question's condition without changing who counts as asked; returns the question."""
    row = session.scalars(
        select(QuestionRow).where(QuestionRow.key == key, QuestionRow.wave == wave)
    ).one()
    variable = find_variable(session, routing.variable) if routing else None
    row.asked_if_variable_id = variable[0] if variable else None
    row.asked_if_value = routing.value if routing else None
    session.flush()
    asked_if = Routing(variable[1], routing.value) if variable and routing else None
    return Question(row.id, row.guid, row.key, row.wave, row.text, asked_if)


def change_routing(session: Session, question: Question, routing: Routing | None) -> None:
    """Store a condition, and make blank answers agree with it."""
    apply_routing(session, store_routing(session, question.key, question.wave, routing))


def apply_routings(session: Session, wave: str) -> None:
    """Make the blank answers of a wave agree with all conditions, after closed answers changed."""
    for question in questions(session):
        if question.wave == wave and question.asked_if:
            apply_routing(session, question)


def apply_routing(session: Session, question: Question) -> None:
    """Make blank answers agree with the condition: not asked has no row, asked and blank has one.

    An answer with text stays, whatever the condition says.
    """
    asked = asked_presences(session, question)
    present = select(AnswerRow.presence_id).where(AnswerRow.question_id == question.id)
    have = set(session.scalars(present))
    session.add_all(
        AnswerRow(question_id=question.id, presence_id=presence, version=0)
        for presence in sorted(asked - have)
    )
    session.flush()
    blank = select(AnswerRow.id, AnswerRow.presence_id).where(
        AnswerRow.question_id == question.id, AnswerRow.version == 0
    )
    gone = [{"gone": id_} for id_, presence in session.execute(blank) if presence not in asked]
    if gone:
        session.connection().execute(
            delete(AnswerRow).where(AnswerRow.id == bindparam("gone")), gone
        )


def asked_presences(session: Session, question: Question) -> set[int]:
    """The ids of the presences in the question's wave that meet its condition."""
    condition = question.asked_if
    variable = find_variable(session, condition.variable)[0] if condition else 0
    rows = session.execute(
        select(PresenceRow.id, ValueRow.text)
        .outerjoin(
            ValueRow,
            (ValueRow.presence_id == PresenceRow.id) & (ValueRow.variable_id == variable),
        )
        .where(PresenceRow.wave == question.wave)
    )
    name = condition.variable if condition else ""
    return {id_ for id_, text in rows if is_asked(condition, {name: text or ""})}
