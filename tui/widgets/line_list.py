"""A list of lines of which only those in view are ever drawn; the ground of the longer lists."""

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.cells import Piece, drawn
from tui.widgets.painting import paint
from tui.widgets.scrolling import set_lines


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines with a cursor. A subclass says how many there are and draws one at a time."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--line",
        "list--cursor",
        "list--chosen",
        "list--empty",
    }
    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .list--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .list--chosen { text-style: bold; }
        & > .list--empty { color: $text-muted; }
    }
    """

    at: reactive[int] = reactive(0, repaint=False)
    """The place of the cursor, from 0."""

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no line."""
        super().__init__()
        self.empty = empty

    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw(self, place: int, width: int) -> Sequence[Piece]:
        """The pieces of one line, together at most `width` cells."""
        raise NotImplementedError

    def is_chosen(self, place: int) -> bool:
        """Whether a line is shown as chosen, such as a marked one."""
        return False

    def moved(self) -> None:
        """The user has put the cursor on another line."""

    def picked(self, x: int) -> None:
        """The user has clicked on the cursor's line, `x` cells from its beginning."""

    def refill(self, at: int) -> None:
        """Other lines stand here now, with the cursor at this place."""
        set_lines(self, self.count())
        self.set_reactive(LineList.at, self._inside(at))
        self._show_cursor()
        self.refresh()

    def go(self, place: int) -> None:
        """Put the cursor on a place, or on the nearest there is."""
        place = self._inside(place)
        if place != self.at and self.count():
            self.at = place
            self.moved()

    def watch_at(self, old: int, new: int) -> None:
        """Draw the two lines again, and scroll when the new one is out of view."""
        self.refresh_line(old)
        self.refresh_line(new)
        self._show_cursor()

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the widget."""
        place, width = self.scroll_offset.y + y, self.scrollable_size.width
        if place >= self.count():
            return self._below(y, width)
        if place == self.at:
            return paint(self, self.draw(place, width), width, "list--cursor", plain=True)
        ground = "list--chosen" if self.is_chosen(place) else "list--line"
        return paint(self, self.draw(place, width), width, ground)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where was clicked."""
        offset = event.get_content_offset(self)
        place = self.scroll_offset.y + offset.y if offset else self.count()
        if offset and place < self.count():
            self.go(place)
            self.picked(offset.x)

    def action_step(self, lines: int) -> None:
        """Move by a number of lines."""
        self.go(self.at + lines)

    def action_page(self, pages: int) -> None:
        """Move by a number of pages, which share one line."""
        self.go(self.at + pages * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Move to the first line."""
        self.go(0)

    def action_last(self) -> None:
        """Move to the last line."""
        self.go(self.count() - 1)

    def _inside(self, place: int) -> int:
        return max(0, min(place, self.count() - 1))

    def _show_cursor(self) -> None:
        height, top = self.size.height, self.scroll_offset.y
        if not height:
            return
        wanted = min(max(top, self.at - height + 1), self.at)
        wanted = max(0, min(wanted, self.count() - height))
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)

    def _below(self, y: int, width: int) -> Strip:
        lines = wrap(drawn(self.empty), max(8, width - 2)) if not self.count() else []
        text = lines[y] if y < len(lines) else ""
        return paint(self, [Piece(f" {text}", ("list--empty",))], width, "list--line")
