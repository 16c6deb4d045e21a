"""Why a code is suggested: what weighs most in the model, and the words that show it."""

from collections.abc import Iterable, Iterator, Sequence

import numpy
from numpy import float64, intp
from numpy.typing import NDArray

from coder.suggest.ranker.adapting import Model
from coder.suggest.ranker.answers import Answers
from coder.suggest.ranker.features import feature_names
from coder.suggest.ranker.names import Names
from coder.suggest.ranker.suggestion import Reason, Why
from coder.suggest.ranker.window import Window

Matrix = NDArray[float64]

_MOST_WORDS, _SHORTEST_WORD = 3, 3
_SHORTEST_STEM, _STEM_SHARE = 4, 0.6
_LEAST_LIKENESS = 0.05


class Reasons:
    """Finds reasons at one state of the coding."""

    def __init__(self, answers: Answers, window: Window, names: Names, given: Matrix) -> None:
        """`given` is answers in the window x codes."""
        self._answers, self._window, self._names, self._given = answers, window, names, given
        self._counts = given.sum(axis=0)

    def of(self, row: int, codes: Sequence[int], found: Matrix, model: Model) -> list[Reason]:
        """A reason for each of some codes (by column); `found` is codes x features."""
        alike = self._alike(row)
        ways = self._strongest_first(found, model)
        return [self._reason(row, code, ways[code], alike) for code in codes]

    def _alike(self, row: int) -> Matrix:
        compared = self._window.compare(numpy.array([row], intp))
        alike: Matrix = numpy.stack(compared).mean(axis=0, dtype=float64)[0]
        if row in self._window.places:
            alike[self._window.places[row]] = -1
        return alike

    def _strongest_first(self, found: Matrix, model: Model) -> list[list[Why]]:
        start = model.coefficients
        weighed = start.standardised(found) * start.weights
        ways = [_way(name) for name in feature_names(self._answers.kind)]
        sums = {
            why: weighed[:, [way is why for way in ways]].sum(axis=1)
            + (model.leanings if why is Why.OFTEN else 0)
            for why in Why
        }
        return [sorted(Why, key=lambda why: -sums[why][code]) for code in range(len(found))]

    def _reason(self, row: int, code: int, ways: Iterable[Why], alike: Matrix) -> Reason:
        count = int(self._counts[code])
        for why in ways:
            if why is Why.LIKE_ANSWER and (like := self._like_answer(row, code, alike)):
                return like
            if why is Why.NAME and (words := self._related(row, self._names.said[code])):
                return Reason(Why.NAME, words, count=count)
            if why is Why.OFTEN and count:
                return Reason(Why.OFTEN, count=count)
        return Reason(Why.NAME, count=count)

    def _like_answer(self, row: int, code: int, alike: Matrix) -> Reason | None:
        with_code = numpy.flatnonzero(self._given[:, code])
        if not len(with_code):
            return None
        place = with_code[numpy.argmax(alike[with_code])]
        if alike[place] < _LEAST_LIKENESS:
            return None
        other = int(self._window.rows[place])
        words = self._related(row, tuple(self._words(other)))
        return Reason(Why.LIKE_ANSWER, words, self._answers.ids[other], int(self._counts[code]))

    def _related(self, row: int, others: Sequence[str]) -> tuple[str, ...]:
        """The rarest words of an answer that are, or begin like, one of others."""
        spread = self._answers.spread
        numbers = self._answers.words[[row]].indices
        related = [
            (spread[number], place)
            for place, number in enumerate(numbers)
            if any(_begin_alike(self._answers.vocabulary[number], other) for other in others)
        ]
        chosen = sorted(related)[:_MOST_WORDS]
        return tuple(self._answers.vocabulary[numbers[place]] for _, place in chosen)

    def _words(self, row: int) -> Iterator[str]:
        return (self._answers.vocabulary[at] for at in self._answers.words[[row]].indices)


def _way(feature: str) -> Why:
    if feature.startswith("name, "):
        return Why.NAME
    return Why.OFTEN if feature in ("log odds", "log count") else Why.LIKE_ANSWER


def _begin_alike(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    if shorter < _SHORTEST_WORD:
        return False
    stem = max(_SHORTEST_STEM, round(_STEM_SHARE * max(len(word), len(other))))
    return word == other or (shorter >= stem and word[:stem] == other[:stem])
