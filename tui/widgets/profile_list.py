"""Codes as lines, size bands as columns: the share of each, with a sign for what is typical."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.line_list import LineList
from tui.widgets.painting import paint
from tui.words import _

HEAD_LINES = 3
_COLUMN, _WIDE_COLUMN = 8, 16
_COUNT, _LEAST_NAME, _MOST_NAME = 6, 14, 50
_NAME_PART = 0.3
_INDENT = "  "


class BandHead(NamedTuple):
    """A size band: what it is called, also where there is little room, and how many answered."""

    name: str
    short: str
    n: int


class BandShare(NamedTuple):
    """Percent, the interval as `22-41`, the sign of a typical one or "", and whether n is small."""

    percent: str
    interval: str
    sign: str
    small: bool


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A code or theme: its name, its level from 0, its answers, and its share in each band."""

    name: str
    level: int
    answers: int
    shares: tuple[BandShare, ...]
    is_theme: bool = False


class _Layout(NamedTuple):
    """Cells for the name, cells for a band, and which bands are in view."""

    name: int
    column: int
    bands: range


class ProfileList(LineList):
    """Up and down go through the codes, left and right through the bands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "band(-1)", "Band before", show=False),
        Binding("right", "band(1)", "Next band", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "profile--theme",
        "profile--quiet",
        "profile--typical",
    }
    DEFAULT_CSS = """
    ProfileList {
        & > .profile--theme { text-style: bold; }
        & > .profile--quiet { color: $text-muted; }
        & > .profile--typical { color: $text-warning; text-style: bold; }
    }
    """

    band: reactive[int] = reactive(0)
    """The place of the band under the cursor, from 0."""

    class Moved(Message):
        """The cursor is on another code or band."""

    def __init__(self, empty: str = "") -> None:
        """`empty` is said when there is no code."""
        super().__init__(empty)
        self.heads: Sequence[BandHead] = ()
        self._lines: Sequence[ProfileLine] = ()

    def count(self) -> int:
        """How many codes there are."""
        return len(self._lines)

    def show(self, heads: Sequence[BandHead], lines: Sequence[ProfileLine], at: int) -> None:
        """Show these codes over these bands, the cursor at a place."""
        self.heads, self._lines = heads, lines
        self.band = max(0, min(self.band, len(heads) - 1))
        self.refill(at)

    def moved(self) -> None:
        """Tell what is under the cursor now."""
        self.post_message(self.Moved())

    def action_band(self, bands: int) -> None:
        """Go to another band."""
        before = self.band
        self.band = max(0, min(self.band + bands, len(self.heads) - 1))
        if self.band != before:
            self.moved()

    def placed(self, width: int) -> _Layout:
        """How a width is shared; when not all bands have room, those round the cursor's."""
        count = len(self.heads)
        room = width - _COUNT - 2
        column = _WIDE_COLUMN if room - count * _WIDE_COLUMN >= 2 * _LEAST_NAME else _COLUMN
        longest = max((self._name_cells(line) for line in self._lines), default=_LEAST_NAME)
        least = max(_LEAST_NAME, min(longest, int(width * _NAME_PART)))
        fitting = max(1, min(count, (room - least) // column))
        first = max(0, min(self.band - fitting // 2, count - fitting))
        name = min(room - fitting * column, max(longest, _LEAST_NAME), _MOST_NAME)
        return _Layout(max(1, name), column, range(first, first + min(count, fitting)))

    def draw(self, place: int, width: int) -> list[Piece]:
        """Name, answers, a share for each band in view; the cursor's band has a sign before it."""
        line, layout, here = self._lines[place], self.placed(width), place == self.at
        name = left(_INDENT * line.level + one_line(line.name), layout.name)
        pieces = [
            Piece(f"{CURSOR if here else ' '} "),
            Piece(name, ("profile--theme",) if line.is_theme else ()),
            Piece(right(str(line.answers), _COUNT), ("profile--quiet",)),
        ]
        for band in layout.bands:
            mark = CURSOR if here and band == self.band else " "
            pieces += _share(line.shares[band], layout.column, mark)
        return pieces

    @staticmethod
    def _name_cells(line: ProfileLine) -> int:
        return cells(one_line(line.name)) + len(_INDENT) * line.level


class ProfileHeads(Widget):
    """What the bands of a list are called, over their columns: two lines of name, one of n."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heads--line", "heads--band"}
    DEFAULT_CSS = f"""
    ProfileHeads {{
        height: {HEAD_LINES};
        & > .heads--line {{ color: $text-muted; }}
        & > .heads--band {{ color: $foreground; text-style: bold; }}
    }}
    """

    def __init__(self, of: ProfileList) -> None:
        super().__init__()
        self._list = of

    def render_line(self, y: int) -> Strip:
        """A line of the heads."""
        width = self._list.scrollable_size.width
        layout = self._list.placed(width)
        first = (_("Code"), self._in_view(layout), "")[y] if y < HEAD_LINES else ""
        pieces = [Piece("  "), Piece(left(first, layout.name))]
        pieces.append(Piece(right(_("n") if y == HEAD_LINES - 1 else "", _COUNT)))
        for band in layout.bands:
            text = _head(self._list.heads[band], layout.column - 1)[y]
            roles = ("heads--band",) if band == self._list.band else ()
            pieces.append(Piece(right(text, layout.column), roles))
        return paint(self, pieces, self.size.width, "heads--line")

    def _in_view(self, layout: _Layout) -> str:
        """Which bands are seen, where not all are."""
        shown, count = layout.bands, len(self._list.heads)
        if len(shown) == count:
            return ""
        said = _("bands {first}-{last} of {count}")
        return said.format(first=shown.start + 1, last=shown.stop, count=count)


def _share(share: BandShare, column: int, mark: str) -> list[Piece]:
    """Exactly `column` cells: the cursor's sign, percent (in brackets: n is small), the sign."""
    percent = f"({share.percent})" if share.small else share.percent
    if column == _WIDE_COLUMN:
        percent = f"{percent} {share.interval:>7}"
    text = right(f"{mark}{percent}", column - 1)
    roles = ("profile--typical",) if share.sign else ("profile--quiet",) if share.small else ()
    return [Piece(text, roles), Piece(share.sign or " ", roles)]


def _head(head: BandHead, width: int) -> tuple[str, ...]:
    """Two lines of name, the lower one filled first, and n."""
    name = one_line(head.name)
    parts = [name] if cells(name) <= width else wrap(name.replace("-", "- "), width)
    if len(parts) > 2 or not parts:
        parts = [one_line(head.short)]
    upper = parts[0] if len(parts) > 1 else ""
    return cut(upper, width), cut(parts[-1], width), str(head.n)
