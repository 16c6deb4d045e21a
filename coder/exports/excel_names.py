"""Names of sheets that every spreadsheet program accepts."""

import re
from collections.abc import Sequence

from coder.exports.controls import holdable, one_line

_MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = {"history"}


def sheet_names(wanted: Sequence[str], otherwise: str) -> tuple[str, ...]:
    """Names like the wanted ones: at most 31 UTF-16 units, nothing forbidden, no two alike.

    Names that differ in case only count as alike; `otherwise` stands in for an empty name.
    """
    taken = set(_RESERVED)
    names = []
    for text in wanted:
        name = _unlike(_safe(text) or otherwise, taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _safe(text: str) -> str:
    return _cut(one_line(_FORBIDDEN.sub(" ", holdable(text))).strip(" '"), _MOST)


def _unlike(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        ending = f" ({number})"
        candidate = _cut(name, _MOST - len(ending)) + ending
    return candidate


def _cut(text: str, units: int) -> str:
    while len(text.encode("utf-16-le", errors="replace")) > 2 * units:
        text = text[:-1]
    return text.strip(" '")
