"""The plan of an import: which column is what. It is guessed, shown, changed, then carried out."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Literal

Layout = Literal["wide", "long"]


class Role(StrEnum):
    """What a column holds."""

    ID = "id"
    NAME = "name"
    KIND = "type"
    POPULATION = "population"
    BAND = "band"
    VARIABLE = "variable"
    QUESTION = "question"
    QUESTION_KEY = "question key"
    QUESTION_TEXT = "question text"
    TEXT = "text"
    CODES = "codes"
    IGNORE = "ignore"


@dataclass(frozen=True)
class Column:
    """A column of the file: position from 0, header as written, role, and why it was guessed.

    `key` and `text` are set for the open questions of a wide file: the question's key (`k7.3`)
    and its text (the header without the key).
    """

    position: int
    header: str
    role: Role
    certain: bool = True
    why: str = ""
    key: str = ""
    text: str = ""


@dataclass(frozen=True)
class Doubt:
    """A guess that a person should settle: what is not certain, and the option that settles it."""

    sentence: str
    option: str


@dataclass(frozen=True)
class Plan:
    """How a file is read: layout, text form, and the role of every column."""

    path: Path
    layout: Layout
    columns: tuple[Column, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    doubts: tuple[Doubt, ...] = ()

    def having(self, role: Role) -> tuple[Column, ...]:
        """The columns with this role, in file order."""
        return tuple(column for column in self.columns if column.role is role)

    def one(self, role: Role) -> Column | None:
        """The only column with this role, or None."""
        found = self.having(role)
        return found[0] if found else None

    def without_doubts(self) -> "Plan":
        """The same plan, accepted by a person."""
        return replace(self, doubts=())


@dataclass(frozen=True)
class Oddity:
    """Something in the file that a person should know: row as counted in a spreadsheet (header 1).

    Row 0 stands for the whole file. `kind` groups oddities in the report: `duplicate id`,
    `missing id`, `missing question`, `contradiction`, `ragged row`, `unreadable cell`,
    `population`, `band`, `text`.
    """

    row: int
    kind: str
    sentence: str
