"""The plan of an import: which column is what. It is guessed, shown, changed, then carried out."""

from dataclasses import dataclass
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
    CODE = "one code"
    IGNORE = "ignore"


@dataclass(frozen=True)
class Doubt:
    """A guess that a person should settle: what is not certain, and the option that settles it."""

    sentence: str
    option: str


@dataclass(frozen=True)
class Column:
    """A column of the file: position from 0, header as written, role, and why it was guessed.

    `key` and `text` are set for the open questions of a wide file: the question's key (`k7.3`)
    and its text (the header without the key). `codes_of` is the question that a column of codes
    belongs to in a wide file, and `code` the code, with its themes, that a column of marks stands
    for. `doubt` is set when the role is not certain.
    """

    position: int
    header: str
    role: Role
    why: str = ""
    key: str = ""
    text: str = ""
    doubt: Doubt | None = None
    codes_of: str = ""
    code: str = ""

    @property
    def certain(self) -> bool:
        """Whether nobody need settle the role."""
        return self.doubt is None


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

    @property
    def general_doubts(self) -> tuple[Doubt, ...]:
        """The doubts that are not about one column."""
        of_columns = [column.doubt for column in self.columns]
        return tuple(doubt for doubt in self.doubts if doubt not in of_columns)


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
