"""A heat map: the codes down, the groups across, darker where the percent is higher."""

from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn, Mark, clean
from coder.exports.figures.paper import Look, names_down
from coder.exports.figures.wording import figure_wording
from coder.exports.layout import wrap
from coder.exports.signs import n_of
from coder.results.table import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LIGHT, _DARK = (0.965, 0.975, 0.985), (0.03, 0.19, 0.42)
_INK, _PAPER, _EDGE = "#1A1A1A", "#FFFFFF", "#FFFFFF"
_HEAD_LETTERS = 9
_DARK_FROM = 0.62
"""Where white letters begin to have more contrast than black ones."""


def draw_heat(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A cell for each row and group with its number; hidden ones are hatched, with their sign."""
    axes = figure.subplots()
    for row in drawn.rows:
        half = max(len(row.name), 1) / 2 + 0.375
        for at, mark in enumerate(row.marks):
            _cell(axes, at, row.middle, half, mark, drawn.highest_of_groups, look)
    heads = [
        "\n".join([*wrap(clean(each.head), _HEAD_LETTERS), n_of(each.n, table.language)])
        for each in table.columns
    ]
    axes.set_xlim(-0.5, len(table.columns) - 0.5)
    axes.set_xticks(range(len(heads)), heads, size=look.small, parse_math=False)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xlabel(figure_wording(table.language).of_group, size=look.small)
    names_down(axes, drawn, look)


def _cell(
    axes: "Axes", x: float, middle: float, half: float, mark: Mark, highest: int, look: Look
) -> None:
    from matplotlib.patches import Rectangle

    hidden = mark.percent is None
    part = (mark.percent or 0) / highest
    shade = tuple(light + (dark - light) * part for light, dark in zip(_LIGHT, _DARK, strict=True))
    axes.add_patch(
        Rectangle(
            (x - 0.5, middle - half),
            1,
            2 * half,
            facecolor="#FFFFFF" if hidden else shade,
            edgecolor="#B5B5B5" if hidden else _EDGE,
            hatch="////" if hidden else None,
            linewidth=0 if hidden else 1,
        )
    )
    axes.text(
        x,
        middle,
        mark.text,
        ha="center",
        va="center",
        size=look.small,
        color=_PAPER if part > _DARK_FROM else _INK,
        bbox={"facecolor": "#FFFFFF", "edgecolor": "none", "pad": 1} if hidden else None,
    )
