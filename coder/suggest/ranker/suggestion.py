"""What is suggested, and why; plain data that can be sent between processes."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What speaks most for a code."""

    LIKE_ANSWER = "like an answer"
    """`answer` is the nearest answer that has the code; `words` stand in both."""

    NAME = "name"
    """The name of the code fits; `words` are those of the answer that fit it."""

    OFTEN = "often"
    """The code is one of the most used."""


@dataclass(frozen=True)
class Reason:
    """Why a code is suggested. `count` is how many coded answers have the code."""

    why: Why
    words: tuple[str, ...] = ()
    answer: int | None = None
    count: int = 0


@dataclass(frozen=True)
class Suggestion:
    """A code that an answer may get, and how likely a person gives it (0 to 1)."""

    code: int
    probability: float
    reason: Reason


@dataclass(frozen=True)
class Doubt:
    """A coded answer and a code that was given or not, against what the other answers say.

    `probability` is how likely the code would be if the answer were not yet coded.
    """

    answer: int
    code: int
    given: bool
    probability: float
