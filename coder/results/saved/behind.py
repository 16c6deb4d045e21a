"""The answers that a number of a saved table counts, for who may read them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from codebooks.comparing import match
from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.results.counts import PLAIN, answers_given, answers_with
from coder.results.request import Request
from coder.results.saved.definition import Definition
from coder.results.saved.finding import find, question_of
from coder.results.table import Column, Row, Table
from corpus.problems import Problem
from corpus.queries import Question, find_question


@dataclass(frozen=True)
class Behind:
    """Answers by their ids, the question (full key) that they are to, and what they are called."""

    question: str
    name: str
    answers: tuple[int, ...]


def answers_behind(
    session: Session, definition: Definition, table: Table, row: Row, column: Column | None
) -> Behind:
    """The distinct answers that a cell of the table counts, or (column None) a whole row.

    Those of a row over several waves are of the question itself. A Problem for numbers of who was
    asked and left it blank: there is no answer.
    """
    request = find(session, definition, "").request
    name = row.path[-1] if column is None else f"{row.path[-1]}, {column.head}"
    if definition.kind != "codes":
        return _of_question(session, definition, request, table, row, column, name)
    ids = _codes(request.tree, table, row)
    if definition.columns == "wave" and column is not None:
        question = find_question(session, column.key)
        found = _in_wave(session, request, question, row, ids)
        return Behind(question.full_key, name, tuple(found))
    key = None if column is None or definition.weight else column.key
    grouping = request.grouping
    if definition.columns == "code" and key is not None:
        request, key = _coded(session, definition, request, key), None
        grouping = PLAIN
    found = answers_with(
        session, request.question, grouping, request.coder, ids, request.population, key
    )
    return Behind(request.question.full_key, name, tuple(found))


def _codes(tree: CodeTree, table: Table, row: Row) -> tuple[int, ...]:
    """The ids of all codes that a row counts."""
    if row.kind == "total":
        rows = [each for each in table.rows if each.kind != "total"]
        return tuple(dict.fromkeys(id_ for each in rows for id_ in _codes(tree, table, each)))
    by_guid = {code.guid: code.id for code in tree.codes}
    if row.code is not None:
        return tree.subtree(by_guid[row.code]) if row.code in by_guid else ()
    return tuple(by_guid[guid] for guid in row.codes if guid in by_guid)


def _coded(session: Session, definition: Definition, request: Request, code: str) -> Request:
    """The request of those only who have a code (GUID) of the question in the columns."""
    other = question_of(session, definition.by, "")
    tree = codebook_of(session, other.id)
    having = next(each.id for each in tree.codes if each.guid == code)
    population = replace(request.population, coded=(other.id, tree.subtree(having)))
    return replace(request, population=population)


def _in_wave(
    session: Session, request: Request, question: Question, row: Row, ids: Sequence[int]
) -> list[int]:
    """The answers of a wave: to the codes that are the row's there, or its own code gone since."""
    if question.id != request.question.id:
        tree = codebook_of(session, question.id)
        matching, wanted = match(tree, request.tree), set(ids)
        codes = list(tree.walk())
        ids = [each.id for each in codes if matching.latest(request.tree, each.id) in wanted]
        ids = ids or [each.id for each in codes if each.guid == row.code]
    return answers_with(session, question, PLAIN, request.coder, ids, request.population)


def _of_question(
    session: Session,
    definition: Definition,
    request: Request,
    table: Table,
    row: Row,
    column: Column | None,
    name: str,
) -> Behind:
    if definition.kind == "missing":
        raise Problem("Who left a question blank gave no answer.", "See who answered instead.")
    guids = list(dict.fromkeys([definition.question, *definition.others]))
    question = question_of(session, guids[table.rows.index(row)], "")
    key = None if column is None else column.key
    found = answers_given(session, question, request.grouping, request.population, key)
    return Behind(question.full_key, name, tuple(found))
