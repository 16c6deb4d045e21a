"""Names to look for, found by their first word, however many there are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.privacy.hits import Category
from corpus.privacy.name_lists import is_ordinary
from corpus.privacy.own_names import Name
from corpus.privacy.words import Word

_WITHIN_NAME = re.compile(r"\.?\s{1,12}|\s?[-\u2010-\u2013]\s{0,12}|\.")
_APOSTROPHE = re.compile(r"['’](?![^\W_])")
_NO_GENITIVE_S = ("s", "x", "z")


class Source(StrEnum):
    """Where a name is known from; it is the layer of its hits."""

    OWN = "own names"
    STUDY = "names of the study"
    LIST = "lists of names"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name to look for: its words in lower case, and whether these may well be other words."""

    keys: tuple[str, ...]
    category: Category
    source: Source
    ordinary: bool


NameIndex = Mapping[str, tuple[KnownName, ...]]
"""Names by their first word in lower case (with genitive -s, too), those of most words first."""


def known(names: Iterable[Name], source: Source) -> dict[tuple[str, ...], KnownName]:
    """Names to look for, by their words."""
    return {
        name.keys: KnownName(name.keys, name.category, source, is_ordinary(" ".join(name.keys)))
        for name in names
    }


def index_of(names: Iterable[KnownName]) -> NameIndex:
    """The names arranged for looking up."""
    index: dict[str, list[KnownName]] = {}
    for name in names:
        index.setdefault(name.keys[0], []).append(name)
        if len(name.keys) == 1 and not name.keys[0].endswith(_NO_GENITIVE_S):
            index.setdefault(name.keys[0] + "s", []).append(name)
    return {key: tuple(sorted(rows, key=_most_words_first)) for key, rows in index.items()}


def end_of_match(name: KnownName, text: str, words: list[Word], position: int) -> int | None:
    """Where a name that begins with a word ends in the text, without its genitive; or None.

    The apostrophe of a name that takes no -s (`Os'`) belongs to the match.
    """
    last = position + len(name.keys) - 1
    if last >= len(words):
        return None
    for at, key in enumerate(name.keys[:-1], position):
        gap = text[words[at].end : words[at + 1].start]
        if words[at].key != key or not _WITHIN_NAME.fullmatch(gap):
            return None
    return _end_of_last(name.keys[-1], text, words[position], words[last])


def _end_of_last(key: str, text: str, first: Word, last: Word) -> int | None:
    takes_s = not key.endswith(_NO_GENITIVE_S)
    if last.key == key:
        return last.end + (not takes_s and _has_apostrophe(text, first.start, last.end))
    return last.end - 1 if takes_s and last.key == key + "s" else None


def _has_apostrophe(text: str, start: int, end: int) -> bool:
    is_quoted = start > 0 and text[start - 1] in "'’‘"
    return not is_quoted and _APOSTROPHE.match(text, end) is not None


def _most_words_first(name: KnownName) -> int:
    return -len(name.keys)
