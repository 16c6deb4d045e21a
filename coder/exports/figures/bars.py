"""Horizontal bars: one row of them, or one beside the other for groups of respondents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn, DrawnRow, Mark, clean
from coder.exports.figures.paper import Look, names_down, whole_ticks
from coder.exports.figures.wording import figure_wording
from coder.exports.layout import wrap
from coder.exports.signs import n_of
from coder.results.table import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BAR, _WHOLE, _EDGE = "#56A0CE", "#8C8C8C", "#1A1A1A"
_STRIPES = "#D0D0D0"
_HEAD_LETTERS = 9


def draw_bars(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A bar a row with percent and count at its end."""
    words = figure_wording(table.language)
    axes = figure.subplots()
    texts = [f"{row.whole.text} ({row.counted})" for row in drawn.rows]
    _bars(axes, drawn, [row.whole for row in drawn.rows], texts, look, _BAR)
    axes.set_xlim(0, drawn.highest * 1.22)
    axes.xaxis.set_major_locator(whole_ticks(drawn.highest))
    axes.set_xlabel(look.label(f"{words.axis[table.base.kind]} ({words.counts})"))
    names_down(axes, drawn, look)


def draw_groups(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """The same rows in a panel for all and one for each group, with percent of the group's n."""
    words = figure_wording(table.language)
    panels = figure.subplots(1, 1 + len(table.columns), sharey=True)
    heads = [(words.everyone, table.base.n), *((each.head, each.n) for each in table.columns)]
    for at, (axes, (head, n)) in enumerate(zip(panels, heads, strict=True)):
        marks = [_mark(row, at) for row in drawn.rows]
        color = _BAR if at else _WHOLE
        _bars(axes, drawn, marks, [mark.text for mark in marks], look, color)
        edge = drawn.highest * (1.3 + 0.1 * len(panels))
        axes.set_xlim(0, edge)
        _hatch(
            axes,
            [
                row.middle
                for row, mark in zip(drawn.rows, marks, strict=True)
                if mark.percent is None
            ],
            edge,
            look,
        )
        axes.set_xticks([])
        axes.tick_params(axis="y", length=0)
        for side in ("bottom", "left"):
            axes.spines[side].set_visible(False)
        lines = [*wrap(clean(head), _HEAD_LETTERS), n_of(n, table.language)]
        axes.set_title("\n".join(lines), size=look.small, parse_math=False)
    names_down(panels[0], drawn, look)


def _mark(row: DrawnRow, at: int) -> Mark:
    return row.marks[at - 1] if at else row.whole


def _hatch(axes: "Axes", middles: Sequence[float], edge: float, look: Look) -> None:
    """Pale stripes over the whole width, which is no length, where a number is not shown."""
    axes.barh(
        middles,
        [edge] * len(middles),
        height=look.bar,
        color="none",
        edgecolor=_STRIPES,
        hatch="/////",
        linewidth=0,
        zorder=0,
    )


def _bars(
    axes: "Axes", drawn: Drawn, marks: Sequence[Mark], texts: Sequence[str], look: Look, color: str
) -> None:
    """Bars with their texts; where a number is hidden or missing there is its sign and no bar."""
    middles = [row.middle for row in drawn.rows]
    lengths = [mark.percent or 0 for mark in marks]
    made = axes.barh(middles, lengths, height=look.bar, color=color, edgecolor=_EDGE, linewidth=0.6)
    axes.bar_label(made, labels=list(texts), padding=2, size=look.small)
    axes.axvline(0, color=_EDGE, linewidth=0.6)
