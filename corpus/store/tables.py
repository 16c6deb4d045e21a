"""The mapped tables of the history: steps and what each changed."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, UNLOGGED, Base


class StepRow(Base):
    """One user action. `guid` is made by the client, so that repeating an action is harmless."""

    __tablename__ = "step"
    __table_args__: Any = TABLE_OPTIONS | {"info": UNLOGGED}

    guid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    parameters: Mapped[str]
    at: Mapped[str]
    coder_name: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("step.id"), index=True)


class ChangeRow(Base):
    """What a step did to a row: inserted (no old), updated (old and new), deleted (old only).

    A bulk insert is one change whose rows are `row_id` to `last_row_id`, both included.
    """

    __tablename__ = "change"
    __table_args__: Any = (
        Index(None, "table_name", "row_id"),
        TABLE_OPTIONS | {"info": UNLOGGED},
    )

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    last_row_id: Mapped[int]
    old: Mapped[str | None]
    new: Mapped[str | None]
