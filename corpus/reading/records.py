"""What a file says, row by row, whatever its layout was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus.reading.plan import Oddity

Keep = Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """An open question: its key (unique in the file), its text."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class RespondentRecord:
    """One respondent: natural key, own name, kind of unit, inhabitants, band, closed answers.

    `population` is None when unknown; `band` is a stored band name, `unknown` when nothing tells.
    `values` maps the headers of the variables to the cells as written ("" when empty).
    """

    row: int
    key: str
    name: str = ""
    kind: str = ""
    population: int | None = None
    band: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


class AnswerRecord(NamedTuple):
    """One cell of text: respondent key, question key, text ("" for blank), codes as written.

    A tuple, because there may be a million of them and a tuple is made four times as fast.
    """

    row: int
    respondent: str
    question: str
    text: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Records:
    """Everything a file says, in file order, and all that is odd about it, in order of rows.

    Every answer's respondent and question are among the respondents and questions. `paths` are
    names of codes in which ` / ` and `>>` part levels, as they were heads of columns.
    """

    questions: tuple[QuestionRecord, ...]
    respondents: tuple[RespondentRecord, ...]
    answers: tuple[AnswerRecord, ...]
    oddities: tuple[Oddity, ...] = ()
    paths: frozenset[str] = frozenset()
