"""A table as it stands in a file: a header, rows of text cells, and what is odd about them."""

from dataclasses import dataclass

from corpus.reading.plan import Doubt, Oddity

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Sheet:
    """Header and rows of one table; every row has as many cells as the header.

    All text is composed (NFC); `header` is without outer white space, cells are otherwise exactly
    as written. A row comes with its number as counted in a spreadsheet: records of a CSV file, not
    lines, the header usually being 1. `doubts` are the guesses about encoding, delimiter or sheet
    that a person should settle; `sheets` are the names of all sheets with content, of which `sheet`
    is one.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    oddities: tuple[Oddity, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
