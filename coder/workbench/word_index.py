"""The index of words inside the study file: derived from the texts and brought up to date."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    column,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session

from coder.study import Study
from coder.workbench.ids import read_ids
from corpus.problems import Problem
from corpus.store.base import Base
from corpus.store.deriving import derive
from corpus.tables import VersionRow

_NAME = "version_words"
_MAKE = text(
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {_NAME} USING fts5(text, content='version', "
    "content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
)
_PORTION = 2_000

_index = table(_NAME, column("rowid", Integer), column("text", Text), column(_NAME, Text))
_taken_in = table(f"{_NAME}_docsize", column("id", Integer))
_schema = table("sqlite_master", column("name", Text))


def bring_up_to_date(study: Study, progress: Callable[[int], None] = lambda _: None) -> bool:
    """Take in the texts that are not in the index; `progress` gets the size of each portion.

    Returns False when the file cannot be written now: words are found all the same, more slowly.
    The caller must not be reading from the study meanwhile.
    """
    if study.read_only:
        return False
    try:
        while _is_behind(study):
            progress(_take_in(study.path))
    except Problem:
        return False
    return True


def is_there(session: Session) -> bool:
    """Whether the study has an index."""
    found = session.execute(select(_schema.c.name).where(_schema.c.name == _NAME))
    return found.first() is not None


def versions_matching(expression: str) -> Select[int]:
    """Ids of the texts that an FTS5 expression finds; some may be of imports taken back."""
    return select(_index.c.rowid).where(_index.c[_NAME].op("MATCH", is_comparison=True)(expression))


def versions_beside(session: Session) -> list[int]:
    """Ids of the texts that are not in the index that is there."""
    return read_ids(session, select(VersionRow.id).where(_is_beside()))


def _is_behind(study: Study) -> bool:
    with study.read() as session:
        waiting = select(VersionRow.id).limit(1)
        if is_there(session):
            waiting = waiting.where(_is_beside())
        return session.scalar(waiting) is not None


def _take_in(path: Path) -> int:
    with derive(path, Base.metadata) as session:
        session.execute(_MAKE)
        portion = (
            select(VersionRow.id, VersionRow.text)
            .where(_is_beside())
            .order_by(VersionRow.id)
            .limit(_PORTION)
        )
        done = session.connection().execute(insert(_index).from_select(["rowid", "text"], portion))
        return done.rowcount


def _is_beside() -> ColumnElement[bool]:
    return VersionRow.id.not_in(select(_taken_in.c.id))
