"""The lines of one text, laid out only as far as they are wanted."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from tui.widgets.segment_signs import CodedSegment, Signs
from tui.widgets.wrapping import Line, Wrapping


class TextLines:
    """A text of any length at one width: knows the lines so far, and lays out more when asked."""

    def __init__(self, text: str, segments: Sequence[CodedSegment], width: int) -> None:
        self.text = text
        self.width = width
        self.signs = Signs(segments, text)
        self.known: list[Line] = []
        self._coming = Wrapping(text, width, self.signs).lines()

    @property
    def end(self) -> int:
        """The offset behind the last known line."""
        return self.known[-1].end if self.known else 0

    @property
    def is_whole(self) -> bool:
        """Whether every line is known."""
        return self.end == len(self.text)

    def know(self, lines: int) -> None:
        """Lay out at least so many lines, when there are so many."""
        self.known += islice(self._coming, max(0, lines - len(self.known)))

    def line_at(self, offset: int) -> int:
        """The number of the line with the character at this offset, from 0, laid out if need be."""
        while not self.is_whole and self.end <= offset:
            self.know(len(self.known) + 200)
        return max(0, bisect_right(self.known, offset, key=lambda line: line.start) - 1)
