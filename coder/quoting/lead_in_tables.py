"""The mapped table of lead-in sentences."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import Base


class LeadInRow(Base):
    """The sentence that introduces what is printed under a theme or code."""

    __tablename__ = "lead_in"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), unique=True)
    text: Mapped[str]
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"))
