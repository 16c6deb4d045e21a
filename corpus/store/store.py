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
from corpus.store.file import damaged, explain
from corpus.store.history import Parameter, Step
from corpus.store.triggers import log_triggers
from corpus.store.undo import apply_backwards, built_upon
from corpus.store.watch import Watch

_STEP = "step_id"
_NEW_GUID = "new_guid"


@dataclass(frozen=True)
class Surroundings:
    """What a store takes from outside: the time as UTC ISO-8601, and new GUIDs."""

    now: Callable[[], str]
    new_guid: Callable[[], str]


class Store:
    """A study file that is open; `triggers` keep what is derived up to date.

    While there is a `refusal` nothing is written, and it is what is said.
    """

    def __init__(
        self, path: Path, metadata: MetaData, triggers: tuple[str, ...], outside: Surroundings
    ) -> None:
        self.path = path
        self._metadata = metadata
        self._outside = outside
        self._reader = engine.reader(path)
        self._writer = engine.writer(path, (*log_triggers(metadata), *triggers))
        self._watch = Watch(path)
        self.refusal: Problem | None = None

    def close(self) -> None:
        """Give the file back."""
        self._reader.dispose()
        self._writer.dispose()
        self._watch.close()

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since this was last asked."""
        return self._watch.changed()

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
    ) -> Iterator[Session]:
        """One user action: one transaction and one step. A step that changed nothing is not kept.

        `operation` is an id made by the client: a second act with the same one is refused.
        """
        with self._write() as session:
            if operation and history.known_operation(session, operation):
                raise Problem("This was done before.", "Nothing was changed.")
            step = self._begin(session, kind, coder, parameters, operation)
            yield session
            session.flush()
            if not history.changed_anything(session, step):
                session.rollback()

    def undo(self, coder: str, step_id: int | None = None) -> Step:
        """Take back the latest action, or this step; returns it."""

        def chosen(session: Session) -> list[int]:
            found = history.undoable(session, step_id)
            if found is None:
                raise Problem("There is nothing to undo.", "Nothing was changed.")
            return [found.id]

        return self._take_back("undo", coder, chosen)[0]

    def redo(self, coder: str) -> Step:
        """Do again what the latest undo took back; returns the action."""

        def chosen(session: Session) -> list[int]:
            found = history.redoable(session)
            if found is None:
                raise Problem("There is nothing to redo.", "Nothing was changed.")
            return [found.id]

        return self._take_back("redo", coder, chosen)[0]

    def undo_to(self, coder: str, step_id: int, told: Callable[[int], None]) -> list[Step]:
        """Take back every action after a step, all of them or none; returns them, latest first.

        `told` gets how many are done; what it raises leaves everything as it was.
        """

        def chosen(session: Session) -> list[int]:
            found = history.undoable_after(session, step_id)
            if not found:
                raise Problem(f"Nothing was done after step {step_id}.", "Nothing was changed.")
            return found

        return self._take_back("undo", coder, chosen, told)

    def redo_to(self, coder: str, step_id: int, told: Callable[[int], None]) -> list[Step]:
        """Do again what was taken back, up to and with an action, all or none; earliest first."""

        def chosen(session: Session) -> list[int]:
            lineage = history.read_lineage(session)
            waiting = history.waiting_for_redo(session, lineage)
            actions = [lineage.origin(step) for step in waiting]
            if step_id not in actions:
                raise Problem(f"Step {step_id} does not wait for redo.", "Nothing was changed.")
            return waiting[: actions.index(step_id) + 1]

        return self._take_back("redo", coder, chosen, told)

    def _take_back(
        self,
        kind: str,
        coder: str,
        chosen: Callable[[Session], list[int]],
        told: Callable[[int], None] = lambda _: None,
    ) -> list[Step]:
        steps: list[int] = []
        try:
            with self._write() as session:
                steps = chosen(session)
                later = history.standing_beside(session, history.read_lineage(session), steps)
                for done, step in enumerate(steps, 1):
                    self._begin(session, kind, coder, {"step": step}, undoes=step)
                    apply_backwards(session, self._metadata, step, later(step))
                    told(done)
        except IntegrityError as error:
            with self.read() as session:
                raise built_upon(session, self._metadata, steps[-1]) from error
        with self.read() as session:
            return history.actions_of(session, steps)

    @contextmanager
    def _write(self) -> Iterator[Session]:
        """A transaction that nobody else can come between."""
        if self.refusal is not None:
            raise Problem(self.refusal.sentence, self.refusal.hint)
        with explained(self.path), Session(self._writer) as session:
            session.info[_NEW_GUID] = self._outside.new_guid
            session.connection()
            self._watch.look()
            yield session
            if session.in_transaction():
                session.commit()
                self._watch.own(session.info[_STEP])

    def _begin(
        self,
        session: Session,
        kind: str,
        coder: str,
        parameters: Mapping[str, Parameter],
        operation: str | None = None,
        undoes: int | None = None,
    ) -> int:
        step = history.new_step(
            session,
            kind,
            parameters,
            guid=operation or self._outside.new_guid(),
            at=self._outside.now(),
            coder=coder,
            undoes=undoes,
        )
        session.info[_STEP] = step
        return step


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Database errors that a user can put right, told as a Problem.

    Where the damaged bytes stand in a message of SQLite itself, Python raises no database error.
    """
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        problem = explain(cause, path) if isinstance(cause, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error
    except UnicodeDecodeError as error:
        raise damaged(path, "a text in it is not UTF-8") from error


def new_guid(session: Session) -> str:
    """A GUID for something made in this transaction."""
    make: Callable[[], str] = session.info[_NEW_GUID]
    return make()
