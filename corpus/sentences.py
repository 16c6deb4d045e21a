"""The sentences of an answer, as spaCy's rules for Norwegian see them and what those leave out."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.list_items import is_ordinal, list_markers
from corpus.spans import Span, trimmed

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST_TEXT = 100_000
_LONGEST_WORD = 40
_LONGEST_ORDINAL = len("31.")
_CLOSING, _OPENING = "\"'»«“”’)]", "\"'»«“”‘([-–—"

_LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_STOP = rf"[.!?…][{re.escape(_CLOSING)}]*"
_CAPITAL = rf"\s[{re.escape(_OPENING)}\s]*[A-ZÆØÅ]"
_LAST_STOP = re.compile(rf".*{_STOP}(?=\W*\Z)", re.DOTALL)
_STOP_BEFORE_CAPITAL = re.compile(rf"{_STOP}(?={_CAPITAL})")
_BEFORE_CAPITAL = re.compile(_CAPITAL)
_BEFORE_SMALL = re.compile(r"\s*+[a-zæøå]")
_STOP_BEFORE_SPACE = re.compile(rf"{_STOP}(?=\s)")
_COSTLY = re.compile(r"[^\w\s]{4,}|\S{80,}|[\ud800-\udfff]")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order, each without white space around it.

    They never overlap and hold every character that is no white space. Line breaks and the markers
    of lists begin a sentence; abbreviations, ordinals and dates end none. In a text of more than
    100,000 characters every full stop before white space counts. The first call imports spaCy.
    """
    markers = list(list_markers(text))
    after_markers = {marker.end for marker in markers}
    starts = {0, len(text), *(marker.start for marker in markers)}
    starts.update(found.end() for found in _LINE_BREAK.finditer(text))
    stops = {*_stops(text)} - after_markers
    starts.update(stop for stop in stops if not _goes_on(text, stop))
    pieces = (trimmed(text, *ends) for ends in pairwise(sorted(starts)))
    return tuple(piece for piece in pieces if piece)


def _stops(text: str) -> Iterator[int]:
    """Where sentences may end: after the full stop and the quotation marks closed with it."""
    if len(text) > _LONGEST_TEXT:
        yield from (found.end() for found in _STOP_BEFORE_SPACE.finditer(text))
        return
    for sentence in _splitter()(_COSTLY.sub(_cheaper, text)).sents:
        near = max(0, sentence.start_char - _LONGEST_WORD)
        stop = _LAST_STOP.match(text, near, sentence.start_char)
        yield stop.end() if stop else sentence.start_char
    yield from (found.end() for found in _STOP_BEFORE_CAPITAL.finditer(text))


def _goes_on(text: str, stop: int) -> bool:
    """Whether what seems to end here belongs to the middle of a sentence."""
    if text[stop - 1] in _CLOSING and _BEFORE_SMALL.match(text, stop):
        return True
    before = text[max(0, stop - _LONGEST_WORD) : stop].replace("/", " ").split()
    word = before[-1].strip(_CLOSING + _OPENING).casefold() if before else ""
    if not word.endswith("."):
        return False
    bare = word[:-1]
    if bare in _abbreviations()["rows"]:
        return not _BEFORE_CAPITAL.match(text, stop)
    if bare.isdigit():
        return len(word) <= _LONGEST_ORDINAL and is_ordinal(text, stop)
    return bare in _abbreviations()["inside"] or (len(bare) == 1 and bare.isalpha())


def _cheaper(found: re.Match[str]) -> str:
    """As many characters, but easy ones: rows of signs cost spaCy the cube of their length."""
    end = "".join(sign if sign.isprintable() else "x" for sign in found[0][-3:])
    return end.rjust(len(found[0]), "x" if end.isalnum() else " ")


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    lines = files("corpus").joinpath("abbreviations.txt").read_text("utf-8").splitlines()
    return {line.split()[0]: frozenset(line.split()[1:]) for line in lines if line[:1] != "#"}


@lru_cache(maxsize=1)
def _splitter() -> "Language":
    import spacy

    splitter = spacy.blank("nb")
    splitter.add_pipe("sentencizer")
    return splitter
