"""Segments: half-open character ranges of an answer, and the text they take."""

from dataclasses import dataclass

from corpus.problems import Problem


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters `start` to `end` (not included) of one version's text."""

    start: int
    end: int

    def within(self, text: str) -> "Segment":
        """The segment itself; a Problem when it is not a piece of this text."""
        if not 0 <= self.start < self.end <= len(text):
            raise Problem(
                f"Characters {self.start} to {self.end} are no piece of an answer of "
                f"{len(text)} characters.",
                "The first character is 0; the end is not included.",
            )
        return self
