"""Paths of codes in little room; pure."""

from collections.abc import Sequence

from tui.widgets.cells import cells, cut, one_line

SEPARATOR = " / "


def fitted_path(names: Sequence[str], width: int) -> str:
    """`Theme / Code` in at most `width` cells; the last name keeps its room, themes give way."""
    *themes, last = map(one_line, names or ("",))
    whole = SEPARATOR.join([*themes, last])
    if cells(whole) <= width or not themes:
        return cut(whole, width)
    room = width - cells(last) - len(SEPARATOR)
    if room < 2:
        return cut(last, width)
    return cut(SEPARATOR.join(themes), room) + SEPARATOR + last
