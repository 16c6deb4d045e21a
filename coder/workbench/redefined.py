"""Answers to read again because the definition of their code has changed since."""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tables import CodeRow
from coder.tables import CodingRow
from coder.workbench.conditions import with_text
from corpus.queries import Question
from corpus.store.history import Lineage, read_lineage
from corpus.store.tables import ChangeRow, StepRow
from corpus.tables import AnswerRow


@dataclass(frozen=True, slots=True)
class Redefined:
    """A code whose definition is another than when these answers were coded with it.

    `before` is what the definition was before its latest change ("": there was none), `at` the
    time of that change (UTC, ISO 8601). `answers` are ids in the order of the file.
    """

    code_id: int
    before: str
    now: str
    at: str
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    step: int
    at: str
    before: str
    now: str


def definition_changes(session: Session, question: Question) -> list[Redefined]:
    """The codes whose answers want reading again, the definition changed last first.

    An answer leaves the list when its coding is made anew, moved to another text or to this code
    by a merge, or taken off after the change; and when the definition becomes what it was. What
    was undone does not count. That somebody has looked and found it right is written nowhere, so
    the list is the same again until then: a screen keeps it as a work list while it is worked off.
    """
    found = [
        _redefined(session, question, code_id, changes)
        for code_id, changes in _changes(session, question).items()
    ]
    return [each for each in found if each.answers]


def _changes(session: Session, question: Question) -> dict[int, list[_Change]]:
    """The changes of each code's definition, oldest first; the code changed last comes first."""
    codes = {code.id for code in codebook_of(session, question.id).walk()}
    lineage = read_lineage(session)
    rows = session.execute(
        select(ChangeRow.row_id, ChangeRow.step_id, StepRow.at, ChangeRow.old, ChangeRow.new)
        .join(StepRow, StepRow.id == ChangeRow.step_id)
        .where(
            ChangeRow.table_name == CodeRow.__tablename__,
            ChangeRow.old.is_not(None),
            ChangeRow.new.is_not(None),
        )
        .order_by(ChangeRow.id.desc())
    )
    changes: dict[int, list[_Change]] = defaultdict(list)
    for code, step, at, old, new in rows:
        before, now = (json.loads(side or "{}")["definition"] for side in (old, new))
        if code in codes and before != now and _done(lineage, step):
            changes[code].insert(0, _Change(step, at, before, now))
    return changes


def _redefined(
    session: Session, question: Question, code_id: int, changes: Sequence[_Change]
) -> Redefined:
    codings = _codings(session, question, code_id)
    made = _made(session, sorted(codings), changes[0].step)
    latest = changes[-1]
    answers = {
        answer
        for coding, answer in codings.items()
        if _definition(changes, made.get(coding, 0)) != latest.now
    }
    return Redefined(code_id, latest.before, latest.now, latest.at, tuple(sorted(answers)))


def _codings(session: Session, question: Question, code_id: int) -> dict[int, int]:
    query = (
        select(CodingRow.id, CodingRow.answer_id)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .where(CodingRow.code_id == code_id, *with_text(question))
    )
    return dict(session.connection().execute(query).all())


def _made(session: Session, codings: Sequence[int], since: int) -> dict[int, int]:
    """In which step since one each of these codings was made or changed last, if in any."""
    lineage = read_lineage(session)
    rows = session.execute(
        select(ChangeRow.row_id, ChangeRow.last_row_id, ChangeRow.step_id)
        .where(ChangeRow.table_name == CodingRow.__tablename__, ChangeRow.step_id >= since)
        .order_by(ChangeRow.id)
    )
    made: dict[int, int] = {}
    for first, last, step in rows:
        touched = codings[bisect_left(codings, first) : bisect_right(codings, last)]
        if touched and _done(lineage, step):
            made.update(dict.fromkeys(touched, step))
    return made


def _definition(changes: Sequence[_Change], step: int) -> str:
    """What the definition was after a step."""
    known = [change.now for change in changes if change.step <= step]
    return known[-1] if known else changes[0].before


def _done(lineage: Lineage, step: int) -> bool:
    """Whether a step is an action, neither an undo nor a redo, and is in effect."""
    return lineage.undoes.get(step) is None and lineage.in_effect(step)
