"""What the recogniser sees in a word by itself: its form, beginning, endings, shape, vector."""

import re
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

COLUMNS = 6
"""Numbers that stand for a word: form, first three, last three, last five letters, shape, row."""

_RUN = re.compile(r"(.)\1{3,}")
_DIGIT = re.compile(r"\d")
_MOST_KNOWN = 100_000

Rows = NDArray[np.uint64]


class WordFeatures:
    """The numbers of words; those of a word met before are not worked out again.

    `vector_rows` gives the row of the table of vectors for a word in lower case; row 0 is for
    words that have none.
    """

    def __init__(self, vector_rows: Mapping[str, int]) -> None:
        self._vector_rows = vector_rows
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, words: Iterable[str]) -> Rows:
        """A row of six numbers for each word, in order."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        return np.array([self._row(word) for word in words], dtype=np.uint64).reshape(-1, COLUMNS)

    def _row(self, word: str) -> tuple[int, ...]:
        row = self._known.get(word)
        if row is None:
            row = self._known[word] = self._work_out(word)
        return row

    def _work_out(self, word: str) -> tuple[int, ...]:
        form = _DIGIT.sub("0", word.lower())
        parts = (form, form[:3], form[-3:], form[-5:], shape(word))
        return *(get_string_id(part) for part in parts), self._vector_row(word.lower())

    def _vector_row(self, form: str) -> int:
        bare = form.strip(".'’-")
        row = self._vector_rows.get(bare, 0)
        if not row and bare.endswith("s"):
            row = self._vector_rows.get(bare[:-1], 0)
        return row


def shape(word: str) -> str:
    """`Oslo` is `Xxxx`, `NAV` is `XXX`, `123-4` is `ddd-d`; runs are cut after three."""
    signs = (
        "d" if sign.isdigit() else "X" if sign.isupper() else "x" if sign.isalpha() else sign
        for sign in word
    )
    return _RUN.sub(r"\1\1\1", "".join(signs))
