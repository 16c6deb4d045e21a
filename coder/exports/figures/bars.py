"""Horizontal bars: one row of them, or one beside the other for groups of respondents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn, Mark, drawn_rows
from coder.exports.figures.heads import heads_of
from coder.exports.figures.paper import INK, Look, names_down, number_at, percents_across
from coder.exports.figures.wording import figure_wording
from coder.exports.signs import n_of
from coder.results.table import Table
from corpus.problems import Problem

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BAR, _WHOLE = "#56A0CE", "#8C8C8C"
_STRIPES = "#DADADA"
_MOST_GROUPS = 12
_NUMBER_INCHES = 0.3


def draw_bars(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A bar a row with percent and count at its end."""
    words = figure_wording(table.language)
    axes = figure.subplots()
    texts = [f"{row.whole.text} ({row.counted})" for row in drawn.rows]
    _bars(axes, drawn, [row.whole for row in drawn.rows], texts, look, [_BAR])
    axes.set_xlim(0, drawn.highest * 1.22)
    axis = f"{words.axis[table.base.kind]} ({words.counts})"
    percents_across(axes, drawn.highest, axis, look)
    names_down(axes, drawn, look)


def draw_shares(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """A bar for all and one for each group, of the only row of a table, whose name is on top."""
    axes, marks = figure.subplots(), [row.whole for row in drawn.rows]
    colors = [_WHOLE, *[_BAR] * (len(marks) - 1)]
    _panel(axes, drawn, marks, drawn.highest * 1.22, look, colors)
    axes.spines["bottom"].set_visible(True)
    percents_across(axes, drawn.highest, figure_wording(table.language).of_group, look)
    (name,) = (row.name for row in drawn_rows(table).rows)
    axes.set_title("\n".join(name), loc="left", size=look.names, parse_math=False)
    names_down(axes, drawn, look)


def draw_groups(figure: "Figure", table: Table, drawn: Drawn, look: Look) -> None:
    """The same rows in a panel for all and one for each group, with percent of the group's n.

    Raises a Problem for more groups than bars can be seen in.
    """
    if len(table.columns) > _MOST_GROUPS:
        raise Problem(
            f"{len(table.columns)} groups are too many for bars.", "Draw them as: --kind heat"
        )
    words = figure_wording(table.language)
    panels = figure.subplots(1, 1 + len(table.columns), sharey=True)
    edge = drawn.highest * _room(look.width_beside_names(drawn) / len(panels))
    heads = heads_of(table, drawn, look, more=1)
    texts = (f"{words.everyone}\n{n_of(table.base.n, table.language)}", *heads.texts)
    columns = zip(*((row.whole, *row.marks) for row in drawn.rows), strict=True)
    for at, (axes, head, marks) in enumerate(zip(panels, texts, columns, strict=True)):
        _panel(axes, drawn, marks, edge, look, [_BAR if at else _WHOLE])
        axes.set_xticks([])
        axes.set_title(head, size=look.small, rotation=heads.turned, parse_math=False)
    names_down(panels[0], drawn, look)


def _room(inches: float) -> float:
    """How much wider than its longest bar a panel is, so that a number stands beside the bar."""
    return inches / max(inches - _NUMBER_INCHES, inches / 3)


def _panel(
    axes: "Axes",
    drawn: Drawn,
    marks: Sequence[Mark],
    edge: float,
    look: Look,
    colors: Sequence[str],
) -> None:
    """Bars of a group; pale stripes over the whole width, which is no length, for hidden ones."""
    middles = [row.middle for row in drawn.rows]
    hidden = [at for at, mark in enumerate(marks) if mark.percent is None]
    shown = ["" if mark.percent is None else mark.text for mark in marks]
    _bars(axes, drawn, marks, shown, look, colors)
    axes.set_xlim(0, edge)
    axes.barh(
        [middles[at] for at in hidden],
        [edge] * len(hidden),
        height=look.bar,
        color="none",
        edgecolor=_STRIPES,
        hatch="/////",
        linewidth=0,
        zorder=0,
    )
    for at in hidden:
        number_at(axes, (edge / 2, middles[at]), marks[at].text, look, on_white=True)
    axes.tick_params(axis="y", length=0)
    for side in ("bottom", "left"):
        axes.spines[side].set_visible(False)


def _bars(
    axes: "Axes",
    drawn: Drawn,
    marks: Sequence[Mark],
    texts: Sequence[str],
    look: Look,
    colors: Sequence[str],
) -> None:
    """Bars with their texts; where a number is hidden or missing there is no bar."""
    middles = [row.middle for row in drawn.rows]
    lengths = [mark.percent or 0 for mark in marks]
    made = axes.barh(middles, lengths, height=look.bar, color=colors, edgecolor=INK, linewidth=0.6)
    axes.bar_label(made, labels=list(texts), padding=2, size=look.small, in_layout=False)
    axes.axvline(0, color=INK, linewidth=0.6)
