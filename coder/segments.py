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


def follow(segment: Segment, before: str, now: str) -> Segment | None:
    """Where the segment's words stand in a changed text, or None when they are gone.

    Of several places the one nearest to where they stood, counted from the beginning or the end.
    """
    words = before[segment.start : segment.end]
    at_end = segment.start + len(now) - len(before)
    places = [at for at in range(len(now)) if now.startswith(words, at)]
    if not places:
        return None
    start = min(places, key=lambda at: min(abs(at - segment.start), abs(at - at_end)))
    return Segment(start, start + len(words))
