"""A table as a figure: bars, bars by groups, waves, or a heat map; what it shows also in words."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from coder.exports.figures.bars import draw_bars, draw_groups, draw_shares
from coder.exports.figures.dots import MOST_WAVES, draw_waves, inches_of_legend
from coder.exports.figures.drawn import (
    Drawn,
    DrawnRow,
    clean,
    drawn_groups,
    drawn_rows,
)
from coder.exports.figures.heads import heads_of
from coder.exports.figures.heat import draw_heat
from coder.exports.figures.paper import Look, look_of
from coder.exports.figures.saving import FigureTexts, drawing, figure_bytes, save_figure
from coder.exports.figures.wording import figure_wording
from coder.exports.signs import HIDDEN, IMPOSSIBLE, ZERO, printed_notes
from coder.results.table import Table
from corpus.language import format_number
from corpus.problems import Problem

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FigureKind = Literal["bars", "groups", "waves", "heat"]
FIGURE_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)

_TOLD, _TOLD_OF_GROUPS = 12, 6
_LETTERS_AN_INCH = {"title": 11.5, "source": 17.5}
_MARGIN = 1.15
_LINE_OF_NOTES, _LINE_OF_TITLE = 0.14, 0.165
_TITLE = 0.25


def usual_kind(table: Table) -> FigureKind:
    """What suits a table: bars without groups, points for waves, else bars by group or a grid.

    Waves are groups of which one is the table's own wave.
    """
    if not table.columns:
        return "bars"
    if sum(row.kind != "total" for row in table.rows) == 1:
        return "groups"
    own = f"{table.question}@{table.wave}" in {column.key for column in table.columns}
    return "waves" if own and len(table.columns) <= MOST_WAVES else "heat"


def figure_texts(table: Table, kind: FigureKind, study: str) -> FigureTexts:
    """The title of the figure and, in words, what it shows: its first rows with their numbers.

    Those are 12 rows, 6 where each has groups; of the groups those whose number is shown and not 0.
    """
    words, drawn = figure_wording(table.language), drawn_rows(table)
    told = drawn.rows[: _TOLD if kind == "bars" else _TOLD_OF_GROUPS]
    seen = "shares" if kind == "groups" and len(drawn.rows) == 1 else kind
    picture = words.pictures[seen].format(rows=len(drawn.rows), columns=len(table.columns))
    rows = [
        words.first.format(name=" ".join(row.name), values=_values(row, table, kind))
        for row in told
    ]
    hidden = sum(mark.text == HIDDEN for row in drawn.rows for mark in row.marks)
    said = [picture, *rows, *(["…"] if len(drawn.rows) > len(told) else [])]
    if hidden and kind != "bars":
        said.append(words.hidden.format(count=hidden))
    return FigureTexts(clean(table.title), clean(" ".join([*said, _source(table, study)])))


def write_table_figure(
    table: Table, kind: FigureKind, study: str, path: Path, form: str
) -> tuple[str, ...]:
    """Write the figure as png (300 dpi), svg or pdf; `study` is the title of the study, or "".

    Raises a Problem when there is nothing to draw, too much, or no groups for a kind with groups.
    """
    _refuse_without_groups(table, kind)
    with drawing():
        figure = _figure(table, kind, study)
        save_figure(figure, figure_texts(table, kind, study), path, form)
    return ()


def table_svg(table: Table, kind: FigureKind, study: str, narrow: bool = False) -> bytes:
    """The figure as SVG in memory, with letters as text; Problems as when it is written.

    `narrow`: for a telephone, where what is wide would be small.
    """
    _refuse_without_groups(table, kind)
    with drawing(letters_as_text=True):
        figure = _figure(table, kind, study, narrow)
        return figure_bytes(figure, figure_texts(table, kind, study), "svg")


def _refuse_without_groups(table: Table, kind: FigureKind) -> None:
    if kind != "bars" and not table.columns:
        raise Problem(f"A figure of kind {kind} needs groups.", "Add: --by band")


@dataclass(frozen=True)
class _Plan:
    """What draws the figure, of what, how big; `heads`: inches over the rows."""

    draw: Callable[["Figure", Table, Drawn, Look], None]
    drawn: Drawn
    look: Look
    heads: float


def _plan(table: Table, kind: FigureKind, narrow: bool) -> _Plan:
    """How a table is drawn; groups of a table with one row stand down the page."""
    drawn, columns = drawn_rows(table, narrow), len(table.columns)
    if kind == "bars":
        return _Plan(draw_bars, drawn, look_of(drawn, 0, narrow), 0)
    if kind == "groups" and len(drawn.rows) == 1:
        drawn = drawn_groups(table, figure_wording(table.language).everyone, narrow)
        return _Plan(draw_shares, drawn, look_of(drawn, 0, narrow), _TITLE)
    look = look_of(drawn, columns, narrow)
    if kind == "waves":
        return _Plan(draw_waves, drawn, look, inches_of_legend(table, look))
    heads = 0.1 + heads_of(table, drawn, look, 1).inches
    return _Plan(draw_heat if kind == "heat" else draw_groups, drawn, look, heads)


def _figure(table: Table, kind: FigureKind, study: str, narrow: bool = False) -> "Figure":
    from matplotlib.figure import Figure

    plan = _plan(table, kind, narrow)
    title = _wrapped(table.title, "title", plan.look)
    notes = [_source(table, study), *printed_notes(table)]
    below = "\n".join(_wrapped(note, "source", plan.look) for note in notes)
    more = _LINE_OF_NOTES * below.count("\n") + _LINE_OF_TITLE * title.count("\n")
    around = _MARGIN + plan.heads + more
    size = (plan.look.width, plan.drawn.lines * plan.look.line + around)
    figure = Figure(figsize=size, layout="constrained")
    plan.draw(figure, table, plan.drawn, plan.look)
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=10, parse_math=False)
    figure.supxlabel(below, x=0.01, ha="left", size=6.5, parse_math=False)
    return figure


def _wrapped(text: str, place: str, look: Look) -> str:
    return textwrap.fill(clean(text), int(look.width * _LETTERS_AN_INCH[place]))


def _values(row: DrawnRow, table: Table, kind: FigureKind) -> str:
    if kind == "bars":
        return f"{row.whole.text} ({row.counted})"
    everyone = f"{figure_wording(table.language).everyone} {row.whole.text}"
    heads = [clean(column.head) for column in table.columns]
    shown = [
        f"{head} {mark.text}"
        for head, mark in zip(heads, row.marks, strict=False)
        if mark.percent is not None and mark.text not in (ZERO, IMPOSSIBLE)
    ]
    return ", ".join([everyone, *shown])


def _source(table: Table, study: str) -> str:
    words = figure_wording(table.language)
    form = words.source if study else words.no_study
    n = format_number(table.base.n, table.language)
    return clean(form.format(study=study, question=table.question, n=n))
