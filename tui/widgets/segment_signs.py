"""The numbers of coded segments in a text: raised where one begins, lowered where it ends; pure."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

BETWEEN = "·"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class CodedSegment(NamedTuple):
    """Characters `start` to `end` (not included) of a text, and the names of the codes on them."""

    start: int
    end: int
    label: str = ""


def raised(number: int) -> str:
    """The number in small digits that stand high: `¹²`."""
    return str(number).translate(_RAISED)


def lowered(number: int) -> str:
    """The number in small digits that stand low: `₁₂`."""
    return str(number).translate(_LOWERED)


class Signs:
    """Where the numbers stand: before the first character of a segment, and after its last.

    Segments are numbered from 1 in the order given. Spaces at their ends do not count; a segment
    without a word, or not inside the text, is left out.
    """

    def __init__(self, segments: Iterable[CodedSegment], text: str) -> None:
        trimmed = ((n, _trimmed(segment, text)) for n, segment in enumerate(segments, start=1))
        self.segments = tuple((n, segment) for n, segment in trimmed if segment is not None)
        before: dict[int, list[str]] = defaultdict(list)
        after: dict[int, list[str]] = defaultdict(list)
        for number, segment in self.segments:
            before[segment.start].append(raised(number))
            after[segment.end].append(lowered(number))
        self._before = {at: BETWEEN.join(signs) for at, signs in before.items()}
        self._after = {at: BETWEEN.join(signs) for at, signs in after.items()}

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Every offset at which a segment begins or ends, rising."""
        return tuple(sorted({*self._before, *self._after}))

    def before(self, offset: int) -> str:
        """The sign that stands before the character at this offset, or ""."""
        return self._before.get(offset, "")

    def after(self, offset: int) -> str:
        """The sign that stands behind the character that ends at this offset, or ""."""
        return self._after.get(offset, "")

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """The offsets of `places` from `start` to `end`, both included."""
        first, last = bisect_left(self.places, start), bisect_right(self.places, end)
        return self.places[first:last]

    def width(self, start: int, end: int) -> int:
        """The cells of the signs that belong to the characters `start` to `end` (not included)."""
        if not self.segments:
            return 0
        return sum(
            (len(self.before(at)) if at < end else 0) + (len(self.after(at)) if at > start else 0)
            for at in self.between(start, end)
        )

    def covering(self, start: int, end: int) -> int:
        """How many segments cover the whole of these characters."""
        return sum(s.start <= start and end <= s.end for _, s in self.segments)


def _trimmed(segment: CodedSegment, text: str) -> CodedSegment | None:
    """The segment without the spaces at its ends, None when nothing of the text is left."""
    start, end, label = segment
    words = text[start:end].strip()
    if not words or not 0 <= start < end <= len(text):
        return None
    start += text[start:end].index(words)
    return CodedSegment(start, start + len(words), label)
