"""How big a figure is, how big its letters are, and the names of its rows."""

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#1A1A1A"
LETTER_INCHES, LINE_INCHES = 0.0088, 0.0165
"""How wide a letter and how high a line is, for each point of their size."""

_LETTERS_UNDER = 8
_NARROW, _UPRIGHT, _ACROSS = 4.4, 6.3, 9.3
_MOST_UPRIGHT = 4


@dataclass(frozen=True)
class Look:
    """Sizes in points, `width` and `line` in inches, `bar` in lines."""

    width: float
    line: float
    names: float
    small: float
    bar: float

    def label(self, text: str) -> str:
        """A text under an axis, in lines that the figure holds."""
        return textwrap.fill(text, int(self.width * _LETTERS_UNDER))

    def width_beside_names(self, drawn: Drawn) -> float:
        """About how many inches are left beside the names of the rows."""
        longest = max(len(line) for row in drawn.rows for line in row.name)
        return max(self.width - longest * self.names * LETTER_INCHES, self.width / 3)


def look_of(drawn: Drawn, groups: int, narrow: bool = False) -> Look:
    """Smaller letters for long figures, a wider one for many groups; narrow ones for telephones."""
    width = _UPRIGHT if groups <= _MOST_UPRIGHT else _ACROSS
    if narrow:
        return Look(_NARROW, 0.155, 8.5, 8, 1.2)
    if drawn.dense:
        return Look(width, 0.105, 7, 6.5, 0.95)
    return Look(width, 0.155, 8.5, 7.5, 1.2)


def percents_across(axes: "Axes", highest: int, text: str, look: Look) -> None:
    """Whole percents along the lower axis, at most seven, and what they are of."""
    from matplotlib.ticker import FixedLocator

    step = next(each for each in (1, 2, 5, 10, 20) if highest / each <= 6)
    axes.xaxis.set_major_locator(FixedLocator(list(range(0, highest + 1, step))))
    axes.tick_params(axis="x", labelsize=look.small)
    axes.set_xlabel(look.label(text), size=look.small)


def number_at(
    axes: "Axes",
    place: tuple[float, float],
    text: str,
    look: Look,
    color: str = INK,
    on_white: bool = False,
) -> None:
    """A number, or its sign, centred at a place; on white where there are stripes under it."""
    axes.text(
        *place,
        text,
        ha="center",
        va="center",
        size=look.small,
        color=color,
        bbox={"facecolor": "#FFFFFF", "edgecolor": "none", "pad": 1} if on_white else None,
        in_layout=False,
    )


def names_down(axes: "Axes", drawn: Drawn, look: Look) -> None:
    """The names of the rows at the left, the first at the top."""
    axes.set_yticks(
        [row.middle for row in drawn.rows],
        ["\n".join(row.name) for row in drawn.rows],
        size=look.names,
        parse_math=False,
    )
    axes.set_ylim(drawn.lines, 0)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
