"""Two engines on one study file: one that only reads, one that writes and logs."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

_BUSY_SECONDS = 5.0
_PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def reader(path: Path) -> Engine:
    """An engine whose connections cannot write.

    They stay open between two readings, without a lock: what SQLite knows of the file is kept, and
    a reading costs a quarter of what it costs with a connection of its own.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=-1,
        pool_use_lifo=True,
        hide_parameters=True,
    )
    _on_connect(engine, ["PRAGMA query_only=ON"])
    _on_begin(engine, "BEGIN")
    return engine


def writer(path: Path, triggers: Iterable[str]) -> Engine:
    """An engine with one connection that takes the write lock at the start of a transaction."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    _on_connect(engine, list(triggers))
    _on_begin(engine, "BEGIN IMMEDIATE")
    return engine


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection with the study's settings and no transaction of its own."""
    connection = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _on_connect(engine: Engine, statements: list[str]) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()


def _on_begin(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
