"""The table of word vectors: read once, asked for words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import IO

import numpy
from numpy import float32
from numpy.typing import NDArray

from coder.suggest.vectors.compounds import parts_of

_SHIPPED = "words.npz"


@dataclass(frozen=True)
class WordVectors:
    """Known words with their vectors.

    `numbers` are the rows of the words, commonest first; `vectors` (words x dimensions) are whole
    numbers from -127 to 127 times `scales`; `weights` are a / (a + frequency) (Arora et al. 2017):
    how much a word counts in the mean of a text.
    """

    numbers: Mapping[str, int]
    vectors: NDArray[float32]
    weights: NDArray[float32]

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self.vectors.shape[1])

    def weighed(self, words: Sequence[str]) -> NDArray[float32]:
        """What each word adds to the sum of a text: words x dimensions, zeros when unknown."""
        return self._summed(words, self._weighed)

    def directions(self, words: Sequence[str]) -> NDArray[float32]:
        """Where each word points, as seen from the middle of all: words x dimensions, length 1.

        An unknown word points nowhere: zeros.
        """
        return unit(self._summed(words, self._centred))

    def importance(self, words: Sequence[str]) -> NDArray[float32]:
        """The weight of each word: rare ones up to 1, unknown ones 0."""
        found = numpy.zeros(len(words), numpy.float32)
        for at, word in enumerate(words):
            parts = self._places(word)
            found[at] = max((self.weights[part] for part in parts), default=0)
        return found

    @cached_property
    def _weighed(self) -> NDArray[float32]:
        return self.vectors * self.weights[:, numpy.newaxis]

    @cached_property
    def _centred(self) -> NDArray[float32]:
        return unit(self.vectors - self.vectors.mean(axis=0))

    def _places(self, word: str) -> list[int]:
        return [self.numbers[part] for part in parts_of(word, self.numbers)]

    def _summed(self, words: Sequence[str], rows: NDArray[float32]) -> NDArray[float32]:
        summed = numpy.zeros((len(words), self.dimensions), numpy.float32)
        for at, word in enumerate(words):
            if parts := self._places(word):
                summed[at] = rows[parts].sum(axis=0) / numpy.sqrt(numpy.float32(len(parts)))
        return summed


def read_vectors(file: IO[bytes]) -> WordVectors:
    """A table as `scripts/distil_vectors.py` writes it."""
    with numpy.load(file) as stored:
        words = stored["words"].tobytes().decode().split("\n")
        scales = stored["scales"].astype(numpy.float32)
        vectors = stored["vectors"].astype(numpy.float32) * scales[:, numpy.newaxis]
        weights = stored["weights"].astype(numpy.float32)
    return WordVectors({word: at for at, word in enumerate(words)}, vectors, weights)


def shipped_vectors() -> WordVectors:
    """The table that comes with the program: Bokmål, Nynorsk and English; takes some 0.2 s."""
    with files(__package__).joinpath(_SHIPPED).open("rb") as file:
        return read_vectors(file)


def unit(rows: NDArray[float32]) -> NDArray[float32]:
    """Rows brought to length 1; what is as good as nothing becomes zeros."""
    lengths = numpy.sqrt(numpy.einsum("ij,ij->i", rows, rows))
    return numpy.where(lengths > 1e-6, 1 / numpy.maximum(lengths, 1e-6), 0)[:, None] * rows
