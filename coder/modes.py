"""How a question is asked and coded: its text, routing, and the mode of its codebook."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.edits import set_mode
from codebooks.queries import codebook_of, questions_using
from coder.tables import CodingRow
from corpus.edits import set_question_text
from corpus.problems import Problem
from corpus.queries import Question, Routing, find_question, questions, reach
from corpus.routing import change_routing


def change_question(
    session: Session,
    key: str,
    *,
    routing: Routing | None = None,
    asked_of_all: bool = False,
    single: bool | None = None,
    ordered: bool | None = None,
    text: str | None = None,
) -> None:
    """Change what is given; None leaves it as it is.

    Mode belongs to the codebook: questions that share it change with it. Raises a Problem when
    they are to take one code but answers have several of one coder.
    """
    question = find_question(session, key)
    tree = codebook_of(session, question.id)
    if text is not None:
        set_question_text(session, question, text)
    if single and not tree.single:
        sharing = set(questions_using(session, tree.id))
        for each in questions(session):
            if each.id in sharing:
                refuse_several(session, each)
    set_mode(session, tree, single, ordered)
    if routing or asked_of_all:
        change_routing(session, question, routing)


def question_lines(session: Session, key: str) -> list[str]:
    """A question as it stands, a line each: key, text, reach, routing, mode."""
    question = find_question(session, key)
    tree, counts = codebook_of(session, question.id), reach(session, question)
    routing = question.asked_if
    mode = "one code an answer" if tree.single else "several codes an answer"
    return [
        f"{question.full_key}  {question.text}",
        f"asked {counts.asked} of {counts.units}, answered {counts.answered}",
        f"asked if {routing.variable}={routing.value}" if routing else "asked of all",
        f"codebook {tree.name}: {mode}{', a scale' if tree.ordered else ''}",
    ]


def several_codes(session: Session, question: Question) -> list[int]:
    """The answers of a question that have more than one code of the same coder."""
    rows = session.scalars(
        select(CodingRow.answer_id)
        .where(CodingRow.question_id == question.id)
        .group_by(CodingRow.answer_id, CodingRow.coder_id)
        .having(func.count(CodingRow.code_id.distinct()) > 1)
        .order_by(CodingRow.answer_id)
    )
    return list(dict.fromkeys(rows))


def refuse_several(session: Session, question: Question) -> None:
    """Raise a Problem when answers of a question have several codes of one coder."""
    count = len(several_codes(session, question))
    if count:
        raise Problem(
            f"{count} {'answer' if count == 1 else 'answers'} to {question.full_key} "
            f"{'has' if count == 1 else 'have'} several codes.",
            "Take codes off them first, with: fullkoding code ... --remove",
        )
