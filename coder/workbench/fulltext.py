"""Answers found by their words: through the index, and one by one where it has no part yet."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased

from coder.workbench.ids import among
from coder.workbench.texts import texts_of_question
from coder.workbench.word_index import is_there, versions_beside, versions_matching
from coder.workbench.word_query import Phrase, match_expression, pattern, read_query
from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow


def having_words(session: Session, question: Question, words: str) -> ColumnElement[bool] | None:
    """That the text in use has what a person typed; None when that names no word.

    Texts that are not in the index, or all when the study has none, are searched one by one.
    """
    phrases = read_query(words)
    if not phrases:
        return None
    if not is_there(session):
        return AnswerRow.id.in_(among(_searched(session, question, phrases)))
    found: ColumnElement[bool] = AnswerRow.id.in_(_answers_of_index(phrases))
    waiting = versions_beside(session)
    if waiting:
        beside = VersionRow.id.in_(among(waiting))
        found = or_(found, AnswerRow.id.in_(among(_searched(session, question, phrases, beside))))
    return found


def _answers_of_index(phrases: Sequence[Phrase]) -> Select[int]:
    """Texts that were taken back are gone from `version`; older versions are not in use."""
    matching = versions_matching(match_expression(phrases)).subquery()
    answer = aliased(AnswerRow)
    return (
        select(answer.id)
        .join(
            VersionRow,
            (VersionRow.answer_id == answer.id) & (VersionRow.number == answer.version),
        )
        .join(matching, matching.c.rowid == VersionRow.id)
    )


def _searched(
    session: Session,
    question: Question,
    phrases: Sequence[Phrase],
    *where: ColumnElement[bool],
) -> list[int]:
    patterns = [pattern(phrase) for phrase in phrases]
    return [
        answer
        for answer, text in texts_of_question(session, question, *where)
        if all(each.search(text) for each in patterns)
    ]
