"""Answers put in order by their texts."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from coder.workbench.duplicates import exact_form
from corpus.language import alphabetical

Texts = Sequence[tuple[int, str]]
"""Answer ids with their texts."""

_ENOUGH = 16


def by_length(texts: Texts) -> list[int]:
    """The shortest first, counted in characters; the rest in the order of the file."""
    return [id_ for _, id_ in sorted((len(text), id_) for id_, text in texts)]


def with_duplicates_together(texts: Texts) -> list[int]:
    """Identical texts together, the largest group first; the rest in the order of the file."""
    forms = [(id_, exact_form(text)) for id_, text in sorted(texts)]
    sizes = Counter(form for _, form in forms)
    first = {form: id_ for id_, form in reversed(forms)}
    return [id_ for id_, form in sorted(forms, key=lambda f: (-sizes[f[1]], first[f[1]], f[0]))]


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
