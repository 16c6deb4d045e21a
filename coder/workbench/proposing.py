"""Answers proposed as one group with another, because they say nearly the same."""

from sqlalchemy import ColumnElement, func

from coder.study import Study
from coder.workbench.conditions import conditions
from coder.workbench.duplicates import exact_form
from coder.workbench.filters import Filter
from coder.workbench.near import NEAR, near, possible_lengths
from coder.workbench.texts import texts_of_question
from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow


def near_answers(
    study: Study,
    question: Question,
    answer_id: int,
    among: Filter | None = None,
    at_least: float = NEAR,
) -> list[tuple[int, float]]:
    """Answers nearly like this one, the most alike first, each with its likeness 0-100.

    Those that say exactly the same are left out: see `same_texts`. `among` narrows the search,
    for example to uncoded answers. While texts are compared nothing is being read, so that nobody's
    coding waits.
    """
    with study.read() as session:
        text = next((text for _, text in texts_of_question(session, question, _is(answer_id))), "")
        shown = conditions(session, question, among or Filter())
        length = func.length(VersionRow.text).between(*possible_lengths(text))
        others = texts_of_question(session, question, length, *shown) if text else []
    form = exact_form(text)
    return near([each for each in others if exact_form(each[1]) != form], text, at_least)


def _is(answer_id: int) -> ColumnElement[bool]:
    return AnswerRow.id == answer_id
