"""What the cells of a column look like: how many, how long, how alike."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.reading.sheet import Row, Sheet

_SAMPLE = 1000
_FEW = 30
_LONGEST_FIGURE = 32
_SENTENCE = 6
_FIGURE = re.compile(
    r"""\s*(?:
      [-+]?[\d\s.,']*\d\s*%?
    | \d{4}-\d\d?-\d\d?(?:[T\s]\d\d?:\d\d.*)?
    | \d\d?[./]\d\d?[./]\d{2,4}(?:[,\s]+\d\d?:\d\d.*)?
    | \d\d?:\d\d(?::\d\d)?
    )\s*""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Content:
    """Filled cells of a column, from an even sample of the rows when there are many.

    Parts are of the filled cells: `distinct` those that are the first of their kind, `figures` the
    numbers and dates, `sentences` those of many words that no other cell repeats. `words` is the
    mean number of words.
    """

    filled: tuple[str, ...]
    distinct: float
    words: float
    figures: float
    sentences: float

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
        filled = _filled(sheet.rows, position)[:_SAMPLE]
    kinds = Counter(filled)
    words = {cell: len(cell.split()) for cell in kinds}
    count = max(len(filled), 1)
    return Content(
        filled=filled,
        distinct=len(kinds) / count,
        words=sum(words[cell] * times for cell, times in kinds.items()) / count,
        figures=sum(_is_figure(cell) for cell in filled) / count,
        sentences=sum(words[cell] >= _SENTENCE for cell in kinds if kinds[cell] == 1) / count,
    )


def _is_figure(cell: str) -> bool:
    return len(cell) <= _LONGEST_FIGURE and _FIGURE.fullmatch(cell) is not None


def _filled(rows: Sequence[Row], position: int) -> tuple[str, ...]:
    return tuple(text for _, cells in rows if (text := cells[position].strip()))
