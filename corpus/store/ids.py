"""Long lists of ids, in and out of the database as one JSON text: five times faster than rows."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Integer, Select, bindparam, column, func, select
from sqlalchemy.orm import Session


def read_ids(session: Session, query: Select[*tuple[Any, ...]]) -> list[int]:
    """The first column of a query, in the order of the query."""
    found = query.subquery()
    gathered = select(func.json_group_array(found.c[0]))
    ids: list[int] = json.loads(session.connection().execute(gathered).scalar_one())
    return ids


AMONG_IDS = select(column("value", Integer)).select_from(
    func.json_each(bindparam("ids")).table_valued(column("value", Integer))
)
"""The ids given with `ids_given` as a query, for statements that are made once and run often."""


def ids_given(ids: Iterable[int]) -> dict[str, str]:
    """The parameter of a statement with `AMONG_IDS`."""
    return {"ids": json.dumps(list(ids))}


def among(ids: Iterable[int]) -> Select[int]:
    """These ids as a query, for `column.in_(...)`; any number of them is one parameter."""
    value = column("value", Integer)
    return select(value).select_from(func.json_each(json.dumps(list(ids))).table_valued(value))
