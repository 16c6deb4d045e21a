"""How good the suggestions would have been, as a figure: two curves beside simpler orders."""

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coder.exports.controls import encodable, one_line
from coder.exports.evaluation_formats import Evaluated
from coder.exports.figures.saving import FigureTexts, drawing, save_figure
from coder.results.evaluation_wording import evaluation_wording
from coder.suggest.evaluating.evaluation import METHODS, Window
from coder.suggest.evaluating.measures import Figures
from corpus.language import format_number
from corpus.visible import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCHES = (6.3, 3.6)
_STYLES = (("#0072B2", "o", "-"), ("#777777", "s", ":"), ("#D55E00", "^", "--"))
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_TITLE_WIDTH, _SOURCE_WIDTH = 76, 110

Measure = Callable[[Figures], float]


def evaluation_texts(of: Evaluated, study: str) -> FigureTexts:
    """The title of the figure and what it shows, in words."""
    words = evaluation_wording(of.language)
    said = words.alternative.format(
        recall=_told(of, lambda each: each.recall),
        precision=_told(of, lambda each: each.precision),
    )
    return FigureTexts(_title(of), _clean(f"{said} {_source(of, study)}"))


def write_evaluation_figure(of: Evaluated, study: str, path: Path, form: str) -> tuple[str, ...]:
    """Write the figure as png, svg or pdf; `study` is the title of the study."""
    with drawing():
        save_figure(_drawn(of, study), evaluation_texts(of, study), path, form)
    return ()


def _drawn(of: Evaluated, study: str) -> "Figure":
    from matplotlib.figure import Figure

    words = evaluation_wording(of.language)
    figure = Figure(figsize=_INCHES, layout="constrained")
    axes = figure.subplot_mosaic(
        [["recall", "precision"], ["key", "key"]], height_ratios=(10, 1), sharex=False
    )
    _draw(of, axes["recall"], words.recall_head, lambda each: each.recall)
    _draw(of, axes["precision"], words.precision_head, lambda each: each.precision)
    axes["key"].axis("off")
    lines, names = axes["recall"].get_lines(), [words.methods[name] for name in METHODS]
    axes["key"].legend(lines, names, loc="center", ncols=len(METHODS), frameon=False, fontsize=8)
    title = textwrap.fill(_title(of), _TITLE_WIDTH)
    source = textwrap.fill(_clean(_source(of, study)), _SOURCE_WIDTH)
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=10, parse_math=False)
    figure.supxlabel(source, x=0.01, ha="left", size=7, parse_math=False)
    return figure


def _draw(of: Evaluated, axes: "Axes", head: str, measure: Measure) -> None:
    """A curve for each order; a point stands for a window, at the number it begins with."""
    windows = _counted(of)
    places = list(range(len(windows)))
    for name, (color, marker, style) in zip(METHODS, _STYLES, strict=True):
        shares = [measure(window.figures[name]) for window in windows]
        axes.plot(places, shares, color=color, marker=marker, linestyle=style, markersize=4)
    axes.set_xticks(places, [str(window.first) for window in windows])
    axes.set_yticks(_TICKS, [f"{round(100 * tick)} %" for tick in _TICKS])
    axes.set_ylim(0, 1.02)
    axes.margins(x=0.08)
    axes.set_title(head, size=8, loc="left")
    axes.set_xlabel(evaluation_wording(of.language).answers_axis, size=8)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)


def _counted(of: Evaluated) -> list[Window]:
    """The windows in which a known code was given at all."""
    return [each for each in of.found.windows if each.figures[METHODS[0]].codes]


def _told(of: Evaluated, measure: Measure) -> str:
    words = evaluation_wording(of.language)
    return "; ".join(
        f"{words.methods[name]} "
        + ", ".join(
            f"{window.first}: {_share(of, measure(window.figures[name]))}"
            for window in _counted(of)
        )
        for name in METHODS
    )


def _share(of: Evaluated, number: float) -> str:
    text = f"{number:.2f}"
    return text if of.language == "en" else text.replace(".", ",")


def _title(of: Evaluated) -> str:
    return _clean(evaluation_wording(of.language).title.format(text=of.text))


def _source(of: Evaluated, study: str) -> str:
    count = format_number(of.found.coded, of.language)
    source = evaluation_wording(of.language).source
    return source.format(study=study, question=of.question, n=count)


def _clean(text: str) -> str:
    return visible(encodable(one_line(text)))
