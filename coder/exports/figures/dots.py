"""Points on a line for each row: the same codes in several waves, told apart by shape and shade."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coder.exports.figures.drawn import Drawn, DrawnRow, clean
from coder.exports.figures.paper import (
    INK,
    LETTER_INCHES,
    LINE_INCHES,
    Look,
    names_down,
    number_at,
    percents_across,
)
from coder.exports.figures.wording import figure_wording
from coder.exports.layout import wrap
from coder.exports.signs import n_of
from coder.results.table import Table
from corpus.problems import Problem

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import PathCollection
    from matplotlib.figure import Figure

_SHAPES = "osD^vPX*"
MOST_WAVES = len(_SHAPES)
_LINE = "#BBBBBB"
_WHERE_NUMBERS, _APART = 1.06, 0.5
_KEY = 0.45
"""Inches of a shape and the gaps around it."""

_POINT: dict[str, Any] = {"edgecolors": INK, "linewidths": 0.7, "zorder": 2, "clip_on": False}
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
    step = _step(table, drawn, look)
    for row in drawn.rows:
        _line(axes, row)
    shapes = []
    for at in range(len(table.columns)):
        place = highest * (_WHERE_NUMBERS + step * (at + 0.5))
        shapes.append(_wave(axes, drawn, look, at, place))
    axes.set_xlim(0, highest * (_WHERE_NUMBERS + step * len(table.columns)))
    percents_across(axes, highest, figure_wording(table.language).of_group, look)
    axes.grid(axis="x", color="#E5E5E5", linewidth=0.6)
    axes.set_axisbelow(True)
    names_down(axes, drawn, look)
    axes.tick_params(axis="y", pad=7)
    _explain(figure, axes, shapes, table, look)


def inches_of_legend(table: Table, look: Look) -> float:
    """How high the names of the waves are over the points."""
    names, across = _legend(table, look)
    lines = -(-len(names) // across) * max(name.count("\n") + 1 for name in names)
    return (lines + 1) * look.small * LINE_INCHES


def _legend(table: Table, look: Look) -> tuple[list[str], int]:
    """The names of the waves with their n, in lines, and how many stand beside each other."""
    whole = [f"{clean(each.head)} ({n_of(each.n, table.language)})" for each in table.columns]
    letter = look.small * LETTER_INCHES
    names = ["\n".join(wrap(name, int((look.width - _KEY) / letter))) for name in whole]
    longest = max(len(line) for name in names for line in name.split("\n"))
    return names, max(1, min(len(names), int(look.width / (longest * letter + _KEY))))


def _explain(
    figure: "Figure", axes: "Axes", shapes: Sequence["PathCollection"], table: Table, look: Look
) -> None:
    """The legend from the left edge of the figure, in room that an empty title keeps free."""
    from matplotlib.transforms import blended_transform_factory

    names, across = _legend(table, look)
    lines = round(inches_of_legend(table, look) / (look.small * LINE_INCHES))
    axes.set_title("\n" * lines, size=look.small)
    legend = axes.legend(
        shapes,
        [name.replace("$", r"\$") for name in names],
        loc="lower left",
        bbox_to_anchor=(0.01, 1.02),
        bbox_transform=blended_transform_factory(figure.transFigure, axes.transAxes),
        ncols=across,
        frameon=False,
        fontsize=look.small,
        borderaxespad=0,
    )
    legend.set_in_layout(False)


def _step(table: Table, drawn: Drawn, look: Look) -> float:
    """How far the columns of numbers are apart, where the highest percent is 1."""
    longest = max(len(mark.text) for row in drawn.rows for mark in row.marks)
    inches, room = longest * look.small * LETTER_INCHES + 0.1, look.width_beside_names(drawn)
    return _WHERE_NUMBERS * inches / max(room - inches * len(table.columns), room / 4)


def _wave(axes: "Axes", drawn: Drawn, look: Look, at: int, place: float) -> "PathCollection":
    """The points of a wave, and its numbers in a column under its shape."""
    size = _DENSE_SIZE if drawn.dense else _SIZE
    count = len(drawn.rows[0].marks)
    style: dict[str, Any] = {"color": [_shade(at, count)], "marker": _SHAPES[at], "s": size}
    for row in drawn.rows:
        number_at(axes, (place, row.middle), row.marks[at].text, look)
    axes.scatter([place], [_ABOVE], **_POINT, **style)
    points = [point for row in drawn.rows if (point := _place(row, at)) is not None]
    return axes.scatter([x for x, _ in points], [y for _, y in points], **_POINT, **style)


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


def _shade(at: int, count: int) -> tuple[float, ...]:
    part = at / max(count - 1, 1)
    return tuple(first + (last - first) * part for first, last in zip(_FIRST, _LAST, strict=True))
