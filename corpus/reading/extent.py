"""How far the sheets of a workbook reach, found before anything large is made of them."""

from dataclasses import dataclass, field

from corpus.problems import Problem
from corpus.reading.limits import check_extent
from corpus.reading.plan import Oddity

_MOST_CHARACTERS = 200_000_000


@dataclass
class Extent:
    """The last row and column with content (from 1), size of the text, cells that are unreadable.

    `characters` counts shared and repeated text as often as it stands in the sheet.
    """

    name: str
    visible: bool = True
    rows: int = 0
    columns: int = 0
    characters: int = 0
    oddities: list[Oddity] = field(default_factory=list)

    def include(self, row: int, column: int) -> None:
        """A cell with content stands in this row and column, both from 1."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)

    def unreadable(self, row: int, cell: str, what: str) -> None:
        """A cell (`C7`) has no value that can be read."""
        sentence = f"Cell {cell} holds {what} and is read as blank."
        self.oddities.append(Oddity(row, "unreadable cell", sentence))

    def check(self) -> None:
        """Refuse a sheet that would fill the memory."""
        check_extent(self.rows, self.columns, f"The sheet “{self.name}”")
        if self.characters > _MOST_CHARACTERS:
            raise Problem(
                f"The sheet “{self.name}” unpacks to {self.characters // 1_000_000} million "
                "characters, more than any set of answers.",
                "If it is the right file, save the sheet with the answers as .csv and import that.",
            )
