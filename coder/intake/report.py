"""What an import did, and everything odd it saw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.problems import Problem
from corpus.queries import Routing
from corpus.reading.plan import Oddity

Changed = Literal["keep", "replace", "ask"]


@dataclass(frozen=True)
class Wishes:
    """How an import is carried out.

    `changed` says what becomes of an answer whose text differs from the stored one; `decisions`
    says it for single answers, by (respondent, question). `routings` are by question key.
    `level_separator` splits the file's codes into levels; None keeps each whole.
    """

    wave: str = ""
    changed: Changed = "ask"
    decisions: Mapping[tuple[str, str], Changed] = field(default_factory=dict)
    routings: Mapping[str, Routing] = field(default_factory=dict)
    level_separator: str | None = None
    coder: str = ""


@dataclass(frozen=True)
class ChangedText:
    """An answer whose text in the file differs from the stored one."""

    row: int
    respondent: str
    question: str
    stored: str
    found: str


class TextsChanged(Problem):
    """Raised, with nothing changed, when a person must say what becomes of changed texts."""

    def __init__(self, texts: list[ChangedText]) -> None:
        rows = ", ".join(str(text.row) for text in texts[:10])
        more = " ..." if len(texts) > 10 else ""
        super().__init__(
            f"1 answer has another text than before (row {rows})."
            if len(texts) == 1
            else f"{len(texts)} answers have another text than before (rows {rows}{more}).",
            "Say --changed replace to take the new texts or --changed keep to keep the old ones.",
        )
        self.texts = texts


@dataclass
class Tally:
    """Counts that grow while an import runs."""

    new_respondents: int = 0
    new_questions: int = 0
    new_answers: int = 0
    blanks: int = 0
    not_asked: int = 0
    unchanged: int = 0
    kept: list[ChangedText] = field(default_factory=list)
    replaced: list[ChangedText] = field(default_factory=list)
    codes: int = 0
    codings: int = 0


@dataclass(frozen=True)
class Report:
    """The import in figures; blanks and not asked are of this file."""

    rows: int
    respondents: int
    new_respondents: int
    questions: int
    new_questions: int
    answers: int
    new_answers: int
    blanks: int
    not_asked: int
    kept: int
    replaced: int
    codes: int
    codings: int
    oddities: tuple[Oddity, ...]
