"""The names of codes as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy
from numpy import float32, intp
from numpy.typing import NDArray
from scipy.sparse import csr_array

from coder.suggest.ranker.pieces import Pieces
from coder.suggest.vectors.table import WordVectors, unit

_ENOUGH_NAMES = 3
"""From so many names on, names are seen from their own middle."""

Floats = NDArray[float32]


@dataclass(frozen=True)
class Names:
    """The names of codes, in the order of the codes.

    `said` are their words, `pieces` (codes x pieces) their pieces, `meanings` (codes x dimensions)
    where they point as a whole. `directions` (all words x dimensions) is where each of their words
    points, `shares` how much it counts in its name, `owners` the code it belongs to.
    """

    said: tuple[tuple[str, ...], ...]
    pieces: csr_array
    meanings: Floats
    directions: Floats
    shares: Floats
    owners: NDArray[intp]


def names_as_numbers(
    said: Sequence[Sequence[str]],
    pieces: Pieces,
    vectors: WordVectors | None,
    raw: Floats,
    middle: Floats,
) -> Names:
    """Names by their words; `raw` (names x dimensions) is not yet seen from any middle."""
    flat = list(chain.from_iterable(said))
    owners = numpy.repeat(numpy.arange(len(said)), [len(words) for words in said]).astype(intp)
    directions = vectors.directions(flat) if vectors else numpy.zeros((len(flat), 0), float32)
    weights = vectors.importance(flat) if vectors else numpy.zeros(len(flat), float32)
    sums = numpy.bincount(owners, weights, len(said)).astype(float32)
    shares = (weights / numpy.maximum(sums[owners], 1e-6)).astype(float32)
    middle = raw.mean(axis=0) if len(said) >= _ENOUGH_NAMES else middle
    meanings = unit(raw - middle) * (numpy.abs(raw).max(axis=1, initial=0) > 0)[:, numpy.newaxis]
    by_pieces = pieces.of_words(said)
    return Names(tuple(map(tuple, said)), by_pieces, meanings, directions, shares, owners)
