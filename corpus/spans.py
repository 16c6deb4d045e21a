"""Pieces of a text as half-open character ranges, and how they grow and shrink by a word.

A word is here what stands between white space, its signs included.
"""

import re
from typing import NamedTuple

_NEXT_WORD = re.compile(r"\s*+\S++")


class Span(NamedTuple):
    """Characters `start` to `end` (not included) of a text."""

    start: int
    end: int


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span of these characters without white space at its ends; None when no other is there."""
    piece = text[start:end].lstrip()
    return Span(end - len(piece), end - len(piece) + len(piece.rstrip())) if piece else None


def grow_right(text: str, span: Span) -> Span:
    """The span with the next word, or with the rest of the one it ends in; itself at the end."""
    found = _NEXT_WORD.match(text, span.end)
    return Span(span.start, found.end()) if found else span


def grow_left(text: str, span: Span) -> Span:
    """The span with the word before, or all of the one it begins in; itself at the beginning."""
    before = text[: span.start].rstrip()
    words = before.rsplit(None, 1)
    return Span(len(before) - len(words[-1]), span.end) if words else span


def shrink_right(text: str, span: Span) -> Span:
    """The span without its last word; itself when it has no other."""
    words = text[span.start : span.end].rsplit(None, 1)
    return Span(span.start, span.start + len(words[0])) if len(words) > 1 else span


def shrink_left(text: str, span: Span) -> Span:
    """The span without its first word; itself when it has no other."""
    words = text[span.start : span.end].split(None, 1)
    return Span(span.end - len(words[1]), span.end) if len(words) > 1 else span
