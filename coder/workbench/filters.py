"""Which answers the grid shows, and in which order."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """The orders of the grid; by likeness and likelihood only where texts can be compared."""

    FILE = "file"
    LENGTH = "length"
    ALPHABET = "alphabet"
    CODES = "codes"
    DUPLICATES = "duplicates"
    SIMILAR = "similar"
    LIKELY = "likely"


class Flag(StrEnum):
    """Marks that a coder puts on an answer."""

    QUOTE = "quote"
    COME_BACK = "come back"
    ASK = "ask colleague"


@dataclass(frozen=True)
class WorkList:
    """Answers put together for a purpose, in their order, and what the list is called."""

    name: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Filter:
    """What must hold for an answer to be shown; everything that is given must.

    `with_codes` and `without_codes` hold groups of code ids (a theme's group is its subtree): an
    answer must have at least one code of every group of the first, and none of the second. `words`
    is a full-text question: words, beginnings (`bolig*`), "whole phrases". `values` are pairs of
    variable id and value. `coder_id`: a coder who has put a code on it; `flag`: of any coder.
    `listed`: only answers of a work list, in its order.
    """

    uncoded: bool = False
    with_codes: tuple[frozenset[int], ...] = ()
    without_codes: tuple[frozenset[int], ...] = ()
    words: str = ""
    bands: frozenset[str] = frozenset()
    values: tuple[tuple[int, str], ...] = ()
    coder_id: int | None = None
    flag: Flag | None = None
    listed: WorkList | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every answer is shown."""
        return self == Filter()


@dataclass(frozen=True)
class GridRow:
    """One answer in the grid: its beginning on one line, its codes, band and marks.

    `same` is how many answers of the question have exactly this text, itself included.
    """

    id: int
    respondent: str
    beginning: str
    codes: tuple[int, ...]
    band: str
    flags: frozenset[Flag]
    same: int = 1
