"""Writing what is computed from the rest of a study: no step, and nothing that history keeps."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, MetaData, event
from sqlalchemy.orm import Session

from corpus.store.engine import writer
from corpus.store.store import explained

_PATIENCE = 200
_CHANGES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


@contextmanager
def derive(path: Path, metadata: MetaData) -> Iterator[Session]:
    """A transaction for indexes and caches inside a study file; every mapped table is refused.

    It leaves no line in the history, and it gives way to what people do: a Problem when the file
    is not free within a fifth of a second.
    """
    engine = writer(path, [f"PRAGMA busy_timeout={_PATIENCE}"])
    _protect(engine, frozenset(metadata.tables))
    try:
        with explained(path), Session(engine) as session:
            yield session
            session.commit()
    finally:
        engine.dispose()


def _protect(engine: Engine, tables: Collection[str]) -> None:
    """Let SQLite itself refuse changes of these tables (sqlite.org/c3ref/set_authorizer.html)."""

    def judge(action: int, table: str | None, *_: object) -> int:
        refused = action in _CHANGES and table in tables
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    @event.listens_for(engine, "connect")
    def arm(connection: sqlite3.Connection, _record: object) -> None:
        connection.set_authorizer(judge)
