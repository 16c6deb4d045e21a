"""The columns of a sheet as guesses look at them."""

from dataclasses import dataclass

from corpus.bands import BandScheme
from corpus.reading.content import Content
from corpus.reading.headers import option_for, plain, shown
from corpus.reading.sheet import Sheet


@dataclass(frozen=True)
class Columns:
    """What guesses look at: the sheet, the content of its columns, and the size bands."""

    sheet: Sheet
    contents: tuple[Content, ...]
    scheme: BandScheme

    def name(self, position: int) -> str:
        """The header as one lower-case word, to be compared with known ones."""
        return plain(self.sheet.header[position]).replace(" ", "")

    def option(self, flag: str, position: int) -> str:
        """The option that names this column."""
        return option_for(flag, self.sheet.header, position)

    def shown(self, position: int) -> str:
        """The header, short enough for a sentence."""
        return shown(self.sheet.header[position])
