"""A text broken into lines by words, one line after the other as they are wanted; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tui.widgets.cells import cells, drawn, is_simple
from tui.widgets.segment_signs import Signs

SMALLEST = 8
"""No text is broken narrower than this many cells."""

MANY = 1000
"""A word longer than this is measured no further than needed."""

SPACES = frozenset(" \t\u1680\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
"""Where a line may be broken; a no-break space is none of them."""

_SPACE = "".join(sorted(SPACES))
_TOKEN = re.compile(f"[{_SPACE}]+|[^{_SPACE}]+")
_ITEM = re.compile(rf"[{_SPACE}]*(?:\d{{1,3}}[.)]|[a-zæøå]\)|[-–—•*·])[{_SPACE}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` (not included) of a text, drawn `indent` cells from the left.

    The spaces and the newline at which the text was broken are the last characters of the line.
    """

    start: int
    end: int
    indent: int = 0


class Wrapping:
    """How one text is broken into lines of so many cells.

    A list item that goes on stands under its first word, not under its number.
    """

    def __init__(self, text: str, width: int, signs: Signs) -> None:
        self.text = text
        self.width = max(SMALLEST, width)
        self.signs = signs

    def lines(self) -> Iterator[Line]:
        """The lines in order; together they are the whole text, none of it twice.

        Spaces may stand out over the right edge, where nothing of them is seen.
        """
        start = 0
        while start < len(self.text):
            end = self.text.find("\n", start) + 1 or len(self.text)
            yield from self._paragraph(start, end)
            start = end

    def _paragraph(self, start: int, end: int) -> Iterator[Line]:
        last = end - self.text.endswith("\n", start, end)
        hanging = self._hanging(start, last)
        indent = used = 0
        for token in _TOKEN.finditer(self.text, start, last):
            first, behind = token.span()
            size = self._at_least(first, behind)
            if used + size > self.width - indent and self.text[first] not in SPACES:
                if start < first:
                    yield Line(start, first, indent)
                    start, indent, used = first, hanging, 0
                for cut in self._cuts(first, behind, indent, hanging):
                    yield Line(start, cut, indent)
                    start, indent = cut, hanging
                size = self._size(max(start, first), behind)
            used += size
        yield Line(start, end, indent)

    def _cuts(self, start: int, end: int, indent: int, hanging: int) -> Iterator[int]:
        """Where a word longer than a line is cut; what takes no cell stays with its character."""
        used, room = 0, self.width - indent
        for at in range(start, end):
            size = self._size(at, at + 1)
            if used and size and used + size > room:
                yield at
                used, room = 0, self.width - hanging
            used += size

    def _size(self, start: int, end: int) -> int:
        """The cells that these characters take, with the signs that belong to them."""
        signs = self.signs.width(start, end)
        return signs + (end - start if self._simple else cells(drawn(self.text[start:end])))

    def _at_least(self, start: int, end: int) -> int:
        """The same, or the cells of so many of the characters that they fill more than a line."""
        some = self._size(start, min(end, start + MANY))
        return some if some > self.width or end <= start + MANY else self._size(start, end)

    @cached_property
    def _simple(self) -> bool:
        return is_simple(self.text.replace("\n", ""))

    def _hanging(self, start: int, end: int) -> int:
        item = _ITEM.match(self.text, start, end)
        return min(self._size(*item.span()), self.width // 3) if item else 0
