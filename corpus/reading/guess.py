"""One guess about a column: its role, how sure, why, and what would settle it."""

from dataclasses import dataclass

from corpus.reading.plan import Doubt, Role


@dataclass(frozen=True)
class Guess:
    """A role for a column; a guess with a doubt is not certain."""

    role: Role
    why: str
    doubt: Doubt | None = None
