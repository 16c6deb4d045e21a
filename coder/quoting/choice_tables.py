"""The mapped table of chosen quotes."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class ChosenQuoteRow(Base):
    """A coded piece of an answer that is to be printed under a code.

    `start_at` and `end_at` are those of the coding, both None for the whole answer. `position`
    orders the quotes of a code. A row stays when its coding goes, and counts again when it is back.
    """

    __tablename__ = "chosen_quote"
    __table_args__: Any = (
        Index(
            "uq_chosen_quote",
            "code_id",
            "answer_id",
            text("coalesce(start_at, -1)"),
            text("coalesce(end_at, -1)"),
            unique=True,
        ),
        CheckConstraint("(start_at IS NULL) = (end_at IS NULL)", name="both_ends"),
        TABLE_OPTIONS,
    )

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"))
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), index=True)
    start_at: Mapped[int | None]
    end_at: Mapped[int | None]
    position: Mapped[int]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
