"""What one step changed, row by row: whose answer, which code, what it was before and after."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.tables import CodeRow
from coder.tables import CodingRow, FlagRow, MemoRow
from coder.workbench.ids import among
from corpus.queries import IN_USE
from corpus.store.base import Base
from corpus.store.tables import ChangeRow
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, RespondentRow, VersionRow

How = Literal["added", "removed", "changed"]
Values = Mapping[str, Any]

_BEGINNING = 200
_TOLD = tuple(mapped.__tablename__ for mapped in (CodingRow, FlagRow, MemoRow, CodeRow))


@dataclass(frozen=True)
class Whose:
    """The answer that a change is about: question, respondent, the beginning of its text."""

    question: str
    respondent: str
    beginning: str


@dataclass(frozen=True)
class RowChange:
    """One row that a step changed. `old` and `new` are what is told about it, "" for nothing.

    For a coding they are paths of codes, for a flag its kind, for a memo its text, for a code its
    path or, when something else of it changed, the columns that did.
    """

    table: str
    how: How
    old: str
    new: str
    whose: Whose | None = None


@dataclass(frozen=True)
class Details:
    """The changes that are told, in order, and how many rows of each table were changed in all."""

    changes: tuple[RowChange, ...]
    counts: Mapping[str, int]
    told_of: int
    """How many rows could have been told; the first of them are."""


@dataclass(frozen=True)
class _Raw:
    """A row of the log: the values before and after, None where there is no row."""

    table: str
    old: Values | None
    new: Values | None


def read_details(session: Session, step_id: int, most: int) -> Details:
    """What a step changed; at most `most` rows are told, all are counted."""
    counts = _counts(session, step_id)
    raws = _raw_changes(session, step_id, most)
    paths = _Paths(session)
    whose = _whose(session, {each.get("answer_id") for raw in raws for each in _sides(raw)})
    told = tuple(_told(raw, paths, whose) for raw in raws)
    return Details(told, counts, sum(counts.get(table, 0) for table in _TOLD))


def _counts(session: Session, step_id: int) -> dict[str, int]:
    rows = func.sum(ChangeRow.last_row_id - ChangeRow.row_id + 1)
    query = select(ChangeRow.table_name, rows).where(ChangeRow.step_id == step_id)
    found = session.execute(query.group_by(ChangeRow.table_name).order_by(rows.desc()))
    return {table: int(count) for table, count in found}


def _raw_changes(session: Session, step_id: int, most: int) -> list[_Raw]:
    query = (
        select(ChangeRow)
        .where(ChangeRow.step_id == step_id, ChangeRow.table_name.in_(_TOLD))
        .order_by(ChangeRow.id)
        .limit(most)
    )
    raws: list[_Raw] = []
    for change in session.scalars(query):
        if change.old is None:
            ids = range(change.row_id, min(change.last_row_id, change.row_id + most) + 1)
            made = _values_then(session, change, ids)
            raws += [_Raw(change.table_name, None, made[id_]) for id_ in ids if id_ in made]
        else:
            old, new = json.loads(change.old), json.loads(change.new) if change.new else None
            raws.append(_Raw(change.table_name, old, new))
    return raws[:most]


def _values_then(session: Session, change: ChangeRow, ids: Sequence[int]) -> dict[int, Values]:
    """The values that rows had when they were made: what the next change of each says, or now."""
    table = Base.metadata.tables[change.table_name]
    now = session.connection().execute(select(table).where(table.c.id.in_(among(ids))))
    values: dict[int, Values] = {row["id"]: dict(row) for row in now.mappings()}
    later = (
        select(ChangeRow.row_id, ChangeRow.old)
        .where(
            ChangeRow.table_name == change.table_name,
            ChangeRow.row_id.in_(among(ids)),
            ChangeRow.id > change.id,
            ChangeRow.old.is_not(None),
        )
        .order_by(ChangeRow.id.desc())
    )
    values |= {row: json.loads(old or "{}") for row, old in session.connection().execute(later)}
    return values


def _sides(raw: _Raw) -> list[Values]:
    return [side for side in (raw.old, raw.new) if side is not None]


def _whose(session: Session, answers: Collection[int | None]) -> dict[int, Whose]:
    query = (
        select(AnswerRow.id, QuestionRow.key, QuestionRow.wave, RespondentRow.key)
        .add_columns(func.coalesce(func.substr(VersionRow.text, 1, _BEGINNING), ""))
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .outerjoin(VersionRow, IN_USE)
        .where(AnswerRow.id.in_(among(each for each in answers if each is not None)))
    )
    return {
        id_: Whose(f"{key}@{wave}" if wave else key, respondent, beginning)
        for id_, key, wave, respondent, beginning in session.connection().execute(query)
    }


class _Paths:
    """The paths of codes as they are now, or were when they were last there."""

    def __init__(self, session: Session) -> None:
        gone = select(ChangeRow.old).where(
            ChangeRow.table_name == CodeRow.__tablename__,
            ChangeRow.old.is_not(None),
            ChangeRow.new.is_(None),
        )
        codes = [json.loads(old or "{}") for old in session.scalars(gone.order_by(ChangeRow.id))]
        self._codes = {code["id"]: (code["name"], code["parent_id"]) for code in codes}
        rows = session.execute(select(CodeRow.id, CodeRow.name, CodeRow.parent_id))
        self._codes |= {id_: (name, parent) for id_, name, parent in rows}

    def of(self, code: Values) -> str:
        """The path of a code with these values, under the themes of now."""
        names, parent = [str(code["name"])], code["parent_id"]
        while parent in self._codes:
            name, parent = self._codes[parent]
            names.insert(0, name)
        return " / ".join(names)

    def of_id(self, code_id: int) -> str:
        """The path of a code; its number in the file when it is not known any more."""
        if code_id not in self._codes:
            return f"#{code_id}"
        name, parent = self._codes[code_id]
        return self.of({"name": name, "parent_id": parent})


def _told(raw: _Raw, paths: _Paths, whose: Mapping[int, Whose]) -> RowChange:
    how: How = "changed"
    if raw.old is None or raw.new is None:
        how = "added" if raw.old is None else "removed"
    old, new = (_said(raw.table, side, paths) if side else "" for side in (raw.old, raw.new))
    if raw.table == CodeRow.__tablename__ and raw.old and raw.new and old == new:
        old, new = _differences(raw.old, raw.new)
    side = raw.new or raw.old or {}
    return RowChange(raw.table, how, old, new, whose.get(side.get("answer_id") or 0))


def _said(table: str, row: Values, paths: _Paths) -> str:
    if table == CodingRow.__tablename__:
        return paths.of_id(row["code_id"])
    if table == CodeRow.__tablename__:
        return paths.of(row)
    return str(row["kind"] if table == FlagRow.__tablename__ else row["text"])


def _differences(old: Values, new: Values) -> tuple[str, str]:
    names = [name for name in old if old[name] != new.get(name)]
    before, after = (", ".join(f"{name} {side[name]}" for name in names) for side in (old, new))
    return before, after
