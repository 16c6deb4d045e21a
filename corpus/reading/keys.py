"""The keys of questions, taken from their headers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.reading.plan import Column, Role


def first_word_key(header: str) -> str:
    """The key a header begins with (`k7.3`), or "" when its first word holds no digit."""
    word = next(iter(header.split()), "").rstrip(".:")
    return word if any(sign.isdecimal() for sign in word) else ""


def question_names(headers: Sequence[str]) -> list[tuple[str, str]]:
    """The key and the text of every question, from their headers.

    The key is the header's first word when it holds a digit and no other question has it, else
    `q1`, `q2`, ...; the text is the rest, or the whole header when nothing is left.
    """
    found = [first_word_key(header) for header in headers]
    counts = Counter(key.casefold() for key in found)
    taken = set(counts)
    names = []
    number = 0
    for header, key in zip(headers, found, strict=True):
        if key and counts[key.casefold()] == 1:
            rest = header.strip()[len(header.split()[0]) :].strip()
            names.append((key, rest or header.strip()))
            continue
        number += 1
        while f"q{number}" in taken:
            number += 1
        names.append((f"q{number}", header.strip()))
    return names


def with_keys(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The same columns with key and text set for the questions, and for no other column."""
    asked = [column for column in columns if column.role is Role.QUESTION]
    names = iter(question_names([column.header for column in asked]))
    keyed = []
    for column in columns:
        key, text = next(names) if column.role is Role.QUESTION else ("", "")
        keyed.append(replace(column, key=key, text=text))
    return tuple(keyed)
