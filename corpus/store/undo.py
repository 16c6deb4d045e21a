"""Taking back a step: its changes are applied backwards, last first."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Column, MetaData, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from corpus.problems import Problem
from corpus.store.history import first_change, read_lineage, standing_beside
from corpus.store.ids import AMONG_IDS, ids_given
from corpus.store.tables import ChangeRow

_WORTH_IT = 4
"""So many rows on average must become alike for one statement to be quicker than one for each."""

Row = tuple[int, dict[str, Any]]
"""The id of a row, and the values it gets."""


class Change(NamedTuple):
    """A line of the history: a row before and after, as JSON; ids to `last_row_id` were made."""

    table_name: str
    row_id: int
    last_row_id: int
    old: str | None
    new: str | None


def apply_backwards(
    session: Session, metadata: MetaData, step: int, later: Collection[int]
) -> None:
    """Undo the changes of a step inside the transaction of another step.

    `later` are the later steps whose changes stand. References are checked when the transaction
    ends, so that rows may come back in any order.
    Raises a Problem that names the later step when one changed the same rows.
    """
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    changes = _changes(session, step)
    if later:
        _refuse_conflicts(session, step, changes, later)
    for (name, kind), group in groupby(changes, lambda c: (c.table_name, _kind(c))):
        _APPLY[kind](session, metadata.tables[name], list(group))


def built_upon(session: Session, metadata: MetaData, step: int) -> Problem:
    """The Problem that names the first later step whose rows refer to rows this step made."""
    made = select(ChangeRow.row_id, ChangeRow.last_row_id, ChangeRow.table_name).where(
        ChangeRow.step_id == step, ChangeRow.old.is_(None)
    )
    among = standing_beside(session, read_lineage(session), [step])(step)
    found: set[int] = set()
    for first, last, name in session.execute(made).all():
        for column in _referring(metadata, name):
            rows = select(column.table.c.id).where(column.between(first, last)).limit(1)
            for row in session.scalars(rows):
                maker = first_change(session, among, column.table.name, row, row)
                found.update([maker] if maker else [])
    which = f"step {min(found)} builds" if found else "later steps build"
    return Problem(
        f"Step {step} cannot be taken back: {which} on it.",
        "Take back what came later first: fullkoding log STUDY shows it.",
    )


def _referring(metadata: MetaData, name: str) -> list[Column[Any]]:
    keys = (key for table in metadata.tables.values() for key in table.foreign_keys)
    return [key.parent for key in keys if key.column.table.name == name]


def _changes(session: Session, step: int) -> list[Change]:
    """The changes of a step, last first."""
    rows = session.connection().execute(
        select(
            ChangeRow.table_name,
            ChangeRow.row_id,
            ChangeRow.last_row_id,
            ChangeRow.old,
            ChangeRow.new,
        )
        .where(ChangeRow.step_id == step)
        .order_by(ChangeRow.id.desc())
    )
    cursor = rows.cursor
    return [Change._make(row) for row in cursor.fetchall()] if cursor else []


def _kind(change: Change) -> str:
    if change.old is None:
        return "insert"
    return "delete" if change.new is None else "update"


def _refuse_conflicts(
    session: Session, step: int, changes: Sequence[Change], among: Collection[int]
) -> None:
    by_table = attrgetter("table_name")
    for name, group in groupby(sorted(changes, key=by_table), by_table):
        for first, last in _ranges(group):
            later = first_change(session, among, name, first, last)
            if later is not None:
                raise Problem(
                    f"Step {step} cannot be taken back: step {later} changed the same rows.",
                    f"Take back step {later} first.",
                )


def _ranges(changes: Iterable[Change]) -> Iterator[tuple[int, int]]:
    """Row ids joined to ranges where they follow each other, so that few questions are asked."""
    first = last = None
    for low, high in sorted((c.row_id, c.last_row_id) for c in changes):
        if last is not None and low <= last + 1:
            last = max(last, high)
            continue
        if first is not None and last is not None:
            yield first, last
        first, last = low, high
    if first is not None and last is not None:
        yield first, last


def _take_out(session: Session, table: Table, changes: list[Change]) -> None:
    for first, last in reversed(list(_ranges(changes))):
        session.execute(delete(table).where(table.c.id.between(first, last)))


def _put_back(session: Session, table: Table, changes: list[Change]) -> None:
    session.execute(insert(table), _values([change.old for change in changes]))


def _set_back(session: Session, table: Table, changes: list[Change]) -> None:
    """Set back what differs, change by change; at once where rows that follow become alike.

    What else stands in a row is as the change left it, for no later step may have changed it.
    """
    pairs = zip(
        _values([change.old for change in changes]),
        _values([change.new for change in changes]),
        strict=True,
    )
    rows = [(old["id"], _differing(old, new)) for old, new in pairs]
    for names, alike in groupby(rows, lambda row: tuple(row[1])):
        if names:
            _write(session, table, names, list(alike))


def _write(session: Session, table: Table, names: tuple[str, ...], rows: list[Row]) -> None:
    runs = [(same, list(run)) for same, run in groupby(rows, itemgetter(1))]
    connection = session.connection()
    values: dict[str, Any] = {name: bindparam(f"old_{name}") for name in names}
    if len(runs) * _WORTH_IT > len(rows):
        connection.execute(
            update(table).where(table.c.id == bindparam("old_id")).values(values),
            [{"old_id": id_, **{f"old_{n}": v for n, v in row.items()}} for id_, row in rows],
        )
        return
    statement = update(table).where(table.c.id.in_(AMONG_IDS)).values(values)
    for same, run in runs:
        old = {f"old_{name}": value for name, value in same.items()}
        connection.execute(statement, ids_given(id_ for id_, _ in run) | old)


def _differing(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in old.items() if value != new[name]}


def _values(logged: Sequence[str | None]) -> list[dict[str, Any]]:
    """The rows as they stand in the history, all read at once."""
    rows: list[dict[str, Any]] = json.loads(f"[{','.join(each or '{}' for each in logged)}]")
    return rows


_APPLY = {"insert": _take_out, "delete": _put_back, "update": _set_back}
