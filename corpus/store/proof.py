"""What SQLite's own check does not see: texts that are none, rows that history left otherwise."""

import json
import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from sqlalchemy import MetaData, Table, Text

from corpus.store.triggers import logged_columns, row_as_json


def unreadable(connection: sqlite3.Connection, metadata: MetaData) -> Iterator[str]:
    """The tables that lack a column or have a value that is not UTF-8, a sentence each."""
    for table in metadata.sorted_tables:
        columns = ", ".join(f'{table.name}."{column.name}"' for column in table.columns)
        texts = [f'"{column.name}"' for column in table.columns if isinstance(column.type, Text)]
        try:
            connection.execute(f"SELECT {columns} FROM {table.name} LIMIT 0")
            deque(connection.execute(f"SELECT {', '.join(['id', *texts])} FROM {table.name}"), 0)
        except sqlite3.OperationalError:
            yield f"the table {table.name} cannot be read"


def unlike_history(connection: sqlite3.Connection, metadata: MetaData) -> Iterator[str]:
    """The rows that are not as the latest change of history left them, a sentence each.

    A row that was never changed after it came says nothing here. The history itself is compared
    too: what a change found is what the change before it left.
    """
    left: dict[tuple[str, int], str] = {}
    changes = connection.execute(
        "SELECT id, table_name, row_id, old, new FROM change WHERE old IS NOT NULL ORDER BY id"
    )
    for change, table, row, old, new in changes:
        if not _agree(left.pop((table, row), old), old):
            yield f"change {change} of the history did not find what was there"
        if new is not None:
            left[table, row] = new
    by_table: dict[str, dict[int, str]] = defaultdict(dict)
    for (table, row), value in left.items():
        by_table[table][row] = value
    for name, expected in by_table.items():
        table = metadata.tables.get(name)
        if table is None:
            yield f"the history tells of a table {name} that is not there"
        else:
            yield from _unlike(connection, table, expected)


def _unlike(
    connection: sqlite3.Connection, table: Table, expected: Mapping[int, str]
) -> Iterator[str]:
    value = row_as_json(logged_columns(table), table.name)
    rows = connection.execute(
        f"SELECT id, {value} FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(expected))],
    )
    found = dict(rows.fetchall())
    for row, left in expected.items():
        if not _agree(found.get(row, ""), left):
            yield f"row {row} of {table.name} is not what was stored"


def _agree(one: str, other: str) -> bool:
    """Whether two rows have the same values in the columns that both know."""
    if one == other:
        return True
    try:
        first, second = dict(json.loads(one)), dict(json.loads(other))
    except (ValueError, TypeError):
        return False
    both = first.keys() & second.keys()
    return bool(both) and all(first[name] == second[name] for name in both)
