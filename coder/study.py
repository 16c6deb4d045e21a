"""The study: the only door that commands and screens get to the file."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

import codebooks.tables
import coder.cases.tables
import coder.quoting.choice_tables
import coder.quoting.lead_in_tables
import coder.quoting.tables
import coder.results.saved.tables
import coder.tables
from coder.derived import BAND_TRIGGERS
from coder.integrity import check_connection
from corpus.bands import DEFAULT_LIMITS
from corpus.language import Language
from corpus.problems import Problem
from corpus.store import backup, history
from corpus.store.base import Base
from corpus.store.file import can_be_written, check_header, create_file
from corpus.store.history import Parameter, Step
from corpus.store.holding import Hold, Holder, holder_of, take, this_program
from corpus.store.store import Store, Surroundings
from corpus.tables import StudyRow

SCHEMA_VERSION = 6
SUFFIX = ".fullkoding"

_MAPPED = (
    codebooks.tables.CodeRow,
    coder.tables.CodingRow,
    coder.results.saved.tables.SavedTableRow,
)
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def surroundings() -> Surroundings:
    """The real clock and random GUIDs (RFC 9562, version 4)."""
    return Surroundings(lambda: datetime.now(UTC).strftime(_FORM), lambda: str(uuid.uuid4()))


class Study:
    """An open study file. Reading and acting go through `read` and `act`.

    A file that cannot be written is opened all the same: `read_only` is true, and what would
    change it is refused with a Problem.
    """

    def __init__(
        self, path: Path, outside: Surroundings | None = None, *, read_only: bool = False
    ) -> None:
        check_header(path, SCHEMA_VERSION)
        self.path = path
        self._outside = outside or surroundings()
        self._store = Store(path, Base.metadata, BAND_TRIGGERS, self._outside)
        self._store.refusal = _refusal(path, read_only)
        self._writable = self._store.refusal is None
        self._hold: Hold | None = None

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
        self.let_go()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: as asked for, by the rights to it, or by its holder."""
        return self._store.refusal is not None

    def hold(self, coder: str) -> Holder | None:
        """Hold the study for a person until it is closed; who has it when somebody else does.

        Then it can only be read from here on, until another call finds it free. A study that
        cannot be written, or stands where nothing can be held, is not held: None.
        """
        if self._hold is not None or not self._writable:
            return None
        taken = take(self.path, this_program(coder, self._outside.now()))
        if isinstance(taken, Holder):
            who = taken.coder or taken.user or "Another program"
            self._store.refusal = Problem(
                f"{who} has {self.path} open.", "Nothing was changed. Close it there first."
            )
            return taken
        self._hold, self._store.refusal = taken, None
        return None

    def let_go(self) -> None:
        """Let others hold the study."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def changed_elsewhere(self) -> bool:
        """Whether another program has done something since this was last asked; takes 0.02 ms."""
        return self._store.changed_elsewhere()

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

    def undo_to(
        self, coder: str, step: int, told: Callable[[int], None] = lambda _: None
    ) -> list[Step]:
        """Take back every action after a step, all of them or none; returns them, latest first.

        `told` gets how many are done; what it raises leaves everything as it was.
        """
        return self._store.undo_to(coder, step, told)

    def redo_to(
        self, coder: str, step: int, told: Callable[[int], None] = lambda _: None
    ) -> list[Step]:
        """Do again what was taken back, up to and with an action; returns them, earliest first."""
        return self._store.redo_to(coder, step, told)

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
        """A backup when the newest is older than a day and there is something to lose.

        None is made of a study that can only be read.
        """
        if self.read_only:
            return None
        due = backup.is_due(self.path, self._moment()) and self.undoable() is not None
        return self.back_up() if due else None

    def _moment(self) -> datetime:
        return datetime.strptime(self._outside.now(), _FORM).replace(tzinfo=UTC)


def _refusal(path: Path, read_only: bool) -> Problem | None:
    """What is said to who would change a study that can only be read, None when it can be."""
    if read_only:
        return Problem(f"{path} was opened for reading only.", "Nothing was changed.")
    if can_be_written(path):
        return None
    return Problem(f"{path} can only be read, not written.", "Nothing was changed.")


def restore(path: Path, source: Path, outside: Surroundings | None = None) -> Path | None:
    """Put a backup in a study's place; what stood there is kept at the path returned.

    Raises a Problem while the study is open on somebody's screen, which would go on in the old one.
    """
    holder = holder_of(path)
    if holder is not None:
        raise Problem(
            f"{holder.coder or 'Another program'} has {path} open (pid {holder.pid}).",
            "Close it there first; nothing was changed.",
        )
    now = datetime.strptime((outside or surroundings()).now(), _FORM).replace(tzinfo=UTC)
    return backup.restore(path, source, now, SCHEMA_VERSION, check_connection)
