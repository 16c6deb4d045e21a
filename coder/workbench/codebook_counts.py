"""What stands on the codes of a codebook: answers of all its questions, memos, examples."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.tables import CodeRow
from codebooks.tree import CodeTree
from coder.tables import CodingRow, MemoRow
from coder.workbench.ids import among
from coder.workbench.tally import under_themes
from corpus.queries import IN_USE, over_answers
from corpus.tables import AnswerRow, QuestionRow, RespondentRow, VersionRow

_AT_THE_END = " .!?\u2026"

Sets = Counter[str]
"""How many answers have the same codes, by these as written in JSON."""


@dataclass(frozen=True)
class Example:
    """An answer with a code; `start` and `end` are the coded piece of it, None for the whole."""

    answer_id: int
    question: str
    respondent: str
    text: str
    start: int | None = None
    end: int | None = None


def own_counts(session: Session, questions: Collection[int]) -> Counter[int]:
    """The distinct answers that have each code itself, by code id."""
    counted = (
        select(CodingRow.code_id, func.count(CodingRow.answer_id.distinct()))
        .where(CodingRow.question_id.in_(questions))
        .group_by(CodingRow.code_id)
    )
    return Counter(dict(session.connection().execute(counted).all()))


def sets_of_codes(session: Session, questions: Collection[int]) -> Sets:
    """Which codes the answers have together."""
    codes = (
        select(func.json_group_array(CodingRow.code_id))
        .where(CodingRow.question_id.in_(questions))
        .group_by(CodingRow.answer_id)
    )
    return Counter(session.connection().execute(codes).scalars())


def counts_under(tree: CodeTree, sets: Sets) -> Counter[int]:
    """The distinct answers with each code or anything under it, by code id."""
    return under_themes(tree, sets)


def memos_by_code(session: Session, codebook: int) -> Counter[int]:
    """How many memos are on each code of a codebook, by code id."""
    counted = (
        select(MemoRow.code_id, func.count())
        .join(CodeRow, CodeRow.id == MemoRow.code_id)
        .where(CodeRow.codebook_id == codebook)
        .group_by(MemoRow.code_id)
    )
    return Counter({code: count for code, count in session.execute(counted) if code is not None})


def examples_of(
    session: Session, questions: Collection[int], codes: Collection[int], most: int
) -> list[Example]:
    """At most so many answers with one of these codes that say different things, as in the file.

    What differs in capitals and the sign at its end only is the same; the first coded is taken.
    """
    said = func.rtrim(func.lower(VersionRow.text), _AT_THE_END)
    first = (
        select(func.min(CodingRow.id).label("coding"))
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(VersionRow, IN_USE)
        .where(CodingRow.code_id.in_(among(codes)), CodingRow.question_id.in_(questions))
        .group_by(said)
        .order_by(func.min(CodingRow.answer_id))
        .limit(most)
        .subquery()
    )
    query = (
        over_answers(select(AnswerRow.id, QuestionRow.key, QuestionRow.wave, RespondentRow.key))
        .add_columns(VersionRow.text, AnswerRow.version)
        .add_columns(CodingRow.start_at, CodingRow.end_at, CodingRow.version)
        .join(CodingRow, CodingRow.answer_id == AnswerRow.id)
        .join(first, first.c.coding == CodingRow.id)
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .order_by(AnswerRow.id)
    )
    return [
        Example(
            id_,
            f"{key}@{wave}" if wave else key,
            who,
            text,
            *((start, end) if coded_on == version else (None, None)),
        )
        for id_, key, wave, who, text, version, start, end, coded_on in session.execute(query)
    ]
