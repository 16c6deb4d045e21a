"""A finished table: what is printed, nothing that is computed while printing."""

from dataclasses import dataclass
from typing import Literal

from corpus.language import Language

BaseKind = Literal["answered", "asked", "units"]
RowKind = Literal["code", "rest", "total"]
Shape = Literal["table", "list", "counted", "phrases"]


@dataclass(frozen=True)
class Cell:
    """One code in one column: answers, and percent of the column's n; both None when hidden.

    `interval`: Wilson's, in whole percents, where it was asked for. `differs`: whether the share
    is another than that of all other groups together, where that was tested.
    """

    count: int | None
    percent: int | None
    suppressed: bool = False
    interval: tuple[int, int] | None = None
    differs: bool = False


@dataclass(frozen=True)
class Column:
    """A group of respondents: its stored name, its printed head, and how many answered (n)."""

    key: str
    head: str
    n: int


@dataclass(frozen=True)
class Row:
    """A code: its path, its GUID (None for the rest and the total), answers, percent of the base.

    `percent` is rounded half up; a count above 0 with percent 0 is printed as `<1`. `codes` are
    the GUIDs of the codes that a row puts together which is none itself. `mark` is printed behind
    the name: what is new, what confirms an earlier wave.
    """

    path: tuple[str, ...]
    code: str | None
    count: int
    percent: int
    cells: tuple[Cell, ...] = ()
    kind: RowKind = "code"
    codes: tuple[str, ...] = ()
    mark: str = ""
    interval: tuple[int, int] | None = None


@dataclass(frozen=True)
class Base:
    """What percentages are of: who answered, who was asked, or all units; and how many."""

    kind: BaseKind
    n: int


@dataclass(frozen=True)
class Table:
    """A tally of one question, ready to be written in any format.

    `shape`: a table, a list of names, a list with counts behind words, or phrases for the text.
    `same` says what its codings have in common when they are not all of the question (a coder),
    `part` what its respondents have.
    """

    question: str
    question_text: str
    wave: str
    title: str
    language: Language
    base: Base
    asked: int
    answered: int
    response_rate: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    code_head: str
    count_head: str
    percent_head: str
    by_head: str = ""
    shape: Shape = "table"
    same: str = ""
    part: str = ""
