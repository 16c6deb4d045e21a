"""In which step of the history rows were made."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.workbench.ids import among
from corpus.store.base import Base
from corpus.store.history import read_lineage
from corpus.store.tables import ChangeRow


def made_in(session: Session, mapped: type[Base], ids: Collection[int]) -> dict[int, int]:
    """By row id the action that made each row; undone and done again is still the first making.

    Rows that stood before there was a history are left out.
    """
    wanted = sorted(set(ids))
    inserts = (ChangeRow.table_name == mapped.__tablename__, ChangeRow.old.is_(None))
    columns = select(ChangeRow.id, ChangeRow.row_id, ChangeRow.last_row_id, ChangeRow.step_id)
    single = columns.where(*inserts, ChangeRow.row_id.in_(among(wanted)))
    many = columns.where(*inserts, ChangeRow.last_row_id > ChangeRow.row_id)
    connection = session.connection()
    rows = {tuple(row) for query in (single, many) for row in connection.execute(query)}
    first: dict[int, int] = {}
    for _change, low, high, step in sorted(rows):
        for id_ in wanted[bisect_left(wanted, low) : bisect_right(wanted, high)]:
            first.setdefault(id_, step)
    lineage = read_lineage(session)
    return {id_: lineage.origin(step) for id_, step in first.items()}
