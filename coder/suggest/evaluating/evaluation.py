"""A question's coding replayed answer by answer: what would have been suggested before each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from coder.suggest.evaluating.keys import letters_to_find
from coder.suggest.evaluating.measures import (
    FIRST,
    Bin,
    Figures,
    Moment,
    Sure,
    Told,
    bins,
    calibration_error,
    figures,
    sure,
)
from coder.suggest.evaluating.methods import CharSvm, Method, MostFrequent, Suggested
from corpus.problems import Problem

if TYPE_CHECKING:
    from coder.suggest.ranker.answers import Answers

FEWEST = 10
"""So many answers are coded before anything is counted."""

_POINTS = (10, 25, 50)
METHODS = ("suggestions", "most frequent", "char-SVM")

Coding = tuple[int, frozenset[int], int]
"""An answer, its codes, and its order, as they were first coded."""


@dataclass(frozen=True)
class Past:
    """A question's coding as it can be replayed.

    `texts` are those of the coded answers, `codes` what helps to know each code, `names` what it is
    called where it is looked for; `history` is in the order of the coding.
    """

    answers: "Answers"
    texts: Mapping[int, str]
    codes: Mapping[int, str]
    names: Mapping[int, str]
    history: Sequence[Coding]


@dataclass(frozen=True)
class Window:
    """Answers coded when `first` to `last` others were coded before; figures by method."""

    first: int
    last: int
    figures: Mapping[str, Figures]


@dataclass(frozen=True)
class Evaluation:
    """How good the suggestions would have been, beside two simpler orders of the codes.

    `coded` and `codes` are how many answers and codes there were, `kind` what answers were
    compared by. `whole` sums up all windows. `calibration` holds the probabilities told against
    what was given, and `error` their mean gap. `seconds` is what a suggestion and learning the
    coding before it took on average, `slowest` the most, `refit` a refit of the SVM on average.
    """

    coded: int
    codes: int
    kind: str
    windows: tuple[Window, ...]
    whole: Mapping[str, Figures]
    calibration: tuple[Bin, ...]
    error: float
    sure: tuple[Sure, ...]
    seconds: float
    slowest: float
    refit: float

    @property
    def keys_saved(self) -> float:
        """The share of keys for known codes that suggestions save against the most frequent."""
        before = self.whole["most frequent"].keys
        return 1 - self.whole["suggestions"].keys / before if before else 0.0


def evaluate(past: Past, advance: Callable[[int], None] = lambda _: None) -> Evaluation:
    """Replay a coding; a code is known from the first answer that got it.

    `advance` is called with the answers done. Raises a Problem when too few answers are coded.
    """
    if len(past.history) <= FEWEST:
        raise Problem(
            f"There is too little to replay; answers coded so far: {len(past.history)}.",
            f"Code more than {FEWEST} answers first; from about 50 on the figures say something.",
        )
    from coder.suggest.ranker.coefficients import shipped_coefficients
    from coder.suggest.ranker.ranker import Ranker

    ranker = Ranker(past.answers, shipped_coefficients(past.answers.kind))
    coded = {answer: past.texts[answer] for answer, _, _ in past.history}
    methods = Suggested(ranker, past.codes), MostFrequent(), CharSvm(coded)
    session = _Session(dict(zip(METHODS, methods, strict=True)), past.names)
    for answer, codes, _ in past.history:
        session.go_on(answer, codes)
        advance(1)
    return session.evaluation(past.answers.kind)


class _Session:
    """A coding session that is played again, and what is noted on the way."""

    def __init__(self, methods: Mapping[str, Method], names: Mapping[int, str]) -> None:
        self._methods, self._names = methods, names
        self._moments: dict[str, list[Moment]] = {name: [] for name in methods}
        self._told: list[Told] = []
        self._known: set[int] = set()
        self._count = 0

    def go_on(self, answer: int, codes: frozenset[int]) -> None:
        """Note what each method would have put first, and tell them what was given."""
        known = sorted(codes & self._known)
        letters = tuple(self._letters(code) for code in known)
        for name, method in self._methods.items():
            ordered = method.order(answer)
            places = {code: at for at, (code, _) in enumerate(ordered, start=1)}
            ranks = tuple(places[code] for code in known)
            self._moments[name].append(Moment(ranks, letters))
            if name == METHODS[0] and self._count >= FEWEST:
                self._told += [Told(likely, code in codes) for code, likely in ordered[:FIRST]]
            method.learn(answer, codes)
        self._known |= codes
        self._count += 1

    def evaluation(self, kind: str) -> Evaluation:
        """Sum up."""
        told = bins(self._told)
        seconds = self._methods[METHODS[0]].seconds[FEWEST:]
        refits = self._methods[METHODS[2]].seconds
        return Evaluation(
            coded=self._count,
            codes=len(self._known),
            kind=kind,
            windows=tuple(self._window(*edges) for edges in windows(self._count)),
            whole=self._figures(FEWEST, self._count),
            calibration=told,
            error=calibration_error(told),
            sure=sure(self._told),
            seconds=sum(seconds) / max(1, len(seconds)),
            slowest=max(seconds, default=0.0),
            refit=sum(refits) / max(1, len(refits)),
        )

    def _window(self, first: int, end: int) -> Window:
        return Window(first, end - 1, self._figures(first, end))

    def _figures(self, first: int, end: int) -> dict[str, Figures]:
        return {name: figures(each[first:end]) for name, each in self._moments.items()}

    def _letters(self, code: int) -> int:
        others = [self._names[other] for other in self._known if other != code]
        return letters_to_find(self._names[code], others)


def windows(coded: int) -> list[tuple[int, int]]:
    """Where windows begin and end, in answers coded before: 10, 25, 50, 100, 200, 400, ..."""
    points = [*_POINTS, *(100 * 2**at for at in range(coded.bit_length()))]
    edges = [*(point for point in points if point < coded), coded]
    return [*pairwise(edges)]
