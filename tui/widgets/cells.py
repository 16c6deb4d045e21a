"""Text from data in terminal cells: drawn as signs that cannot harm, cut and padded to a width."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from corpus.visible import REPLACEMENT, visible

ELLIPSIS = "…"
LINE_END = "↵"
CURSOR = "›"
"""What stands before the line of the cursor, so that it is not seen by its colour alone."""
TAB_WIDTH = 4

_UNSEEN = re.compile(
    "[\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_PILED = re.compile(f"([{_COMBINING}]{{4}})[{_COMBINING}]+")
_DRAWN = str.maketrans(
    {"\t": " " * TAB_WIDTH, "\n": "", "\u00ad": "-", "\u2028": LINE_END, "\u2029": LINE_END}
    | dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "")
)
_ONE_LINE = str.maketrans({"\t": " ", "\n": LINE_END})
_SIMPLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff]*")
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2070-\u209c"
    "\u2190-\u21b5\u2400-\u2426\u2500-\u25fc\ufffd]*"
)


class Piece(NamedTuple):
    """Text that is drawn in one style; `roles` are names of the widget's component classes."""

    text: str
    roles: tuple[str, ...] = ()


def is_simple(text: str) -> bool:
    """Whether every character is drawn as itself in one cell."""
    return _SIMPLE.fullmatch(text) is not None


def drawn(text: str) -> str:
    """What is drawn for a text: signs for what a terminal obeys or hides, four spaces for a tab.

    Newlines, variation selectors and accents that pile up give nothing. The cells of the whole are
    the sum of the cells of its characters, since nothing that joins characters is left.
    """
    if is_simple(text):
        return text
    seen = _UNSEEN.sub(REPLACEMENT, visible(text))
    return _PILED.sub(r"\1", seen).translate(_DRAWN)


def one_line(text: str) -> str:
    """The same on one line: `↵` for a newline, one space for a tab."""
    return text if is_simple(text) else drawn(text.translate(_ONE_LINE))


def cells(text: str) -> int:
    """How many cells a drawn text takes."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def cut(text: str, width: int) -> str:
    """A drawn text in at most `width` cells; what was cut off at the end is shown by `…`."""
    if cells(text) <= width:
        return text
    return _resized(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def cut_front(text: str, width: int) -> str:
    """A drawn text in at most `width` cells that keeps its end, as keys differ there."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    sizes = list(accumulate(map(cells, reversed(text))))
    kept = sum(size <= width - 1 for size in sizes)
    return ELLIPSIS + text[len(text) - kept :]


def left(text: str, width: int) -> str:
    """A drawn text in exactly `width` cells, at the left."""
    return _resized(cut(text, width), max(0, width))


def right(text: str, width: int) -> str:
    """A drawn text in exactly `width` cells, at the right."""
    short = cut(text, width)
    return " " * (width - cells(short)) + short


def fill(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """The pieces cut and padded to exactly `width` cells; empty ones are left out."""
    filled = []
    for text, roles in pieces:
        if width <= 0:
            break
        size = cells(text)
        kept = text if size <= width else _resized(text, width)
        width -= min(size, width)
        if kept:
            filled.append(Piece(kept, roles))
    return [*filled, Piece(" " * width)] if width > 0 else filled


def _resized(text: str, width: int) -> str:
    """The text cut or padded to a width; the half of a character of two cells becomes a space."""
    if _NARROW.fullmatch(text):
        return text[:width].ljust(width)
    return set_cell_size(text, width)
