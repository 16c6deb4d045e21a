"""The mapped tables of what a person decided on how an answer is printed."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class MaskChoiceRow(Base):
    """A decision on characters `start_at` to `end_at` (half open) of one version of an answer.

    `kind` is mask, release, cut, add or answered; `category` is the value of a category for mask
    and add, the kind of the flag for answered, else "".
    """

    __tablename__ = "mask_choice"
    __table_args__: Any = (
        UniqueConstraint("answer_id", "version", "start_at", "end_at", "kind", "category"),
        CheckConstraint("0 <= start_at AND start_at < end_at", name="some_characters"),
        TABLE_OPTIONS,
    )

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    version: Mapped[int]
    start_at: Mapped[int]
    end_at: Mapped[int]
    kind: Mapped[str]
    category: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))


class ParaphraseRow(Base):
    """What is printed instead of one version of an answer, in a researcher's own words."""

    __tablename__ = "paraphrase"
    __table_args__: Any = (UniqueConstraint("answer_id", "version"), TABLE_OPTIONS)

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    version: Mapped[int]
    text: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))


class ApprovalRow(Base):
    """That a person has read a masked wording and found it fit to print; `sha256` (hex) is its."""

    __tablename__ = "approval"
    __table_args__: Any = (UniqueConstraint("answer_id", "version"), TABLE_OPTIONS)

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    version: Mapped[int]
    sha256: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))


class QuoteRuleRow(Base):
    """What the study asks of its quotes: one row, or none while it asks nothing."""

    __tablename__ = "quote_rule"

    approved_only: Mapped[int]


class ThinLabelsRow(Base):
    """That the labels of some questions were once printed with few respondents behind them.

    `questions` are their full keys with `; ` between.
    """

    __tablename__ = "thin_labels"

    questions: Mapped[str]
    reason: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
