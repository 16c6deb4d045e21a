"""The mapped tables of the code lists."""

from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class CodebookRow(Base):
    """A code list. `single`: an answer takes exactly one code; `ordered`: its codes are a scale."""

    __tablename__ = "codebook"

    guid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    single: Mapped[int]
    ordered: Mapped[int]


class CodebookUseRow(Base):
    """Which codebook a question is coded with."""

    __tablename__ = "codebook_use"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), unique=True)
    codebook_id: Mapped[int] = mapped_column(ForeignKey("codebook.id"), index=True)


class CodeRow(Base):
    """A theme or code. `number` is stable and never given twice in a codebook.

    `status` is active, retired (kept for old codings, not offered) or merged (into another code).
    """

    __tablename__ = "code"
    __table_args__: Any = (
        UniqueConstraint("codebook_id", "number"),
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

    guid: Mapped[str] = mapped_column(unique=True)
    codebook_id: Mapped[int] = mapped_column(ForeignKey("codebook.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    name: Mapped[str]
    number: Mapped[int]
    position: Mapped[int]
    status: Mapped[str]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    definition: Mapped[str]
    outcome: Mapped[int]
