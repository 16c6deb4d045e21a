"""What the finder found: up to nine codes with their digits, and the code that could be made."""

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

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.code_rows import Coverage
from tui.widgets.fitting import fitted_path
from tui.widgets.painting import paint
from tui.words import _

MOST = 9
WIDEST = 90
LEAST_WARNING = 15


@dataclass(frozen=True, slots=True)
class Hit:
    """A code by its path of names, how many answers have it, and which of the marked ones do."""

    code_id: int
    path: tuple[str, ...]
    count: int
    coverage: Coverage = Coverage.NONE


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
        "hits--new",
        "hits--similar",
    }
    DEFAULT_CSS = """
    Hits {
        height: 10;
        & > .hits--first { text-style: bold; }
        & > .hits--digit { color: $text-accent; text-style: bold; }
        & > .hits--count { color: $text-muted; }
        & > .hits--new { color: $text-success; }
        & > .hits--similar { color: $text-warning; }
    }
    """

    hits: reactive[tuple[Hit | None, ...]] = reactive[tuple[Hit | None, ...]]((), repaint=False)
    """The codes behind the digits 1 to 9, None for a digit without; the rest is not shown."""
    new: reactive[NewCode | None] = reactive[NewCode | None](None)
    """The code on the last line, None for an empty line."""
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

    def watch_hits(self, old: Sequence[Hit | None], new: Sequence[Hit | None]) -> None:
        """Draw the lines again that are others now."""
        for y, (before, now) in enumerate(zip_longest(old[:MOST], new[:MOST])):
            if before != now:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """A hit, or on the last line the new code; with little room fewer hits are seen."""
        width, last = min(self.size.width, WIDEST), min(self.size.height - 1, MOST)
        is_first = y == 0 and self.first and any(self.hits[:1])
        if y == last:
            pieces = _new_line(self.new, width) if self.new else []
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
        if offset.y == last and self.new:
            self.post_message(self.NewChosen(self.new))
            return
        hit = self.hits[offset.y] if offset.y < min(last, len(self.hits)) else None
        if hit is not None:
            self.post_message(self.Chosen(hit))

    def _hit_line(self, place: int, width: int, is_first: bool) -> list[Piece]:
        hit = self.hits[place]
        if hit is None:
            return []
        count = f" {hit.count}"
        head = f"{CURSOR if is_first else ' '}{place + 1} {hit.coverage} "
        room = max(1, width - cells(head) - max(5, len(count)))
        return [
            Piece(head, ("hits--digit",)),
            Piece(left(fitted_path(hit.path, room), room)),
            Piece(right(count, max(5, len(count))), ("hits--count",)),
        ]


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
