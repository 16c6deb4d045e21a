"""Inserting many rows at once: one line in the history for all of them."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Table, func, insert, select, text
from sqlalchemy.orm import Session

from corpus.store.base import Base
from corpus.store.tables import ChangeRow, StepRow
from corpus.store.triggers import drop_insert_trigger, insert_trigger

_LAST_ID = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_TOGETHER = 200
"""Rows a statement: SQLite takes twice as many a second as with one, and more gain little."""
_CHUNK = 50 * _TOGETHER


def next_id(session: Session, mapped: type[Base]) -> int:
    """The first id that no row of this table has or ever had."""
    used = session.connection().execute(_LAST_ID, {"name": mapped.__tablename__}).scalar()
    return int(used or 0) + 1


def bulk_insert(
    session: Session, mapped: type[Base], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert rows whose ids (first column) follow each other without a gap.

    `rows` are tuples in the order of `columns`, which is the table's own. The history gets the
    first and the last id.
    """
    if not rows:
        return
    table = cast(Table, mapped.__table__)
    first, last = rows[0][0], rows[-1][0]
    if [column.name for column in table.columns if column.name in columns] != list(columns):
        raise ValueError(f"columns of {table.name} must stand in the table's order")
    if columns[0] != "id" or last - first + 1 != len(rows):
        raise ValueError(f"ids of {table.name} must follow each other from {first} to {last}")
    connection = session.connection()
    if len(rows) == 1:
        _insert(connection, table, columns, rows)
        return
    connection.exec_driver_sql(drop_insert_trigger(table))
    _insert(connection, table, columns, rows)
    connection.exec_driver_sql(insert_trigger(table))
    step = select(func.max(StepRow.id)).scalar_subquery()
    session.execute(
        insert(ChangeRow).values(
            step_id=step, table_name=table.name, row_id=first, last_row_id=last
        )
    )


@lru_cache(maxsize=32)
def _one_row(table: Table, dialect: Dialect, columns: tuple[str, ...]) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=list(columns)))


def _insert(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    one = _one_row(table, connection.dialect, tuple(columns))
    many = one + f", ({', '.join('?' * len(columns))})" * (_TOGETHER - 1)
    whole = len(rows) - len(rows) % _TOGETHER
    for start in range(0, whole, _CHUNK):
        groups = range(start, min(start + _CHUNK, whole), _TOGETHER)
        cells = [tuple(chain.from_iterable(rows[at : at + _TOGETHER])) for at in groups]
        connection.exec_driver_sql(many, cells)
    if whole < len(rows):
        connection.exec_driver_sql(one, list(rows[whole:]))
