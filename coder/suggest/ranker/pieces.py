"""TF-IDF over pieces of words: texts as rows of length 1 (char_wb, 3 to 5 characters)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy import float32
from numpy.typing import NDArray
from scipy.sparse import csr_array

from coder.suggest.ranker.texts import pieces_of

_CHUNK = 2_000


@dataclass(frozen=True)
class Pieces:
    """Words by their pieces, and how rare each piece is among the answers."""

    numbers: Mapping[str, int]
    in_words: csr_array
    rare: NDArray[float32]

    def of_texts(self, words: csr_array) -> csr_array:
        """Texts x words become texts x pieces, weighed."""
        return _weighed(csr_array(words @ self.in_words), self.rare)

    def of_words(self, texts: Sequence[Sequence[str]]) -> csr_array:
        """The same for texts that are no answers; pieces that no answer has are passed over."""
        counted = [
            [
                self.numbers[piece]
                for word in words
                for piece in pieces_of(word)
                if piece in self.numbers
            ]
            for words in texts
        ]
        return _weighed(counted_rows(counted, len(self.numbers)), self.rare)


def fit_pieces(words: csr_array, vocabulary: Sequence[str]) -> Pieces:
    """Weigh pieces by how few texts have them; `words` counts texts x words."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    counted = [[numbers[piece] for piece in pieces_of(word)] for word in vocabulary]
    in_words = counted_rows(counted, len(numbers))
    having = numpy.zeros(len(numbers))
    for at in range(0, words.shape[0], _CHUNK):
        there = csr_array(words[at : at + _CHUNK] @ in_words).indices
        having += numpy.bincount(there, minlength=len(numbers))
    rare = numpy.log((1 + words.shape[0]) / (1 + having)) + 1
    return Pieces(dict(numbers), in_words, rare.astype(float32))


def counted_rows(rows: Sequence[Sequence[int]], columns: int) -> csr_array:
    """How often each number stands in each row: rows x columns."""
    ends = numpy.zeros(len(rows) + 1, numpy.int32)
    numpy.cumsum([len(row) for row in rows], out=ends[1:])
    cells = numpy.fromiter((number for row in rows for number in row), numpy.int32, ends[-1])
    made = csr_array((numpy.ones(len(cells), float32), cells, ends), (len(rows), columns))
    made.sum_duplicates()
    return made


def _weighed(counted: csr_array, rare: NDArray[float32]) -> csr_array:
    counted.data = (1 + numpy.log(counted.data)) * rare[counted.indices]
    lengths = numpy.sqrt(numpy.asarray(counted.power(2).sum(axis=1)).ravel())
    repeated = numpy.repeat(numpy.maximum(lengths, 1e-9), numpy.diff(counted.indptr))
    counted.data = (counted.data / repeated).astype(float32)
    return counted
