"""Answers put in order by their texts."""

from itertools import groupby

from coder.workbench.texts import Texts
from corpus.language import alphabetical

_ENOUGH = 16


def by_alphabet(texts: Texts) -> list[int]:
    """In Norwegian order; identical texts in the order of the file.

    Most texts differ in their first words, so whole texts are compared only where these are equal.
    """
    beginnings = [_beginning(text) for _, text in texts]
    keys = [alphabetical(beginning)[0] for beginning in beginnings]
    cut = [
        len(key)
        for key, beginning, (_, text) in zip(keys, beginnings, texts, strict=True)
        if len(beginning) < len(text)
    ]
    known = min(cut, default=None)
    rows = sorted((key[:known], id_, text) for key, (id_, text) in zip(keys, texts, strict=True))
    ordered: list[int] = []
    for _, alike in groupby(rows, key=lambda row: row[0]):
        same_beginning = [(id_, text) for _, id_, text in alike]
        if len(same_beginning) > 1:
            same_beginning.sort(key=lambda row: (alphabetical(row[1]), row[0]))
        ordered += [id_ for id_, _ in same_beginning]
    return ordered


def _beginning(text: str) -> str:
    """The text up to a space, because a letter's place may depend on the letter after it."""
    end = text.find(" ", _ENOUGH)
    return text if end < 0 else text[:end]
