"""Two codes that may be one, and why."""

from dataclasses import dataclass
from typing import Literal

ReasonKind = Literal["name", "answers", "words"]
How = Literal[
    "same", "spacing", "forms", "order", "typo", "words", "overlap", "within", "vocabulary"
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two codes may be one; `strength` is from 0 to 1.

    `name`: their names are the `same` but for case and signs, differ in `spacing`, in the `forms`
    of the words, in their `order`, by a `typo`, or share most of their `words`. `answers`: the
    answers of both `overlap`, or nearly all of one are `within` the other's. `words`: their other
    answers have much of their `vocabulary` in common, of which `words` are the heaviest.
    """

    kind: ReasonKind
    how: How
    strength: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """Two codes of one codebook; `code_id` has at least as many answers as `other_id`.

    `answers` and `other_answers` are distinct, `shared` have both. `score` (0 to 1) is that of all
    reasons together; they stand in order of their strength.
    """

    code_id: int
    other_id: int
    answers: int
    other_answers: int
    shared: int
    score: float
    reasons: tuple[Reason, ...]
