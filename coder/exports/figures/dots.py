"""Points on a line for each row: the same codes in several waves, told apart by shape and shade."""

from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn, clean
from coder.exports.figures.paper import Look, names_down, whole_ticks
from coder.exports.figures.wording import figure_wording
from coder.exports.signs import n_of
from coder.results.table import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SHAPES = "osD^vPX*<>"
_EDGE, _LINE = "#1A1A1A", "#BBBBBB"
_BESIDE = 0.09
_FIRST, _LAST = (0.94, 0.90, 0.26), (0.0, 0.25, 0.50)
"""From yellow to dark blue: apart for every kind of sight, and in grey from light to dark."""


def draw_waves(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A point for each wave, light for the first and dark for the last, with a line through them.

    What is hidden has no point; its sign stands at the right, among the numbers of
    the waves in their order.
    """
    words = figure_wording(table.language)
    axes, highest = figure.subplots(), drawn.highest_of_groups
    for row in drawn.rows:
        known = [mark.percent for mark in row.marks if mark.percent is not None]
        if known:
            axes.hlines(row.middle, min(known), max(known), color=_LINE, linewidth=2, zorder=1)
        for at, mark in enumerate(row.marks):
            place = highest * (1.12 + _BESIDE * at)
            axes.text(place, row.middle, mark.text, size=look.small, ha="right", va="center")
    for at, column in enumerate(table.columns):
        points = [(row.marks[at].percent, row.middle) for row in drawn.rows if row.marks]
        shown = [(x, y) for x, y in points if x is not None]
        axes.scatter(
            [x for x, _ in shown],
            [y for _, y in shown],
            marker=_SHAPES[at % len(_SHAPES)],
            color=[_shade(at, len(table.columns))],
            edgecolors=_EDGE,
            linewidths=0.7,
            s=34,
            zorder=2 + at,
            clip_on=False,
            label=f"{clean(column.head)} ({n_of(column.n, table.language)})".replace("$", r"\$"),
        )
    axes.set_xlim(0, highest * (1.08 + _BESIDE * len(table.columns)))
    axes.set_xlabel(words.of_group)
    axes.xaxis.set_major_locator(whole_ticks(highest))
    axes.grid(axis="x", color="#E5E5E5", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, fontsize=look.small
    )
    names_down(axes, drawn, look)
    axes.tick_params(axis="y", pad=7)


def _shade(at: int, count: int) -> tuple[float, ...]:
    part = at / max(count - 1, 1)
    return tuple(first + (last - first) * part for first, last in zip(_FIRST, _LAST, strict=True))
