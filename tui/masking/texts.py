"""An answer and its masked wording as they are drawn: what was found in them stands out."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from textual.content import Content

from coder.quoting.wording import PieceKind, Wording
from tui.widgets.cells import cells, drawn

_LONGEST = 20_000
_PIECES = {
    PieceKind.KEPT: "",
    PieceKind.MASKED: "bold $text-accent",
    PieceKind.CUT: "bold $text-warning",
}


class Shown(NamedTuple):
    """Characters start to end (half open) in a style; the last one given is on top."""

    start: int
    end: int
    style: str


def with_styles(text: str, spans: Iterable[Shown]) -> Content:
    """A text from data with some of its characters in other styles."""
    text = text[:_LONGEST]
    known = [each for each in spans if each.start < each.end]
    edges = {0, len(text), *(each.start for each in known), *(each.end for each in known)}
    borders = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces = [
        _styled(text[start:end], [each.style for each in known if _covers(each, start, end)])
        for start, end in pairwise(borders)
    ]
    return Content("").join(pieces)


def lines_of(text: str, width: int) -> int:
    """About how many lines a text fills before its last one, at this width."""
    *whole, last = text[:_LONGEST].split("\n")
    return sum(1 + cells(drawn(line)) // width for line in whole) + cells(drawn(last)) // width


def wording_content(wording: Wording) -> Content:
    """What is printed, masks and cuts in colour."""
    if wording.paraphrase:
        return Content(_lines_of(wording.text[:_LONGEST]))
    return Content("").join(
        _styled(each.text[:_LONGEST], [_PIECES[each.kind]]) for each in wording.pieces
    )


def _covers(span: Shown, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end


def _styled(text: str, styles: Sequence[str]) -> Content:
    style = styles[-1] if styles else ""
    return Content.styled(_lines_of(text), style) if style else Content(_lines_of(text))


def _lines_of(text: str) -> str:
    return "\n".join(map(drawn, text.split("\n")))
