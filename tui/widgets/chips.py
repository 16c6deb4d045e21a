"""The codes of an answer as short chips in a given width; pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.widgets.cells import cells, cut, one_line

SHORTEST = 6
REST = 4
UNKNOWN = "?"


class Chip(NamedTuple):
    """How a code is shown in little room: a short name and a symbol of one cell."""

    name: str
    symbol: str


def chips_in(codes: Sequence[int], chips: Mapping[int, Chip], width: int, names: bool) -> str:
    """The codes in at most `width` cells: `■Bolig ●Økonomi`, or `■●` without names.

    Long names are cut evenly; what still does not fit is shown by its symbols, then counted.
    """
    if not codes:
        return ""
    shown = [chips.get(code) or Chip(UNKNOWN, UNKNOWN) for code in codes]
    return _named(shown, width) if names else _symbols(shown, width)


def _symbols(chips: Sequence[Chip], width: int) -> str:
    text = "".join(_symbol(chip) for chip in chips)
    if cells(text) <= width:
        return text
    for fitting in range(len(chips) - 1, 0, -1):
        text = "".join(_symbol(chip) for chip in chips[:fitting]) + f"+{len(chips) - fitting}"
        if cells(text) <= width:
            return text
    return cut(f"+{len(chips)}", width)


def _named(chips: Sequence[Chip], width: int) -> str:
    labels = [_symbol(chip) + one_line(chip.name) for chip in chips]
    for fitting in range(len(labels), 0, -1):
        rest = f" {_symbols(chips[fitting:], REST)}" if fitting < len(labels) else ""
        room = width - cells(rest) - (fitting - 1)
        most = _evenly([cells(label) for label in labels[:fitting]], room)
        if most >= min(SHORTEST, room) or fitting == 1:
            return cut(" ".join(cut(label, most) for label in labels[:fitting]) + rest, width)
    return ""


def _evenly(lengths: Sequence[int], room: int) -> int:
    """The greatest length at which all lengths, none longer than it, fit the room together."""
    left, most = room, 0
    for at, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - at)
        if length > share:
            return max(share, 0)
        left, most = left - length, length
    return most


def _symbol(chip: Chip) -> str:
    return cut(one_line(chip.symbol), 1) or UNKNOWN
