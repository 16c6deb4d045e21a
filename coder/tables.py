"""The mapped tables of the coding."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import DERIVED, TABLE_OPTIONS, Base


class CoderRow(Base):
    """A person who codes."""

    __tablename__ = "coder"

    name: Mapped[str] = mapped_column(unique=True)


class CodingRow(Base):
    """One code on one segment of an answer, by one coder.

    `version` is the number of the answer's version it was made on; a segment is the half-open
    character range `start_at` to `end_at`, both None for the whole answer. `origin` is hand,
    suggestion, copied, merge or import; `score` is how likely the suggestion was when a person took
    it, in thousandths, else None. `band` repeats the respondent's size band, so that tables
    by band need no join; triggers keep it right.
    """

    __tablename__ = "coding"
    __table_args__: Any = (
        Index(
            "uq_coding",
            "answer_id",
            "code_id",
            "coder_id",
            text("coalesce(start_at, -1)"),
            text("coalesce(end_at, -1)"),
            unique=True,
        ),
        Index("ix_coding_tally", "question_id", "code_id", "band", "answer_id"),
        TABLE_OPTIONS,
    )

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
    version: Mapped[int]
    start_at: Mapped[int | None]
    end_at: Mapped[int | None]
    origin: Mapped[str]
    score: Mapped[int | None]
    band: Mapped[str | None] = mapped_column(info=DERIVED)


class DeclinedRow(Base):
    """A code that was suggested for an answer, and that a coder has looked at and not given.

    `score` is how likely it was, in thousandths.
    """

    __tablename__ = "declined"
    __table_args__: Any = (UniqueConstraint("answer_id", "code_id", "coder_id"), TABLE_OPTIONS)

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
    score: Mapped[int]


class FlagRow(Base):
    """A mark that a coder put on an answer: quote, come back or ask colleague."""

    __tablename__ = "flag"
    __table_args__: Any = (UniqueConstraint("answer_id", "kind", "coder_id"), TABLE_OPTIONS)

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    kind: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))


class MemoRow(Base):
    """A note on an answer, a code or a question; `coding_id` says which coding of the answer.

    When that coding goes, the note stays on its answer.
    """

    __tablename__ = "memo"
    __table_args__: Any = (
        CheckConstraint(
            "(answer_id IS NOT NULL) + (code_id IS NOT NULL) + (question_id IS NOT NULL) = 1",
            name="one_place",
        ),
        CheckConstraint("coding_id IS NULL OR answer_id IS NOT NULL", name="coding_of_answer"),
        TABLE_OPTIONS,
    )

    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    coding_id: Mapped[int | None] = mapped_column(
        ForeignKey("coding.id", ondelete="SET NULL"), index=True
    )
    code_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
    text: Mapped[str]


class ExportRow(Base):
    """That a file was written out of the study: what kind it is, its name, who did it."""

    __tablename__ = "export"

    kind: Mapped[str]
    file: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
