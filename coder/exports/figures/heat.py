"""A heat map: the codes down, the groups across, darker where the percent is higher."""

from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn, DrawnRow, Mark
from coder.exports.figures.heads import heads_of
from coder.exports.figures.paper import INK, Look, names_down, number_at
from coder.exports.figures.wording import figure_wording
from coder.results.table import Table
from corpus.problems import Problem

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LIGHT, _DARK = (0.965, 0.975, 0.985), (0.03, 0.19, 0.42)
_PAPER, _EDGE, _STRIPES = "#FFFFFF", "#FFFFFF", "#DADADA"
_MOST_GROUPS = 20
_DARK_FROM = 0.62
"""Where white letters begin to have more contrast than black ones."""


def draw_heat(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A cell for each row and group with its number; hidden ones are hatched, with their sign.

    Raises a Problem for more groups than fit the width.
    """
    if len(table.columns) > _MOST_GROUPS:
        raise Problem(
            f"{len(table.columns)} groups are too many for a figure.",
            f"At most {_MOST_GROUPS}; for one code there is room for more: --code PATH",
        )
    axes = figure.subplots()
    for row in drawn.rows:
        for at, mark in enumerate(row.marks):
            _cell(axes, at, row, mark, drawn.highest_of_groups, look)
    heads = heads_of(table, drawn, look)
    axes.set_xlim(-0.5, len(table.columns) - 0.5)
    axes.set_xticks(
        range(len(table.columns)),
        heads.texts,
        size=look.small,
        rotation=heads.turned,
        parse_math=False,
    )
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xlabel(figure_wording(table.language).of_group, size=look.small)
    names_down(axes, drawn, look)


def _cell(axes: "Axes", at: int, row: DrawnRow, mark: Mark, highest: int, look: Look) -> None:
    from matplotlib.patches import Rectangle

    hidden = mark.percent is None
    part = (mark.percent or 0) / highest
    shade = tuple(light + (dark - light) * part for light, dark in zip(_LIGHT, _DARK, strict=True))
    axes.add_patch(
        Rectangle(
            (at - 0.5, row.middle - row.height / 2),
            1,
            row.height,
            facecolor="#FFFFFF" if hidden else shade,
            edgecolor=_STRIPES if hidden else _EDGE,
            hatch="////" if hidden else None,
            in_layout=False,
            linewidth=0 if hidden else 1,
        )
    )
    color = _PAPER if part > _DARK_FROM else INK
    number_at(axes, (at, row.middle), mark.text, look, color, on_white=hidden)
