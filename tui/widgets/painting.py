"""Pieces of text become lines of a widget, in the styles of its component classes."""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.cells import Piece, fill


def paint(
    widget: Widget, pieces: Iterable[Piece], width: int, line: str, plain: bool = False
) -> Strip:
    """A line of exactly `width` cells.

    `line` names the component class that gives the background and ground style of the whole line;
    `plain` leaves the colours of the pieces out, as on a cursor line, whose own must stay readable.
    """
    style_of = widget.get_component_rich_style
    ground = style_of(line)
    segments = [
        Segment(text, _mixed(ground, tuple(map(style_of, roles)), plain) if roles else ground)
        for text, roles in fill(pieces, width)
    ]
    return Strip(segments, width)


@lru_cache(512)
def _mixed(ground: Style, inks: tuple[Style, ...], plain: bool) -> Style:
    return sum((_without_ground(ink, plain) for ink in inks), ground)


def _without_ground(style: Style, plain: bool) -> Style:
    return Style(
        color=None if plain else style.color,
        bold=style.bold or None,
        dim=style.dim or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
        strike=style.strike or None,
    )
