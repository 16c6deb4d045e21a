"""Answers labelled by hand: what must be hidden stands in [], what must stay in {}."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

Spans = Iterable[tuple[int, int, str]]


class Labelled(NamedTuple):
    """An answer without the brackets, and the characters that are to be hidden or to stay."""

    text: str
    hidden: list[tuple[int, int]]
    kept: list[tuple[int, int]]


def labelled(answer: str) -> Labelled:
    """An answer read with its brackets."""
    text, start = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"]": [], "}": []}
    for sign in answer:
        if sign in "[{":
            start = len(text)
        elif sign in "]}":
            spans[sign].append((start, len(text)))
        else:
            text += sign
    return Labelled(text, spans["]"], spans["}"])


def faults(answer: str, find: Callable[[str], Spans]) -> tuple[list[str], list[str]]:
    """What a finder leaves of what must be hidden, and touches of what must stay."""
    text, hidden, kept = labelled(answer)
    masked = {at for start, end, _ in find(text) for at in range(start, end)}
    seen = {at for at, sign in enumerate(text) if sign.isalnum()}
    left = [text[start:end] for start, end in hidden if seen & {*range(start, end)} - masked]
    return left, [text[start:end] for start, end in kept if masked.intersection(range(start, end))]
