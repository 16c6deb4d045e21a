"""The mapped tables of cases: their pseudonyms, and what was written about them."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import TABLE_OPTIONS, Base


class CaseNumberRow(Base):
    """The pseudonym of a respondent: `word` is that of a `CaseWord`, `number` counts from 1.

    `draw` counts how often the study's pseudonyms have been drawn anew.
    """

    __tablename__ = "case_number"
    __table_args__: Any = (
        UniqueConstraint("respondent_id"),
        UniqueConstraint("word", "number"),
        CheckConstraint("number > 0", name="from_one"),
        TABLE_OPTIONS,
    )

    respondent_id: Mapped[int] = mapped_column(ForeignKey("respondent.id"))
    word: Mapped[str]
    number: Mapped[int]
    draw: Mapped[int]


class CaseSummaryRow(Base):
    """What a researcher wrote about a respondent under a theme or code, to stand in a cell."""

    __tablename__ = "case_summary"
    __table_args__: Any = (UniqueConstraint("respondent_id", "code_id"), TABLE_OPTIONS)

    respondent_id: Mapped[int] = mapped_column(ForeignKey("respondent.id"))
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    text: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
