"""The tree of a codebook, one code a line, with marks and the colours of the codes."""

from typing import cast

from rich.color import Color, ColorParseError
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from tui.codebook.rows import BookRow, book_line, symbol_at
from tui.widgets.cells import Piece
from tui.widgets.code_list import CodeList


class BookList(CodeList):
    """The codebook beside the answers, with more on each line; several lines can be marked."""

    marks: reactive[frozenset[int]] = reactive[frozenset[int]](frozenset)
    """The marked codes, by id."""

    def draw(self, place: int, width: int) -> list[Piece]:
        """The line of the code at a place."""
        row = self._row(place)
        folded, marked = row.id in self.folded, row.id in self.marks
        return book_line(row, width, self._counts, folded, place == self.at, marked)

    def is_chosen(self, place: int) -> bool:
        """Whether a line is marked."""
        return self._row(place).id in self.marks

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the widget, its symbol in the colour of the code."""
        strip = super().render_line(y)
        place = self.scroll_offset.y + y
        if place >= self.count() or place == self.at:
            return strip
        row = self._row(place)
        colour = _colour(row.color) if row.symbol else None
        if colour is None:
            return strip
        at = symbol_at(row)
        parts = (strip.crop(0, at), strip.crop(at, at + 1), strip.crop(at + 1))
        return Strip.join([parts[0], _inked(parts[1], colour), parts[2]])

    def _row(self, place: int) -> BookRow:
        return cast(BookRow, self._seen[place])


def _inked(strip: Strip, colour: Color) -> Strip:
    return Strip([segment._replace(style=_mixed(segment.style, colour)) for segment in strip])


def _mixed(style: Style | None, colour: Color) -> Style:
    return (style or Style()) + Style(color=colour, bold=True)


def _colour(color: str) -> Color | None:
    try:
        return Color.parse(color) if color else None
    except ColorParseError:
        return None
