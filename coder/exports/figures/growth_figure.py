"""The growth of a code list as a figure: codes in use by answers coded, and new ones per 50."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from coder.exports.controls import encodable, one_line
from coder.exports.figures.saving import FigureTexts, drawing, figure_bytes, save_figure
from coder.growth_curve import BIN, LAST, Growth
from coder.results.growth_sentences import rule_sentences
from coder.results.growth_wording import growth_wording
from corpus.language import format_number
from corpus.problems import Problem
from corpus.visible import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCHES, _NARROW = (6.3, 4.4), (4.4, 4.4)
_CURVE, _BARS, _MARK = "#0072B2", "#BBBBBB", "#D55E00"
_TITLE_LETTERS, _SOURCE_LETTERS = 12, 17
"""How many stand on an inch."""

_MOST_VALUES, _MOST_EDGES = 14, 60


def growth_texts(growth: Growth, study: str, last: int = LAST) -> FigureTexts:
    """The title of the figure and what it shows, in words."""
    words = growth_wording(growth.language)
    shown, half, quarter = growth.cumulative, growth.answers // 2, growth.answers // 4
    picture = words.alternative.format(
        n=_number(growth, growth.answers),
        quarter=_number(growth, quarter),
        half=_number(growth, half),
        early=shown[quarter - 1] if quarter else 0,
        middle=shown[half - 1] if half else 0,
        codes=_number(growth, growth.codes),
    )
    said = [picture, *rule_sentences(growth, last), _source(growth, study)]
    return FigureTexts(_title(growth), " ".join(map(_clean, said)))


def write_growth_figure(
    growth: Growth, study: str, path: Path, form: str, last: int = LAST
) -> tuple[str, ...]:
    """Write the figure as png, svg or pdf; `study` is the title of the study.

    Raises a Problem when no code is in use.
    """
    if not growth.codes:
        raise Problem("There is nothing to draw: no code is in use.", "Code some answers first.")
    with drawing():
        figure = _drawn(growth, study, last, _INCHES)
        save_figure(figure, growth_texts(growth, study, last), path, form)
    return ()


def growth_svg(growth: Growth, study: str, last: int = LAST, narrow: bool = False) -> bytes:
    """The figure as SVG in memory, with letters as text; at least one code must be in use.

    `narrow`: for a telephone, where what is wide would be small.
    """
    with drawing(letters_as_text=True):
        figure = _drawn(growth, study, last, _NARROW if narrow else _INCHES)
        return figure_bytes(figure, growth_texts(growth, study, last), "svg")


def _drawn(growth: Growth, study: str, last: int, inches: tuple[float, float]) -> "Figure":
    from matplotlib.figure import Figure

    words = growth_wording(growth.language)
    figure = Figure(figsize=inches, layout="constrained")
    curve, bars = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    _draw_curve(growth, curve, last)
    _draw_bars(growth, bars)
    curve.set_ylabel(words.codes_axis)
    bars.set_ylabel(words.bins_axis.format(size=BIN))
    bars.set_xlabel(words.answers_axis)
    title = textwrap.fill(_title(growth), int(inches[0] * _TITLE_LETTERS))
    source = textwrap.fill(_clean(_source(growth, study)), int(inches[0] * _SOURCE_LETTERS))
    figure.suptitle(title, x=0.01, ha="left", weight="bold", size=10, parse_math=False)
    figure.supxlabel(source, x=0.01, ha="left", size=7, parse_math=False)
    return figure


def _draw_curve(growth: Growth, axes: "Axes", last: int) -> None:
    """Steps where codes came, the last of them marked with its answer."""
    places = [0] + [at for at, new in enumerate(growth.new, start=1) if new]
    heights = [0] + [growth.cumulative[place - 1] for place in places[1:]]
    axes.step(
        [*places, growth.answers], [*heights, growth.codes], where="post", color=_CURVE, linewidth=2
    )
    place = growth.saturation(last).last_new
    axes.plot([place], [growth.codes], marker="o", color=_MARK, markersize=6, clip_on=False)
    late = place > growth.answers / 2
    axes.annotate(
        growth_wording(growth.language).last_new.format(place=_number(growth, place)),
        (place, growth.codes),
        xytext=(-6 if late else 6, 7),
        textcoords="offset points",
        ha="right" if late else "left",
        size=8,
    )
    axes.set_ylim(0, growth.codes * 1.15 + 0.5)
    axes.locator_params(axis="y", integer=True)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)


def _draw_bars(growth: Growth, axes: "Axes") -> None:
    """New codes in each group of answers, with the number on top while there is room."""
    bins = growth.bins()
    drawn = axes.bar(
        [each.first - 1 for each in bins],
        [each.new for each in bins],
        width=[each.size for each in bins],
        align="edge",
        color=_BARS,
        edgecolor="black",
        linewidth=0.6 if len(bins) <= _MOST_EDGES else 0,
    )
    if len(bins) <= _MOST_VALUES:
        axes.bar_label(drawn, labels=[str(each.new) for each in bins], size=7, padding=1)
    axes.set_ylim(0, max(each.new for each in bins) * 1.35 + 0.5)
    axes.locator_params(axis="y", integer=True, nbins=3)
    axes.set_xlim(0, growth.answers)


def _title(growth: Growth) -> str:
    words = growth_wording(growth.language)
    form = words.title_coder if growth.coder else words.title
    return _clean(form.format(text=growth.text, coder=growth.coder))


def _source(growth: Growth, study: str) -> str:
    words = growth_wording(growth.language)
    source = words.source.format(
        study=study,
        questions=", ".join(growth.questions),
        n=_number(growth, growth.answers),
        answered=_number(growth, growth.answered),
    )
    imported = words.imported.format(imported=_number(growth, growth.imported))
    return f"{source} {imported}" if growth.imported else source


def _clean(text: str) -> str:
    return visible(encodable(one_line(text)))


def _number(growth: Growth, number: int) -> str:
    return format_number(number, growth.language)
