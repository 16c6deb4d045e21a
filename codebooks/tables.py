"""The mapped tables of the code lists."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class CodebookRow(Base):
    """A code list. `single`: an answer takes exactly one code; `ordered`: its codes are a scale.

    `locked`: its codes stay as they are, and none is added.
    """

    __tablename__ = "codebook"

    guid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    single: Mapped[int]
    ordered: Mapped[int]
    locked: Mapped[int] = mapped_column(default=0)


class CodebookUseRow(Base):
    """Which codebook a question is coded with."""

    __tablename__ = "codebook_use"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), unique=True)
    codebook_id: Mapped[int] = mapped_column(ForeignKey("codebook.id"), index=True)


class CodeRow(Base):
    """A theme or code. `number` is stable and never given twice in a codebook.

    `guid` is the same in every codebook that the code was taken over into, from year to year.
    `status` is active, retired (kept for old codings, not offered) or merged (into another code).
    `include` and `exclude` say when it is given and when not. `color` is "" or `#RRGGBB`, `symbol`
    "" or one character. `locked`: name, place, description and status stay as they are, also of
    everything under it.
    """

    __tablename__ = "code"
    __table_args__: Any = (
        UniqueConstraint("codebook_id", "number"),
        UniqueConstraint("codebook_id", "guid"),
        Index(
            "uq_code_name",
            "codebook_id",
            text("coalesce(parent_id, 0)"),
            "name",
            unique=True,
            sqlite_where=text("status != 'merged'"),
        ),
        TABLE_OPTIONS,
    )

    guid: Mapped[str] = mapped_column(index=True)
    codebook_id: Mapped[int] = mapped_column(ForeignKey("codebook.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    name: Mapped[str]
    number: Mapped[int]
    position: Mapped[int]
    status: Mapped[str]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    definition: Mapped[str]
    outcome: Mapped[int]
    include: Mapped[str] = mapped_column(default="")
    exclude: Mapped[str] = mapped_column(default="")
    color: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    locked: Mapped[int] = mapped_column(default=0)


class KeptApartRow(Base):
    """Two codes that look alike and were looked at and found to be two; the smaller id first."""

    __tablename__ = "kept_apart"
    __table_args__: Any = (
        UniqueConstraint("code_id", "other_id"),
        CheckConstraint("code_id < other_id", name="smaller_first"),
        TABLE_OPTIONS,
    )

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
