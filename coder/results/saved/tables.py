"""The mapped table of saved tables."""

from sqlalchemy.orm import Mapped, mapped_column

from corpus.store.base import Base


class SavedTableRow(Base):
    """A table's name, its place among the others, and its definition as JSON.

    `printed` is its numbers as JSON as they were when it was last saved or exported; `exports`
    counts the exports.
    """

    __tablename__ = "saved_table"

    guid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    definition: Mapped[str]
    printed: Mapped[str] = mapped_column(default="")
    exports: Mapped[int] = mapped_column(default=0)
