"""The study: the only door that commands and screens get to the file."""

import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

import codebooks.tables
import coder.tables
from coder.derived import BAND_TRIGGERS
from coder.integrity import check_connection
from corpus.bands import DEFAULT_LIMITS
from corpus.language import Language
from corpus.store import backup, history
from corpus.store.base import Base
from corpus.store.file import check_header, create_file
from corpus.store.history import Parameter, Step
from corpus.store.store import Store, Surroundings
from corpus.tables import StudyRow

SCHEMA_VERSION = 2
SUFFIX = ".fullkoding"

_MAPPED = (codebooks.tables.CodeRow, coder.tables.CodingRow)
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def surroundings() -> Surroundings:
    """The real clock and random GUIDs (RFC 9562, version 4)."""
    return Surroundings(lambda: datetime.now(UTC).strftime(_FORM), lambda: str(uuid.uuid4()))


class Study:
    """An open study file. Reading and acting go through `read` and `act`."""

    def __init__(self, path: Path, outside: Surroundings | None = None) -> None:
        check_header(path, SCHEMA_VERSION)
        self.path = path
        self._outside = outside or surroundings()
        self._store = Store(path, Base.metadata, BAND_TRIGGERS, self._outside)

    @classmethod
    def create(
        cls, path: Path, language: Language, title: str = "", outside: Surroundings | None = None
    ) -> Self:
        """Make a new, empty study file and open it."""
        outside = outside or surroundings()
        guid = outside.new_guid()

        def fill(connection: Connection) -> None:
            connection.execute(
                insert(StudyRow).values(
                    guid=guid,
                    title=title or path.stem,
                    language=language,
                    band_limits=",".join(map(str, DEFAULT_LIMITS)),
                    seed=int(guid.replace("-", "")[:7], 16),
                )
            )

        create_file(path, Base.metadata, SCHEMA_VERSION, fill)
        return cls(path, outside)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def read(self) -> AbstractContextManager[Session]:
        """A transaction that sees one state of the study."""
        return self._store.read()

    @contextmanager
    def act(
        self, kind: str, coder: str, *, operation: str | None = None, **parameters: Parameter
    ) -> Iterator[Session]:
        """One user action: one transaction, one step in the history, one undo."""
        with self._store.act(kind, coder, parameters, operation=operation) as session:
            yield session

    def undo(self, coder: str, step: int | None = None) -> Step:
        """Take back the latest action, or one step; returns it."""
        return self._store.undo(coder, step)

    def redo(self, coder: str) -> Step:
        """Do again what was taken back last; returns it."""
        return self._store.redo(coder)

    def steps(self) -> list[Step]:
        """The history, oldest first."""
        with self.read() as session:
            return history.steps(session)

    def undoable(self) -> Step | None:
        """The action that the next undo takes back, or None."""
        with self.read() as session:
            found = history.undoable(session)
            lineage = history.read_lineage(session)
            return history.find_step(session, lineage.origin(found.id)) if found else None

    def redoable(self) -> list[int]:
        """The actions that wait for redo, in the order in which they would be done again."""
        with self.read() as session:
            return history.redoable_actions(session)

    def backups(self) -> list[Path]:
        """The study's backups, newest first."""
        return backup.backups(self.path)

    def back_up(self, target: Path | None = None) -> Path:
        """A proved copy, in the study's backup folder or at `target`."""
        if target is None:
            return backup.make_backup(self.path, self._moment(), check_connection)
        backup.save_copy(self.path, target, check_connection)
        return target

    def back_up_if_due(self) -> Path | None:
        """A backup when the newest is older than a day and there is something to lose."""
        due = backup.is_due(self.path, self._moment()) and self.undoable() is not None
        return self.back_up() if due else None

    def _moment(self) -> datetime:
        return datetime.strptime(self._outside.now(), _FORM).replace(tzinfo=UTC)


def restore(path: Path, source: Path, outside: Surroundings | None = None) -> Path | None:
    """Put a backup in a study's place; what stood there is kept at the path returned."""
    now = datetime.strptime((outside or surroundings()).now(), _FORM).replace(tzinfo=UTC)
    return backup.restore(path, source, now, SCHEMA_VERSION, check_connection)
