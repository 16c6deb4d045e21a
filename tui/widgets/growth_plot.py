"""A curve that rises in steps, with its last step marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual_plotext import PlotextPlot

_LINE, _MARK = "braille", "●"
_LOW = 8


@dataclass(frozen=True)
class Steps:
    """Where the curve rises (`places`, from 1) and to what; it ends at `end`."""

    places: Sequence[int]
    heights: Sequence[int]
    end: int
    across: str
    upward: str


class GrowthPlot(PlotextPlot):
    """Draws the curve for the room there is."""

    ALLOW_SELECT = False

    def show(self, steps: Steps) -> None:
        """Draw this curve; one without steps is an empty frame."""
        plot = self.plt
        plot.clear_figure()
        if steps.places:
            xs, ys = _corners(steps)
            plot.plot(xs, ys, marker=_LINE, color="blue+")
            plot.scatter([steps.places[-1]], [steps.heights[-1]], marker=_MARK, color="orange+")
        top = max(steps.heights, default=1)
        plot.xlim(0, max(1, steps.end))
        plot.ylim(0, top)
        plot.yticks(_ticks(top, 4 if self.size.height >= 2 * _LOW else 1))
        plot.xticks(_ticks(max(1, steps.end), 5 if self.size.width >= 10 * _LOW else 2))
        if self.size.height >= _LOW:
            plot.xlabel(f"{steps.across}  ({_MARK} {steps.upward})")
        self.refresh()


def _corners(steps: Steps) -> tuple[list[int], list[int]]:
    """The points of the line: up at each place, level between them."""
    xs, ys, before = [0], [0], 0
    for place, height in zip(steps.places, steps.heights, strict=True):
        xs += [place, place]
        ys += [before, height]
        before = height
    return [*xs, steps.end], [*ys, before]


def _ticks(top: int, parts: int) -> list[float]:
    """From 0 to the top in so many parts, whole numbers."""
    return sorted({round(top * part / parts) for part in range(parts + 1)})
