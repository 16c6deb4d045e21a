"""Up to nine codes with their digits, how likely they are, and the code that could be made."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import Piece, cells, cut, one_line
from tui.widgets.fitting import fitted_path
from tui.widgets.hit_lines import Hit, hit_line, names_line
from tui.widgets.painting import paint
from tui.words import _

__all__ = ["Hit", "Hits", "NewCode"]

MOST = 9
WIDEST = 90
LEAST_WARNING = 15


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that could be made: its name, the path of its theme, and a code much like it."""

    name: str
    theme: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


class Hits(Widget):
    """Ten lines, always at the same place: a digit keeps its code while it is looked at."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hits--line",
        "hits--first",
        "hits--digit",
        "hits--count",
        "hits--share",
        "hits--reason",
        "hits--new",
        "hits--similar",
    }
    DEFAULT_CSS = """
    Hits {
        height: 10;
        & > .hits--first { text-style: bold; }
        & > .hits--digit { color: $text-accent; text-style: bold; }
        & > .hits--count { color: $text-muted; }
        & > .hits--share { color: $text-accent; }
        & > .hits--reason { color: $text-muted; }
        & > .hits--new { color: $text-success; }
        & > .hits--similar { color: $text-warning; }
    }
    """

    hits: reactive[tuple[Hit | None, ...]] = reactive[tuple[Hit | None, ...]]((), repaint=False)
    """The codes behind the digits 1 to 9, None for a digit without; the rest is not shown."""
    new: reactive[NewCode | None] = reactive[NewCode | None](None)
    """The code on the last line, None for an empty line."""
    names: reactive[tuple[str, ...]] = reactive[tuple[str, ...]]((), repaint=False)
    """Names that are proposed for a new code, on the last line while no new code stands there."""
    first: reactive[bool] = reactive(False)
    """Whether enter takes the first hit, which then has the sign `›`."""

    class Chosen(Message):
        """The line of a hit was clicked."""

        def __init__(self, hit: Hit) -> None:
            super().__init__()
            self.hit = hit

    class NewChosen(Message):
        """The line of the new code was clicked."""

        def __init__(self, new: NewCode) -> None:
            super().__init__()
            self.new = new

    class NamesChosen(Message):
        """The line of the proposed names was clicked."""

    def watch_hits(self, old: Sequence[Hit | None], new: Sequence[Hit | None]) -> None:
        """Draw the lines again that are others now."""
        for y, (before, now) in enumerate(zip_longest(old[:MOST], new[:MOST])):
            if before != now:
                self.refresh(Region(0, y, self.size.width, 1))

    def watch_names(self) -> None:
        """Draw the last line again."""
        self.refresh(Region(0, min(self.size.height - 1, MOST), self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """A hit, or on the last line the new code; with little room fewer hits are seen."""
        width, last = min(self.size.width, WIDEST), min(self.size.height - 1, MOST)
        is_first = y == 0 and self.first and any(self.hits[:1])
        if y == last:
            pieces = _new_line(self.new, width) if self.new else names_line(self.names, width)
        else:
            pieces = self._hit_line(y, width, is_first) if y < min(last, len(self.hits)) else []
        line = "hits--first" if is_first else "hits--line"
        return paint(self, pieces, self.size.width, line)

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked."""
        offset = event.get_content_offset(self)
        last = min(self.size.height - 1, MOST)
        if offset is None:
            return
        if offset.y == last:
            if self.new:
                self.post_message(self.NewChosen(self.new))
            elif self.names:
                self.post_message(self.NamesChosen())
            return
        hit = self.hits[offset.y] if offset.y < min(last, len(self.hits)) else None
        if hit is not None:
            self.post_message(self.Chosen(hit))

    def _hit_line(self, place: int, width: int, is_first: bool) -> list[Piece]:
        hit = self.hits[place]
        if hit is None:
            return []
        return hit_line(hit, place + 1, width, is_first)


def _new_line(new: NewCode, width: int) -> list[Piece]:
    """`+ New code: mer penger, in Økonomi  ~ Mer midler?`; with little room without the theme."""
    label = _("New code: {name}").format(name=one_line(new.name[:width]))
    similar = _warning(new, max(LEAST_WARNING, width - 3 - cells(label)))
    if new.theme:
        longer = _("{label} in {theme}").format(label=label, theme=fitted_path(new.theme, width))
        label = longer if cells(longer) + cells(similar) + 3 <= width else label
    return [
        Piece(" + " + cut(label, max(1, width - 3 - cells(similar))), ("hits--new",)),
        Piece(similar, ("hits--similar",)),
    ]


def _warning(new: NewCode, width: int) -> str:
    return f"  ~ {fitted_path(new.similar, width - 5)}?" if new.similar else ""
