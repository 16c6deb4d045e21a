"""The words that tell some answers from the others."""

import numpy
from numpy import float64
from numpy.typing import NDArray

from coder.suggest.alike_words import begin_alike
from coder.suggest.common_words import COMMON_WORDS
from coder.suggest.ranker.answers import Answers, Rows

MOST_WORDS = 5

_SHORTEST_WORD, _PRIOR = 3, 2


class Contrast:
    """How much more often a group of answers has each word than the others.

    Words are ranked by the difference of their log-odds over its standard error, with the counts
    in all answers as a prior (Monroe, Colaresi & Quinn 2008).
    """

    def __init__(self, answers: Answers, rows: Rows) -> None:
        self._answers, self._size = answers, len(rows)
        self._everywhere = self._having(rows)
        self._passed_over = numpy.array(
            [len(word) < _SHORTEST_WORD or word in COMMON_WORDS for word in answers.vocabulary],
            bool,
        )

    def words(self, rows: Rows) -> tuple[str, ...]:
        """The words that tell a group from the rest; none that is a form of another."""
        having = self._having(rows)
        prior = self._everywhere / max(1, self._size)
        there, elsewhere = having + prior, self._everywhere - having + prior
        rest, absent = self._size - len(rows), len(rows) - having
        odds = there / (absent + _PRIOR - prior)
        odds_elsewhere = elsewhere / (rest - (self._everywhere - having) + _PRIOR - prior)
        passed_over = self._passed_over | (having < min(2, len(rows)))
        score = numpy.full(len(having), -numpy.inf)
        seen = numpy.flatnonzero(~passed_over)
        difference = numpy.log(odds[seen]) - numpy.log(odds_elsewhere[seen])
        score[seen] = difference / numpy.sqrt(1 / there[seen] + 1 / elsewhere[seen])
        chosen: list[str] = []
        for place in numpy.argsort(-score, kind="stable").tolist():
            word = self._answers.vocabulary[place]
            if len(chosen) == MOST_WORDS or score[place] == -numpy.inf:
                break
            if not any(begin_alike(word, other) for other in chosen):
                chosen.append(word)
        return tuple(chosen)

    def _having(self, rows: Rows) -> NDArray[float64]:
        indices = self._answers.words[rows].indices
        return numpy.bincount(indices, minlength=len(self._answers.vocabulary)).astype(float)
