"""What a filter asks, as conditions on answers that all must hold."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, bindparam, exists, select
from sqlalchemy.orm import Session

from coder.tables import CodingRow, FlagRow
from coder.workbench.filters import Filter
from coder.workbench.fulltext import having_words
from coder.workbench.ids import among
from corpus.queries import Question
from corpus.tables import AnswerRow, PresenceRow, ValueRow


def conditions(session: Session, question: Question, wanted: Filter) -> list[ColumnElement[bool]]:
    """The conditions under which a filter lets an answer of a question through."""
    return [*_of_codes(question, wanted), *_of_rest(session, question, wanted)]


WITH_TEXT = (AnswerRow.question_id + 0 == bindparam("question"), AnswerRow.version > 0)
"""That an answer has text and belongs to the question whose id is given as `question`.

`+ 0` keeps SQLite from the index on the question, which it otherwise prefers to the few ids of a
code or a word: they come in the order of the file, and up to twice as fast.
"""


def with_text(question: Question) -> tuple[ColumnElement[bool], ...]:
    """That an answer belongs to a question and has text."""
    return AnswerRow.question_id + 0 == question.id, AnswerRow.version > 0


def _of_codes(question: Question, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.uncoded:
        yield AnswerRow.id.not_in(select(CodingRow.answer_id))
    if wanted.coder_id is not None:
        of_coder = (CodingRow.answer_id == AnswerRow.id, CodingRow.coder_id == wanted.coder_id)
        yield exists().where(*of_coder)
    coded = select(CodingRow.answer_id).where(CodingRow.question_id == question.id)
    for group in wanted.with_codes:
        yield AnswerRow.id.in_(coded.where(CodingRow.code_id.in_(group)))
    for group in wanted.without_codes:
        yield AnswerRow.id.not_in(coded.where(CodingRow.code_id.in_(group)))


def _of_rest(session: Session, question: Question, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.bands:
        of_band = select(PresenceRow.id).where(PresenceRow.band.in_(wanted.bands))
        yield AnswerRow.presence_id.in_(of_band)
    for variable, text in wanted.values:
        having = (ValueRow.variable_id == variable, ValueRow.text == text)
        yield AnswerRow.presence_id.in_(select(ValueRow.presence_id).where(*having))
    if wanted.flag is not None:
        yield AnswerRow.id.in_(select(FlagRow.answer_id).where(FlagRow.kind == wanted.flag))
    if wanted.listed is not None:
        yield AnswerRow.id.in_(among(wanted.listed.ids))
    words = having_words(session, question, wanted.words)
    if words is not None:
        yield words
