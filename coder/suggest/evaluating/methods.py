"""Ways to put the known codes in order for an answer: the suggestions, and two simple ones."""

import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from coder.suggest.ranker.texts import for_encoder

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from coder.suggest.ranker.ranker import Ranker


class Method(Protocol):
    """Knows the coding so far. `seconds` is what each order and what was learned from it took."""

    seconds: list[float]

    def order(self, answer: int) -> list[tuple[int, float]]:
        """The codes used so far with a score, best first."""

    def learn(self, answer: int, codes: Collection[int]) -> None:
        """The answer got these codes."""


class Suggested:
    """The suggestions of the program; scores are probabilities."""

    def __init__(self, ranker: "Ranker", names: Mapping[int, str]) -> None:
        """`ranker` knows the answers and nothing else."""
        self._ranker, self._names = ranker, names
        self.seconds: list[float] = []

    def order(self, answer: int) -> list[tuple[int, float]]:
        """The codes used so far with their probability, likeliest first."""
        started = time.perf_counter()
        codes = sorted(self._ranker.codes)
        likely = self._ranker.probabilities([answer])[0].tolist() if codes else []
        self.seconds.append(time.perf_counter() - started)
        return _best_first(zip(codes, likely, strict=True))

    def learn(self, answer: int, codes: Collection[int]) -> None:
        """Take in the coding; new codes are known from here on."""
        known = self._ranker.codes
        for code in sorted(set(codes) - known.keys()):
            self._ranker.set_code(code, self._names[code])
        self._ranker.set_codes(answer, codes)


class MostFrequent:
    """The same order for every answer: the most used codes first; scores are shares."""

    def __init__(self) -> None:
        self._uses: Counter[int] = Counter()
        self._answers = 0
        self.seconds: list[float] = []

    def order(self, answer: int) -> list[tuple[int, float]]:
        """The codes used so far with the share of answers that have them."""
        return _best_first((code, uses / self._answers) for code, uses in self._uses.items())

    def learn(self, answer: int, codes: Collection[int]) -> None:
        """Count the codes."""
        self._uses.update(codes)
        self._answers += 1


class CharSvm:
    """A linear SVM for each code over pieces of three to five characters, refitted now and then.

    It is refitted after 10, 25 and 50 answers and after every fifty more; a code that came since
    then stands last, by use. Its scores are no probabilities.
    """

    _EARLY, _EVERY = (10, 25), 50

    def __init__(self, texts: Mapping[int, str]) -> None:
        """`texts` are those of all answers that will be coded, at least one with a word."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        said = [for_encoder(text) or "-" * 5 for text in texts.values()]
        self._features = pieces.fit_transform(said)
        self._places = {answer: at for at, answer in enumerate(texts)}
        self._frequent = MostFrequent()
        self._coded: list[tuple[int, frozenset[int]]] = []
        self._machines: dict[int, tuple[NDArray[float64], float]] = {}
        self.seconds: list[float] = []

    def order(self, answer: int) -> list[tuple[int, float]]:
        """The codes used so far with the distance from the border of each machine."""
        row = self._features[[self._places[answer]]]
        fitted = {
            code: float((row @ weights)[0]) + constant
            for code, (weights, constant) in self._machines.items()
        }
        rest = [pair for pair in self._frequent.order(answer) if pair[0] not in fitted]
        return [*_best_first(fitted.items()), *((code, -9.0 + uses) for code, uses in rest)]

    def learn(self, answer: int, codes: Collection[int]) -> None:
        """Keep the coding, and refit when it is time."""
        self._frequent.learn(answer, codes)
        self._coded.append((self._places[answer], frozenset(codes)))
        if len(self._coded) in self._EARLY or len(self._coded) % self._EVERY == 0:
            started = time.perf_counter()
            self._refit()
            self.seconds.append(time.perf_counter() - started)

    def _refit(self) -> None:
        import numpy
        from sklearn.svm import LinearSVC

        rows = self._features[[place for place, _ in self._coded]]
        self._machines = {}
        for code in sorted(set().union(*(codes for _, codes in self._coded))):
            given = [code in codes for _, codes in self._coded]
            if all(given):
                self._machines[code] = (numpy.zeros(rows.shape[1]), 9.0)
            else:
                fitted = LinearSVC(C=1.0, dual=True, random_state=0).fit(rows, given)
                self._machines[code] = (fitted.coef_[0], float(fitted.intercept_[0]))


def _best_first(scored: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))
