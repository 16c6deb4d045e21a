"""The whole content of a study, to compare two states of it."""

from sqlalchemy import select

from coder.study import Study
from corpus.store.base import Base
from corpus.store.triggers import logged_tables

Content = dict[str, list[tuple[object, ...]]]


def content(study: Study) -> Content:
    """Every row of every table that history keeps."""
    with study.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in logged_tables(Base.metadata)
        }
