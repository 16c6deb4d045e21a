"""Coders: the people who code."""

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from coder.tables import CoderRow
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.store.tables import StepRow

_NAMED = select(CoderRow.id).where(CoderRow.name == bindparam("name"))


def find_coder(session: Session, name: str) -> int | None:
    """The id of a coder, or None when nobody of this name has coded."""
    return session.scalar(_NAMED, {"name": normalise(name)})


def coder_id(session: Session, name: str) -> int:
    """The id of a coder, who is added when new."""
    found = find_coder(session, name)
    if found is not None:
        return found
    row = insert(CoderRow).values(name=normalise(name))
    return session.scalars(row.returning(CoderRow.id)).one()


def known_coder_id(session: Session, name: str) -> int:
    """The id of a coder; a Problem when nobody of this name has coded."""
    found = find_coder(session, name)
    if found is None:
        names = session.scalars(select(CoderRow.name).order_by(CoderRow.name))
        raise Problem(f"Nobody called {name} has coded.", f"Coders: {', '.join(names) or 'none'}.")
    return found


def acting_coder(session: Session) -> int:
    """The id of the coder whose action this is, who is added when new."""
    latest = select(StepRow.coder_name).order_by(StepRow.id.desc()).limit(1)
    return coder_id(session, session.scalars(latest).one())
