"""What a person types to find words: words, beginnings (`bolig*`), "whole phrases"; no syntax."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalise import normalise

_QUOTES = '"«»“”„'
_PIECE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?(\*?)|([^\s*{_QUOTES}]+)(\*?)")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN, _NOT_AFTER, _NOT_BEFORE = r"[\W_]+", r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other; of the last one only the beginning when `open_end`."""

    words: tuple[str, ...]
    open_end: bool = False


def read_query(text: str) -> tuple[Phrase, ...]:
    """What must be found, all of it; empty when there is no letter and no digit in the text.

    Everything but letters, digits, `*` and quotation marks only separates; a word with a sign in
    it (`e-post`) is a phrase, and a quotation mark may stay open.
    """
    phrases = []
    for quoted, star, bare, bare_star in _PIECE.findall(normalise(text)):
        words = tuple(_WORD.findall(quoted or bare))
        if words:
            open_end = bool(star or bare_star) or quoted.rstrip().endswith("*")
            phrases.append(Phrase(words, open_end))
    return tuple(phrases)


def match_expression(phrases: Sequence[Phrase]) -> str:
    """The same as an FTS5 expression (sqlite.org/fts5.html, 3); only letters and digits quoted."""
    return " AND ".join(
        f'"{" ".join(phrase.words)}"{" *" if phrase.open_end else ""}' for phrase in phrases
    )


def pattern(phrase: Phrase) -> re.Pattern[str]:
    """The same as a regular expression, which finds the places in a text too."""
    words = _BETWEEN.join(map(re.escape, phrase.words))
    end = "" if phrase.open_end else _NOT_BEFORE
    return re.compile(f"{_NOT_AFTER}{words}{end}", re.IGNORECASE)
