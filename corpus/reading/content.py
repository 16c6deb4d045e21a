"""What the cells of a column look like: how many, how long, how alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.reading.sheet import Row, Sheet

_SAMPLE = 1000
_FEW = 30
_LONGEST_FIGURE = 32
_FIGURE = re.compile(
    r"""\s*(?:
    [-+]?[\d\s.,'\u00a0\u202f]*\d\s*%?                    # 7, 1 450, 12,5 %
    | \d{4}-\d\d?-\d\d?(?:[T\s]\d\d?:\d\d.*)?              # 2016-01-31 12:05
    | \d\d?[./]\d\d?[./]\d{2,4}(?:[,\s]+\d\d?:\d\d.*)?     # 31.01.2016
    | \d\d?:\d\d(?::\d\d)?                                # 12:05
    )\s*""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Content:
    """Filled cells of a column, from an even sample of the rows when there are many.

    `share` is the part of the rows that are filled, `distinct` the part of the filled cells that
    are the first of their kind, `words` the mean number of words, `figures` the part that are
    numbers or dates.
    """

    filled: tuple[str, ...]
    share: float
    distinct: float
    words: float
    figures: float

    @property
    def values(self) -> frozenset[str]:
        """The different values, without outer white space."""
        return frozenset(self.filled)


def contents(sheet: Sheet) -> list[Content]:
    """The content of every column of a sheet, in order."""
    sample = sheet.rows[:: max(1, len(sheet.rows) // _SAMPLE)]
    return [_content(sheet, sample, position) for position in range(len(sheet.header))]


def is_unique(sheet: Sheet, position: int) -> bool:
    """Whether every row has a value of its own in this column."""
    values = [cells[position].strip() for _, cells in sheet.rows]
    return all(values) and len(set(values)) == len(values)


def one_to_one(sheet: Sheet, first: int, second: int) -> bool:
    """Whether each value of one column goes with one value of the other, and the reverse."""
    pairs = {(cells[first].strip(), cells[second].strip()) for _, cells in sheet.rows}
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def _content(sheet: Sheet, sample: Sequence[Row], position: int) -> Content:
    filled = _filled(sample, position)
    if len(filled) < _FEW and len(sample) < len(sheet.rows):
        sample = sheet.rows
        filled = _filled(sample, position)[:_SAMPLE]
    count = max(len(filled), 1)
    return Content(
        filled=filled,
        share=len(filled) / len(sample),
        distinct=len(set(filled)) / count,
        words=sum(len(cell.split()) for cell in filled) / count,
        figures=sum(_is_figure(cell) for cell in filled) / count,
    )


def _is_figure(cell: str) -> bool:
    return len(cell) <= _LONGEST_FIGURE and _FIGURE.fullmatch(cell) is not None


def _filled(rows: Sequence[Row], position: int) -> tuple[str, ...]:
    return tuple(text for _, cells in rows if (text := cells[position].strip()))
