"""The steps that touched what a table counts: codings, answers, codes, closed answers."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.tables import CodebookUseRow, CodeRow
from coder.results.saved.definition import Definition
from coder.tables import CodingRow
from corpus.store.history import Step, read_lineage, steps_by_id
from corpus.store.tables import ChangeRow, StepRow
from corpus.tables import AnswerRow, QuestionRow

_EVERYWHERE = {
    "presence": "respondents",
    "value": "closed answers",
    "study": "size bands",
    "codebook": "codebooks",
}


@dataclass(frozen=True)
class Cause:
    """A step with the codings of the table's questions it added and removed, and what else."""

    step: Step
    added: int = 0
    removed: int = 0
    touched: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Counted:
    """The ids of the questions of a table and of their codebooks."""

    questions: frozenset[int]
    codebooks: frozenset[int]


def causes(session: Session, definition: Definition, since: int) -> tuple[Cause, ...]:
    """The steps after a step whose changes stand and touch what a table counts, oldest first."""
    lineage = read_lineage(session)
    later = session.scalars(select(StepRow.id).where(StepRow.id > since).order_by(StepRow.id))
    standing = [step for step in later if lineage.counts_after(since, step)]
    counted = _counted(session, definition)
    found = []
    for step in steps_by_id(session, standing, lineage):
        cause = _cause(session, step, counted)
        if cause.added or cause.removed or cause.touched:
            found.append(cause)
    return tuple(found)


def _counted(session: Session, definition: Definition) -> _Counted:
    guids = {definition.question, *definition.others, definition.by}
    ids = frozenset(session.scalars(select(QuestionRow.id).where(QuestionRow.guid.in_(guids))))
    books = select(CodebookUseRow.codebook_id).where(CodebookUseRow.question_id.in_(ids))
    return _Counted(ids, frozenset(session.scalars(books)))


def _cause(session: Session, step: Step, counted: _Counted) -> Cause:
    added = removed = 0
    touched: dict[str, None] = {}
    rows = session.execute(
        select(
            ChangeRow.table_name,
            ChangeRow.row_id,
            ChangeRow.last_row_id,
            ChangeRow.old,
            ChangeRow.new,
        ).where(ChangeRow.step_id == step.id)
    )
    for name, first, last, old, new in rows.all():
        if name == "coding":
            added += _codings(session, first, last, old, new, counted.questions)
            removed += _is_of(old, "question_id", counted.questions)
        elif name == "answer" and _answers(session, first, last, old, counted.questions):
            touched["answers"] = None
        elif name == "code" and _codes(session, first, last, old, counted.codebooks):
            touched["codes"] = None
        elif name in _EVERYWHERE:
            touched[_EVERYWHERE[name]] = None
    return Cause(step, added, removed, tuple(touched))


def _codings(
    session: Session,
    first: int,
    last: int,
    old: str | None,
    new: str | None,
    questions: Collection[int],
) -> int:
    """How many codings of these questions a change made that are there still."""
    if new is not None:
        return _is_of(new, "question_id", questions)
    if old is not None:
        return 0
    made = select(func.count()).where(
        CodingRow.id.between(first, last), CodingRow.question_id.in_(questions)
    )
    return session.scalar(made) or 0


def _answers(
    session: Session, first: int, last: int, old: str | None, questions: Collection[int]
) -> bool:
    if old is not None:
        return _is_of(old, "question_id", questions) > 0
    made = select(AnswerRow.id).where(
        AnswerRow.id.between(first, last), AnswerRow.question_id.in_(questions)
    )
    return session.scalar(made.limit(1)) is not None


def _codes(
    session: Session, first: int, last: int, old: str | None, codebooks: Collection[int]
) -> bool:
    if old is not None:
        return _is_of(old, "codebook_id", codebooks) > 0
    made = select(CodeRow.id).where(
        CodeRow.id.between(first, last), CodeRow.codebook_id.in_(codebooks)
    )
    return session.scalar(made.limit(1)) is not None


def _is_of(row: str | None, column: str, ids: Collection[int]) -> int:
    return int(row is not None and json.loads(row).get(column) in ids)
