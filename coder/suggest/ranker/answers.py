"""The answers of a question as numbers: words, pieces of words, directions of meaning.

A text is kept as its words and a word as its pieces; rows are only made for the answers that are
asked for, so that 100,000 answers need little memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy
from numpy import float32, intp
from numpy.typing import NDArray
from scipy.sparse import csr_array

from coder.suggest.ranker.names import Floats, Names, names_as_numbers
from coder.suggest.ranker.pieces import counted_rows, fit_pieces
from coder.suggest.ranker.texts import words_of, words_of_name
from coder.suggest.vectors.table import WordVectors, unit

Rows = NDArray[intp]

_NEIGHBOURS, _SHARE_OF_NEIGHBOURS, _MOST_NEIGHBOURS = 10, 0.5, 2_000
"""Half of an answer's meaning is that of the ten most like it, among so many spread over all."""

_CHUNK = 1_000
"""How many answers are made into rows at once when all are needed."""


class Answers:
    """All answers of a question, coded or not; they do not change."""

    def __init__(
        self,
        texts: Iterable[tuple[int, str]],
        vectors: WordVectors | None = None,
        encoded: Mapping[int, Floats] | None = None,
        told: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Take in ids with their texts.

        `vectors` are words' vectors. `encoded` are vectors of whole answers from a sentence
        encoder: one for every id, all of one length; they take the place of sums of words. `told`
        is told now and then how much is done (0 to 1); what it raises ends the work.
        """
        self.ids: list[int] = []
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__
        said: list[list[int]] = []
        for id_, text in texts:
            self.ids.append(id_)
            said.append([numbers[word] for word in words_of(text)])
        told(0.3)
        self.rows = {id_: at for at, id_ in enumerate(self.ids)}
        self.vocabulary = tuple(numbers)
        self.words = counted_rows(said, len(numbers))
        self.spread = numpy.bincount(self.words.indices, minlength=len(numbers))
        told(0.4)
        self._pieces = fit_pieces(self.words, self.vocabulary)
        told(0.7)
        self._vectors = vectors
        self._sums = vectors.weighed(self.vocabulary) if vectors and encoded is None else None
        self._encoded = _stacked(encoded, self.ids) if encoded is not None else None
        told(0.8)
        self._middle = self._mean()
        told(0.9)
        size = min(len(self.ids), _MOST_NEIGHBOURS)
        self._spread_out = numpy.linspace(0, max(0, len(self.ids) - 1), size).astype(intp)
        self._near_pieces = csr_array(self.pieces(self._spread_out).T)
        self._near_meanings = self._own_meanings(self._spread_out)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def kind(self) -> str:
        """What answers are compared by: `pieces` alone, or `words` or `encoder` vectors as well."""
        if self._encoded is not None:
            return "encoder"
        return "words" if self._vectors else "pieces"

    def chunks(self) -> Iterator[Rows]:
        """The numbers of all rows, some at a time."""
        for at in range(0, len(self), _CHUNK):
            yield numpy.arange(at, min(at + _CHUNK, len(self)))

    def pieces(self, rows: Rows) -> csr_array:
        """Answers x pieces, weighed by TF-IDF, of length 1."""
        return self._pieces.of_texts(self.words[rows])

    def meanings(self, rows: Rows) -> Floats:
        """Answers x dimensions, seen from the middle of all answers; of length 1 or zeros.

        Each answer is drawn towards those most like it, coded or not.
        """
        own = self._own_meanings(rows)
        if not own.size or len(self._spread_out) <= _NEIGHBOURS:
            return own
        alike = (self.pieces(rows) @ self._near_pieces).toarray() + own @ self._near_meanings.T
        alike[rows[:, numpy.newaxis] == self._spread_out] = 0
        least = numpy.partition(alike, -_NEIGHBOURS, axis=1)[:, -_NEIGHBOURS, numpy.newaxis]
        weights = numpy.where(alike >= numpy.maximum(least, 0), alike, 0)
        weights /= numpy.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
        drawn = weights.astype(float32) @ self._near_meanings
        return unit((1 - _SHARE_OF_NEIGHBOURS) * own + _SHARE_OF_NEIGHBOURS * drawn)

    def _own_meanings(self, rows: Rows) -> Floats:
        raw = self._raw(rows)
        heard = numpy.abs(raw).max(axis=1, initial=0) > 0
        seen: Floats = unit(raw - self._middle) * heard[:, numpy.newaxis]
        return seen

    def nearest_words(self, rows: Rows, names: Names) -> Floats:
        """How near the nearest word of an answer comes to the words of each name: answers x codes.

        It is the mean over the words of the name, by their weight; 0 when nothing is known.
        """
        near = numpy.zeros((len(rows), len(names.said)), float32)
        part = csr_array(self.words[rows])
        if not (self._vectors and len(names.owners) and part.nnz):
            return near
        used, places = numpy.unique(part.indices, return_inverse=True)
        alike = self._vectors.directions([self.vocabulary[at] for at in used]) @ names.directions.T
        filled = numpy.flatnonzero(numpy.diff(part.indptr))
        best = numpy.maximum.reduceat(alike[places], part.indptr[filled], axis=0) * names.shares
        for place, owner in enumerate(names.owners):
            near[filled, owner] += best[:, place]
        return near

    def names(self, texts: Sequence[str], encoded: Sequence[Floats | None] = ()) -> Names:
        """Names of codes as numbers; `encoded` are their vectors from the sentence encoder."""
        said = [words_of_name(text) for text in texts]
        raw = numpy.zeros((len(said), len(self._middle)), float32)
        for at, words in enumerate(said):
            if self._encoded is None and self._vectors:
                raw[at] = self._vectors.weighed(words).sum(axis=0)
            elif at < len(encoded) and (vector := encoded[at]) is not None:
                raw[at] = vector
        return names_as_numbers(said, self._pieces, self._vectors, unit(raw), self._middle)

    def _raw(self, rows: Rows) -> Floats:
        if self._encoded is not None:
            return self._encoded[rows]
        if self._sums is None:
            return numpy.zeros((len(rows), 0), float32)
        return unit(self.words[rows] @ self._sums)

    def _mean(self) -> Floats:
        sums = [self._raw(rows).sum(axis=0) for rows in self.chunks()]
        sums.append(self._raw(numpy.zeros(0, intp)).sum(axis=0))
        mean: Floats = numpy.stack(sums).sum(axis=0) / float32(max(1, len(self)))
        return mean


def _stacked(encoded: Mapping[int, Floats], ids: Sequence[int]) -> Floats:
    if not ids:
        return numpy.zeros((0, 0), float32)
    return unit(numpy.stack([encoded[id_] for id_ in ids]).astype(float32))
