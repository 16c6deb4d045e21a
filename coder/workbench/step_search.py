"""Which steps of the history did something to a code or a question: read from what they changed."""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterator

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from codebooks.tables import CodeRow
from coder.tables import CodingRow, FlagRow, MemoRow
from coder.workbench.ids import among, read_ids
from corpus.store.base import Base
from corpus.store.tables import ChangeRow
from corpus.tables import AnswerRow, QuestionRow


def steps_on_codes(session: Session, codes: Collection[int]) -> set[int]:
    """The steps that changed one of these codes, put it on something or took it off.

    What was merged into a code since counts as its own.
    """
    return {
        *_steps_on_rows(session, CodeRow.__tablename__, codes),
        *_steps_with(session, CodingRow, "code_id", codes),
        *_steps_with(session, MemoRow, "code_id", codes),
    }


def steps_on_question(session: Session, question: int) -> set[int]:
    """The steps that changed a question, its answers, or codings, flags and memos on them."""
    answers = read_ids(session, select(AnswerRow.id).where(AnswerRow.question_id == question))
    return {
        *_steps_on_rows(session, QuestionRow.__tablename__, [question]),
        *_steps_with(session, AnswerRow, "question_id", [question]),
        *_steps_with(session, CodingRow, "question_id", [question]),
        *_steps_with(session, FlagRow, "answer_id", answers),
        *_steps_with(session, MemoRow, "answer_id", answers),
        *_steps_with(session, MemoRow, "question_id", [question]),
    }


def _steps_with(
    session: Session, mapped: type[Base], column: str, values: Collection[int]
) -> Iterator[int]:
    """The steps that changed rows of a table which have, or had, one of these values."""
    table: Table = Base.metadata.tables[mapped.__tablename__]
    rows = set(read_ids(session, select(table.c.id).where(table.c[column].in_(among(values)))))
    wanted = frozenset(values)
    replaced = select(ChangeRow.row_id, ChangeRow.old).where(
        ChangeRow.table_name == table.name, ChangeRow.old.is_not(None)
    )
    for row, old in session.connection().execute(replaced):
        if row not in rows and json.loads(old or "{}").get(column) in wanted:
            rows.add(row)
    yield from _steps_on_rows(session, table.name, rows)


def _steps_on_rows(session: Session, table: str, rows: Collection[int]) -> Iterator[int]:
    ordered = sorted(rows)
    changes = select(ChangeRow.step_id, ChangeRow.row_id, ChangeRow.last_row_id).where(
        ChangeRow.table_name == table
    )
    for step, first, last in session.connection().execute(changes):
        at = bisect_left(ordered, first)
        if at < len(ordered) and ordered[at] <= last:
            yield step
