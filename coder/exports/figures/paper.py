"""How big a figure is, how big its letters are, and the names of its rows."""

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coder.exports.figures.drawn import Drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ticker import Locator

_LETTERS_UNDER = 8
_MANY_LINES = 60
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


def look_of(drawn: Drawn, groups: int, narrow: bool = False) -> Look:
    """Smaller letters for long figures, a wider one for many groups; narrow ones for telephones."""
    width = _UPRIGHT if groups <= _MOST_UPRIGHT else _ACROSS
    if narrow:
        return Look(_NARROW, 0.155, 8.5, 8, 1.2)
    if drawn.lines > _MANY_LINES:
        return Look(width, 0.115, 7, 6.5, 1.2)
    return Look(width, 0.155, 8.5, 7.5, 1.2)


def whole_ticks(highest: int) -> "Locator":
    """Whole percents along an axis, at most seven."""
    from matplotlib.ticker import FixedLocator

    step = next(each for each in (1, 2, 5, 10, 20) if highest / each <= 6)
    return FixedLocator(list(range(0, highest + 1, step)))


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
