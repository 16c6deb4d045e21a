"""The codes of an answer as a few lines of text; pure."""

from collections.abc import Iterable, Sequence

from tui.widgets.cells import cells, cut, one_line
from tui.widgets.fitting import SEPARATOR

BETWEEN = " · "


def code_lines(
    paths: Sequence[Sequence[str]], marks: Sequence[str], width: int, height: int
) -> list[str]:
    """Codes by their paths, then other marks, in at most `height` lines of `width` cells.

    Whole paths where there is room, else the last names; what still has no room is counted.
    """
    whole = [SEPARATOR.join(map(one_line, path)) for path in paths]
    short = [one_line(path[-1]) for path in paths if path]
    for names in (whole, short):
        lines = list(_filled([*names, *marks], width))
        if len(lines) <= height:
            return lines
    items = [*short, *marks]
    for kept in range(len(items) - 1, 0, -1):
        lines = list(_filled([*items[:kept], f"+{len(items) - kept}"], width))
        if len(lines) <= height:
            return lines
    return [cut(f"+{len(items)}", width)][:height]


def _filled(items: Iterable[str], width: int) -> Iterable[str]:
    """The items one after the other, none broken over two lines."""
    line = ""
    for item in items:
        longer = f"{line}{BETWEEN}{item}" if line else item
        if cells(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = cut(item, max(1, width))
    if line:
        yield line
