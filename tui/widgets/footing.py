"""The bottom line: the keys of a screen, as many as there is room for, none of them cut."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.commands.listed import COMMANDS
from tui.commands.registry import Command, short_key
from tui.widgets.cells import Piece, cells
from tui.widgets.painting import paint
from tui.words import _

_AT_THE_END = ("help", "palette")
_GAP = 2


class Tip(NamedTuple):
    """A key, what it does in a word, and whether it stands at the end of the line."""

    key: str
    title: str
    at_end: bool = False

    @property
    def width(self) -> int:
        """The cells of the key and the word."""
        return cells(short_key(self.key)) + 1 + cells(self.title)


class Footer(Widget):
    """Shows the bindings of its screen that are to be shown, with the keys a user gave them.

    Help and the palette, by which all others are found, stand at the right and go last.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--line", "foot--key"}
    DEFAULT_CSS = """
    Footer {
        dock: bottom;
        height: 1;
        background: $footer-background;
        & > .foot--line { color: $footer-description-foreground; }
        & > .foot--key { color: $footer-key-foreground; text-style: bold; }
    }
    """

    def on_mount(self) -> None:
        """Follow the keys that hold."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def render_line(self, y: int) -> Strip:
        """The line."""
        pieces: list[Piece] = []
        for at, tip in placed(self._tips(), self.size.width):
            pieces.append(Piece(" " * (at - sum(cells(piece.text) for piece in pieces))))
            pieces.append(Piece(short_key(tip.key), ("foot--key",)))
            pieces.append(Piece(f" {tip.title}"))
        return paint(self, pieces if y == 0 else [], self.size.width, "foot--line")

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        for at, tip in placed(self._tips(), self.size.width):
            if at <= event.x < at + tip.width:
                self.app.simulate_key(tip.key)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _tips(self) -> list[Tip]:
        """The keys of the focused part, the screen, the app; in each as the commands are listed."""
        listed: Sequence[Command] = getattr(self.app, "commands", COMMANDS)
        order = {command.id: place for place, command in enumerate(listed)}
        nodes: dict[int, int] = {}
        seen: dict[str, tuple[int, int, Tip]] = {}
        for node, binding, _enabled, _help in self.screen.active_bindings.values():
            if binding.show and binding.action not in seen:
                tip = Tip(binding.key, _(binding.description), binding.id in _AT_THE_END)
                place = order.get(binding.id or "", len(order))
                seen[binding.action] = (nodes.setdefault(id(node), len(nodes)), place, tip)
        return [tip for _node, _place, tip in sorted(seen.values(), key=lambda each: each[:2])]


def placed(tips: Sequence[Tip], width: int) -> list[tuple[int, Tip]]:
    """The tips for which there is room in so many cells, each with the cell it begins at."""
    ends = _fitting([tip for tip in tips if tip.at_end], width)
    needed = sum(tip.width + _GAP for tip in ends)
    shown = _fitting([tip for tip in tips if not tip.at_end], width - needed)
    return [*_in_a_row(shown, 1), *_in_a_row(ends, width - needed + 1)]


def _fitting(tips: Sequence[Tip], room: int) -> list[Tip]:
    widths = accumulate(tip.width + _GAP for tip in tips)
    return [tip for tip, width in zip(tips, widths, strict=True) if width <= room]


def _in_a_row(tips: Sequence[Tip], at: int) -> Iterator[tuple[int, Tip]]:
    for tip in tips:
        yield at, tip
        at += tip.width + _GAP
