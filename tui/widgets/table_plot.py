"""Horizontal bars of a table's numbers, drawn for the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual_plotext import PlotextPlot

from corpus.visible import REPLACEMENT
from tui.widgets.cells import cut, one_line
from tui.words import plural

_LINES_OF_FRAME = 4
_LINES_A_BAR = 2
_LEAST_NAME, _SHARE_OF_NAMES = 8, 3
_THICK = 0.5


@dataclass(frozen=True)
class Bar:
    """A row: its name, percent (None: hidden or missing, which is no bar), the number in print."""

    name: str
    percent: int | None
    text: str


class TablePlot(PlotextPlot):
    """Draws as many bars as there is room for, the first at the top; says how many are left."""

    ALLOW_SELECT = False

    _bars: Sequence[Bar] = ()

    def show(self, bars: Sequence[Bar]) -> None:
        """Draw these bars; none is an empty frame."""
        self._bars = tuple(bars)
        self._draw()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._draw()

    def _draw(self) -> None:
        plot, room = self.plt, max(1, (self.size.height - _LINES_OF_FRAME) // _LINES_A_BAR)
        shown = self._bars[:room]
        plot.clear_figure()
        if shown:
            width = max(_LEAST_NAME, self.size.width // _SHARE_OF_NAMES)
            names = [_label(bar, width) for bar in reversed(shown)]
            lengths = [bar.percent or 0 for bar in reversed(shown)]
            plot.bar(names, lengths, orientation="horizontal", width=_THICK, color="blue+")
            top = max([1, *lengths])
            plot.xlim(0, top)
            plot.xticks(sorted({0, top // 2, top}))
        left = len(self._bars) - len(shown)
        if left:
            plot.xlabel(plural("{count} more row", "{count} more rows", left))
        self.refresh()


def _label(bar: Bar, width: int) -> str:
    """The name, cut, and the number; every character takes one cell, as the drawing expects."""
    name = cut(one_line(bar.name), max(1, width - len(bar.text) - 1))
    narrow = "".join(each if cell_len(each) == 1 else REPLACEMENT for each in name)
    return f"{narrow} {bar.text}"
