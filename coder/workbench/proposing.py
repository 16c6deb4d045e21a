"""Answers proposed as one group with another, because they say nearly the same."""

from sqlalchemy import func
from sqlalchemy.orm import Session

from coder.workbench.conditions import conditions
from coder.workbench.duplicates import exact_form
from coder.workbench.filters import Filter
from coder.workbench.near import NEAR, near, possible_lengths
from coder.workbench.texts import texts_of_question
from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow


def near_answers(
    session: Session,
    question: Question,
    answer_id: int,
    among: Filter | None = None,
    at_least: float = NEAR,
) -> list[tuple[int, float]]:
    """Answers nearly like this one, the most alike first, each with its likeness 0-100.

    Those that say exactly the same are left out: see `same_texts`. `among` narrows the search,
    for example to uncoded answers.
    """
    known = texts_of_question(session, question, AnswerRow.id == answer_id)
    if not known:
        return []
    ((_, text),) = known
    shown = conditions(session, question, among or Filter())
    length = func.length(VersionRow.text).between(*possible_lengths(text))
    others = [
        (id_, other)
        for id_, other in texts_of_question(session, question, length, *shown)
        if exact_form(other) != exact_form(text)
    ]
    return near(others, text, at_least)
