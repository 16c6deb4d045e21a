"""The codes and codings of a question as the study has them, for what suggests codes."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.suggest.learning import CodeSaid, CodesAndOrder, Coding
from coder.tables import CodingRow
from corpus.queries import Question
from corpus.store.ids import AMONG_IDS, ids_given

FirstGiven = Mapping[int, int]
"""The codes of an answer, each with the number of its first coding."""


def _by_answer(*narrowed: ColumnElement[bool]) -> Select[int, str, str]:
    firsts = (
        select(CodingRow.answer_id, CodingRow.code_id, func.min(CodingRow.id).label("first"))
        .where(CodingRow.question_id == bindparam("question"), *narrowed)
        .group_by(CodingRow.answer_id, CodingRow.code_id)
        .subquery()
    )
    gathered = func.json_group_array
    columns = firsts.c.answer_id, gathered(firsts.c.code_id), gathered(firsts.c.first)
    return select(*columns).group_by(firsts.c.answer_id)


_ALL, _OF_SOME = _by_answer(), _by_answer(CodingRow.answer_id.in_(AMONG_IDS))


def said_of_codes(tree: CodeTree, used: Collection[int]) -> dict[int, CodeSaid]:
    """By id the codes that may be suggested; `used` are those that answers have.

    What is said of a code is its path, its definition and what it includes. Retired and merged
    codes are left out, and themes with codes under them that stand on no answer themselves.
    """
    active = [code for code in tree.walk() if code.status == "active"]
    themes = {code.parent_id for code in active}.difference(used)
    return {
        code.id: CodeSaid(
            code.name, " ".join(filter(None, (*tree.path(code.id), code.definition, code.include)))
        )
        for code in active
        if code.id not in themes
    }


def first_given(
    session: Session, question: Question, answers: Collection[int] | None = None
) -> dict[int, FirstGiven]:
    """By answer its codes of all coders, each with its first coding; of a segment as of its answer.

    `answers` narrows it to some answers; one without codes is left out.
    """
    given: dict[str, object] = {"question": question.id}
    if answers is not None:
        given |= ids_given(answers)
    rows = session.connection().execute(_ALL if answers is None else _OF_SOME, given)
    return {
        answer: dict(zip(json.loads(codes), json.loads(given), strict=True))
        for answer, codes, given in rows
    }


def as_coded(given: FirstGiven, known: Collection[int]) -> CodesAndOrder | None:
    """An answer's known codes, and its order: the first coding with one of them; None without."""
    codes = given.keys() & known
    return (frozenset(codes), min(given[code] for code in codes)) if codes else None


def read_coding(session: Session, question: Question, tree: CodeTree | None = None) -> Coding:
    """The codes that may be suggested, and the coded answers in the order they were coded.

    Everyone's codings count. An answer that has retired codes only is left out.
    """
    given = first_given(session, question)
    codes = said_of_codes(
        tree or codebook_of(session, question.id),
        {code for each in given.values() for code in each},
    )
    coded = {answer: as_coded(each, codes.keys()) for answer, each in given.items()}
    return Coding(codes, {answer: each for answer, each in coded.items() if each is not None})
