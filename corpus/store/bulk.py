"""Inserting many rows at once: one line in the history for all of them."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from corpus.store.base import Base
from corpus.store.tables import ChangeRow, StepRow
from corpus.store.triggers import drop_insert_trigger, insert_trigger

_CHUNK = 10_000


def next_id(session: Session, mapped: type[Base]) -> int:
    """The first id that no row of this table has or ever had."""
    used = session.scalar(
        text("SELECT seq FROM sqlite_sequence WHERE name = :name").bindparams(
            name=mapped.__tablename__
        )
    )
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
    statement = str(insert(table).compile(dialect=connection.dialect, column_keys=list(columns)))
    connection.exec_driver_sql(drop_insert_trigger(table))
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        connection.exec_driver_sql(statement, chunk)
    connection.exec_driver_sql(insert_trigger(table))
    step = select(func.max(StepRow.id)).scalar_subquery()
    session.execute(
        insert(ChangeRow).values(
            step_id=step, table_name=table.name, row_id=first, last_row_id=last
        )
    )
