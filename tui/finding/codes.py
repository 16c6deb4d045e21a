"""What the finder knows about a code, and what it answers."""

from dataclasses import dataclass
from typing import Literal

NINE = 9

Why = Literal[
    "name", "beginning", "words", "path", "initials", "inside", "order", "typo", "number", "numbers"
]


@dataclass(frozen=True, slots=True)
class FinderCode:
    """A code that can be found: `path` from the main theme down to its own name.

    `uses` counts its codings; `last_used` only orders codes in time (0: never used).
    """

    id: int
    path: tuple[str, ...]
    number: int
    uses: int = 0
    last_used: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A code that was found, and what of it fits what was typed.

    `name` is the whole name, `beginning` the name's, `words` beginnings of words of the name,
    `path` beginnings of words with those of its themes, `initials` first letters of words,
    `inside` letters anywhere, `order` beginnings of words in another order, `typo` nearly the same
    letters, `number` the code's number, `numbers` the beginning of it.
    """

    code_id: int
    path: tuple[str, ...]
    why: Why

    @property
    def exact(self) -> bool:
        """Whether what was typed stands in the code letter for letter, or is its whole number."""
        return self.why not in ("typo", "numbers")
