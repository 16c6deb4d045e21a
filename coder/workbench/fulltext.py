"""Answers found by their words: through the index, and one by one where it has no part yet."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, or_, select, true
from sqlalchemy.orm import Session, aliased

from coder.workbench.ids import among
from coder.workbench.query import Phrase, match_expression, pattern, read_query
from coder.workbench.word_index import is_there, versions_beside, versions_matching
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
        return AnswerRow.id.in_(among(_searched(session, question, phrases, true())))
    found: ColumnElement[bool] = AnswerRow.id.in_(_answers_of_index(phrases))
    waiting = versions_beside(session)
    if waiting:
        beside = VersionRow.id.in_(among(waiting))
        found = or_(found, AnswerRow.id.in_(among(_searched(session, question, phrases, beside))))
    return found


def _answers_of_index(phrases: Sequence[Phrase]) -> Select[tuple[int]]:
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
    session: Session, question: Question, phrases: Sequence[Phrase], among_: ColumnElement[bool]
) -> list[int]:
    in_use = (VersionRow.answer_id == AnswerRow.id) & (VersionRow.number == AnswerRow.version)
    rows = session.connection().execute(
        select(AnswerRow.id, VersionRow.text)
        .join(VersionRow, in_use)
        .where(AnswerRow.question_id == question.id, among_)
    )
    patterns = [pattern(phrase) for phrase in phrases]
    return [answer for answer, text in rows if all(each.search(text) for each in patterns)]
