"""Where the items of a list begin: `1. ...`, `2) ...`, `a) ...`, `- ...`, `• ...`.

Answers often come with their line breaks lost, so items are sought inside lines as well.
"""

import re
from collections.abc import Iterator

from corpus.spans import Span

_BULLET = re.compile(r"[•●▪◦‣∙■□►✓]")
_DASHED_LINE = re.compile(r"^[^\S\n]*(?P<dash>[-–—*])[^\S\n].*", re.MULTILINE)
_NUMBERED_LINE = re.compile(r"^[^\S\n]*(?P<marker>[0-9]{1,2}[.)])(?![0-9])", re.MULTILINE)
_MARKER = re.compile(
    r"(?<!\S)(?:(?P<number>[0-9]{1,2})(?P<sign>[.)])|(?P<letter>[a-z])\))(?![0-9])"
)
_NEAR = 80
_OPEN_BRACKET = re.compile(r"\([^()\n]*\Z")
_ORDINAL = re.compile(
    r"\s*+(?:og\b|eller\b|til\b|samt\b|[-–,]|jan|feb|mars\b|apr|mai\b|jun[iy]?\b|jul[iy]?\b|aug|sep"
    r"|okt|nov|des|klasse|trinn|årstrinn|linj|gang|plass|etasje|etg|kvartal|halvår|år\b|time"
    r"|avdeling|divisjon|prioritet)",
    re.IGNORECASE,
)


def list_markers(text: str) -> Iterator[Span]:
    """What items begin with, in no order; some may be given twice."""
    for found in _NUMBERED_LINE.finditer(text):
        yield Span(*found.span("marker"))
    for found in _BULLET.finditer(text):
        yield Span(*found.span())
    for line in _DASHED_LINE.finditer(text):
        further = re.compile(rf"(?<=\s){re.escape(line['dash'])}(?=\s++[A-ZÆØÅ])")
        for found in further.finditer(text, line.end("dash"), line.end()):
            yield Span(*found.span())
    yield from _counted(text)


def is_ordinal(text: str, end: int) -> bool:
    """Whether a number whose full stop ends here is read with what follows: `3. klasse`."""
    return _ORDINAL.match(text, end) is not None


def _counted(text: str) -> Iterator[Span]:
    """Markers that count from one, at least to two, wherever they stand."""
    rows: dict[str, list[Span]] = {}
    for found in _MARKER.finditer(text):
        style = found["sign"] or "letter"
        place = int(found["number"]) if found["number"] else ord(found["letter"]) - ord("a") + 1
        row = rows.get(style, [])
        if place == 1 and _may_begin(text, found):
            rows[style] = [Span(*found.span())]
        elif row and place == len(row) + 1 and _may_go_on(text, found):
            row.append(Span(*found.span()))
            yield from row if len(row) == 2 else row[-1:]


def _may_begin(text: str, found: re.Match[str]) -> bool:
    """A list with full stops begins after a sign or a line break, so that `del 1.` begins none."""
    before = text[max(0, found.start() - _NEAR) : found.start()].rstrip(" \t\u00a0")
    after_word = found["sign"] == "." and before[-1:].isalnum()
    return not after_word and _may_go_on(text, found)


def _may_go_on(text: str, found: re.Match[str]) -> bool:
    if found["sign"] == ".":
        return not is_ordinal(text, found.end())
    return not _OPEN_BRACKET.search(text, max(0, found.start() - _NEAR), found.start())
