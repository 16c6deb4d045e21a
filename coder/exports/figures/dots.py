"""Points on a line for each row: the same codes in several waves, told apart by shape and shade."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from coder.exports.figures.drawn import Drawn, DrawnRow, clean
from coder.exports.figures.paper import INK, Look, names_down, number_at, percents_across
from coder.exports.figures.wording import figure_wording
from coder.exports.signs import n_of
from coder.results.table import Table
from corpus.problems import Problem

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SHAPES = "osD^vPX*"
MOST_WAVES = len(_SHAPES)
_LINE = "#BBBBBB"
_BESIDE, _APART = 0.09, 0.5
_ABOVE = -0.4
_SIZE, _DENSE_SIZE = 34, 17
_FIRST, _LAST = (0.94, 0.90, 0.26), (0.0, 0.25, 0.50)
"""From yellow to dark blue: apart for every kind of sight, and in grey from light to dark."""


def draw_waves(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A point for each wave, light for the first and dark for the last, with a line through them.

    Points at the same place stand one under the other. What is hidden has no point; its sign stands
    at the right, among the numbers under the shapes of their waves. Raises a Problem for more waves
    than there are shapes.
    """
    if len(table.columns) > MOST_WAVES:
        raise Problem(
            f"{len(table.columns)} groups are too many for points.", "Draw them as: --kind heat"
        )
    axes, highest = figure.subplots(), drawn.highest_of_groups
    for row in drawn.rows:
        _line(axes, row)
    for at in range(len(table.columns)):
        _wave(axes, table, drawn, look, at)
    axes.set_xlim(0, highest * (1.08 + _BESIDE * len(table.columns)))
    percents_across(axes, highest, figure_wording(table.language).of_group, look)
    axes.grid(axis="x", color="#E5E5E5", linewidth=0.6)
    axes.set_axisbelow(True)
    names_down(axes, drawn, look)
    axes.tick_params(axis="y", pad=7)
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.2, 1.02), ncols=4, frameon=False, fontsize=look.small
    )


def _wave(axes: "Axes", table: Table, drawn: Drawn, look: Look, at: int) -> None:
    """The points of a wave, and its numbers in a column under its shape."""
    column, place = table.columns[at], drawn.highest_of_groups * (1.12 + _BESIDE * at)
    shade = [_shade(at, len(table.columns))]
    size = _DENSE_SIZE if drawn.dense else _SIZE
    style = {"color": shade, "marker": _SHAPES[at], "s": size}
    points = [point for row in drawn.rows if (point := _place(row, at)) is not None]
    _points(axes, points, f"{clean(column.head)} ({n_of(column.n, table.language)})", style)
    _points(axes, [(place, _ABOVE)], "", style)
    for row in drawn.rows:
        number_at(axes, (place, row.middle), row.marks[at].text, look)


def _line(axes: "Axes", row: DrawnRow) -> None:
    """The line from the lowest to the highest known percent of a row."""
    known = [mark.percent for mark in row.marks if mark.percent is not None]
    if known:
        axes.hlines(row.middle, min(known), max(known), color=_LINE, linewidth=2, zorder=1)


def _place(row: DrawnRow, at: int) -> tuple[float, float] | None:
    """Where the point of a wave stands; None when its number is not shown."""
    percents = [mark.percent for mark in row.marks]
    percent = percents[at]
    if percent is None:
        return None
    alike, before = Counter(percents)[percent], Counter(percents[:at])[percent]
    step = min(_APART, row.height / (alike + 1))
    return percent, row.middle + step * (before - (alike - 1) / 2)


def _points(
    axes: "Axes", places: list[tuple[float, float]], label: str, style: dict[str, Any]
) -> None:
    axes.scatter(
        [x for x, _ in places],
        [y for _, y in places],
        edgecolors=INK,
        linewidths=0.7,
        zorder=2,
        clip_on=False,
        label=label.replace("$", r"\$"),
        **style,
    )


def _shade(at: int, count: int) -> tuple[float, ...]:
    part = at / max(count - 1, 1)
    return tuple(first + (last - first) * part for first, last in zip(_FIRST, _LAST, strict=True))
