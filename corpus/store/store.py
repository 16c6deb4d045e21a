"""The open study file: transactions to read in, and one transaction for each user action."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from corpus.problems import Problem
from corpus.store import engine, history
from corpus.store.file import explain
from corpus.store.history import Parameter, Step
from corpus.store.triggers import log_triggers
from corpus.store.undo import apply_backwards, built_upon

_STEP = "step_id"
_NEW_GUID = "new_guid"


@dataclass(frozen=True)
class Surroundings:
    """What a store takes from outside: the time as UTC ISO-8601, and new GUIDs."""

    now: Callable[[], str]
    new_guid: Callable[[], str]


class Store:
    """A study file that is open; `triggers` keep what is derived up to date."""

    def __init__(
        self, path: Path, metadata: MetaData, triggers: tuple[str, ...], outside: Surroundings
    ) -> None:
        self.path = path
        self._metadata = metadata
        self._outside = outside
        self._reader = engine.reader(path)
        self._writer = engine.writer(path, (*log_triggers(metadata), *triggers))

    def close(self) -> None:
        """Give the file back."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that sees one state of the file and changes nothing."""
        with explained(self.path), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def act(
        self,
        kind: str,
        coder: str,
        parameters: Mapping[str, Parameter],
        *,
        operation: str | None = None,
        undoes: int | None = None,
    ) -> Iterator[Session]:
        """One user action: one transaction and one step. A step that changed nothing is not kept.

        `operation` is an id made by the client: a second act with the same one is refused.
        """
        with explained(self.path), Session(self._writer) as session:
            guid = operation or self._outside.new_guid()
            if operation and history.known_operation(session, operation):
                raise Problem("This was done before.", "Nothing was changed.")
            step = history.new_step(
                session,
                kind,
                parameters,
                guid=guid,
                at=self._outside.now(),
                coder=coder,
                undoes=undoes,
            )
            session.info[_STEP] = step.id
            session.info[_NEW_GUID] = self._outside.new_guid
            yield session
            session.flush()
            if history.changed_anything(session, step.id):
                session.commit()
            else:
                session.rollback()

    def undo(self, coder: str, step_id: int | None = None) -> Step:
        """Take back the latest action, or this step; returns it."""
        with self.read() as session:
            found = history.undoable(session, step_id)
        if found is None:
            raise Problem("There is nothing to undo.", "Nothing was changed.")
        return self._take_back("undo", coder, found)

    def redo(self, coder: str) -> Step:
        """Do again what the latest undo took back; returns the action."""
        with self.read() as session:
            found = history.redoable(session)
        if found is None:
            raise Problem("There is nothing to redo.", "Nothing was changed.")
        return self._take_back("redo", coder, found)

    def _take_back(self, kind: str, coder: str, step: Step) -> Step:
        try:
            with self.act(kind, coder, {"step": step.id}, undoes=step.id) as session:
                apply_backwards(session, self._metadata, step)
        except IntegrityError as error:
            with self.read() as session:
                raise built_upon(session, self._metadata, step) from error
        with self.read() as session:
            lineage = history.read_lineage(session)
            return history.find_step(session, lineage.origin(step.id)) or step


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Database errors that a user can put right, told as a Problem."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        problem = explain(cause, path) if isinstance(cause, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error


def current_step(session: Session) -> int:
    """The id of the step that this transaction belongs to."""
    return int(session.info[_STEP])


def new_guid(session: Session) -> str:
    """A GUID for something made in this transaction."""
    make: Callable[[], str] = session.info[_NEW_GUID]
    return make()
