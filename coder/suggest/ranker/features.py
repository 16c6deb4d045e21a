"""What is told to the model about a pair of an answer and a code: numbers that fit any code.

None of them depends on which code it is, so that what coding in one survey teaches holds in the
next. `relative` ones say how far a code stays behind the best code for the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy
from numpy import float64
from numpy.typing import NDArray
from scipy.sparse import csr_array

Matrix = NDArray[float64]

_NEIGHBOURS, _FEW = 10, 3
_ALIKE, _DIGITS = 1e-6, 6
"""What differs less than this, or only after so many digits, is equal."""

_WAYS = ("pieces", "meaning")
_NAMED = ("pieces", "meaning", "nearest")


@dataclass(frozen=True)
class Evidence:
    """What is known when codes are suggested for some answers.

    `given`: coded answers x codes, 1 where a code was given. `alike`: for each way of comparing,
    answers x coded answers. `ridge`: answers x codes, kernel ridge without the prior.
    `named`: for each way, how near an answer comes to a code's name. `words` and `coded_words`:
    which words stand in the answers and in the coded answers. `own`: when the answers are the
    coded ones, what they were given, to be left out of everything; `alike` is then -inf at itself.
    """

    given: Matrix
    alike: Sequence[Matrix]
    ridge: Matrix
    named: Sequence[Matrix]
    words: csr_array
    coded_words: csr_array
    own: Matrix | None = None


def feature_names(kind: str) -> tuple[str, ...]:
    """The names of the features, in their order, for a kind of comparison (`Answers.kind`)."""
    ways = _WAYS[:1] if kind == "pieces" else _WAYS
    named = _NAMED[:1] if kind == "pieces" else _NAMED
    return (
        *("log odds", "log count", "log answers", "log codes"),
        *(f"{way}: {what}" for way in ways for what in _LIKENESS),
        *_RIDGE,
        *_WORDS,
        *(f"name, {way}: {what}" for way in named for what in _NAME),
    )


def features(evidence: Evidence) -> Matrix:
    """Answers x codes x features."""
    own = evidence.own
    coded = len(evidence.given) - (own is not None)
    shape = evidence.ridge.shape
    counts = numpy.broadcast_to(evidence.given.sum(axis=0), shape) - (0 if own is None else own)
    share = (counts + 0.3) / (coded + 1)
    odds = numpy.log(share / numpy.maximum(1 - share, 1e-4))
    single = [odds, numpy.log1p(counts), numpy.log(max(coded, 1)), numpy.log(max(shape[1], 1))]
    found = [
        *single,
        *(each for way in evidence.alike for each in _alike(way, evidence.given, share, odds)),
    ]
    found += _ridge(evidence.ridge, share)
    found += _words(evidence, counts, share, coded)
    few = 1 / numpy.sqrt(1 + counts)
    for near in evidence.named:
        behind = _behind(near)
        found += [near, behind, near * few, behind * few]
    return numpy.stack([numpy.broadcast_to(each, shape) for each in found], axis=2)


_LIKENESS = (
    "nearest",
    "three nearest",
    "nearest, relative",
    "three nearest, relative",
    "neighbours",
)


def _alike(alike: Matrix, given: Matrix, share: Matrix, odds: Matrix) -> list[Matrix]:
    nearest, three = _nearest(alike, given)
    best = numpy.maximum(alike.max(axis=1, keepdims=True, initial=-1), -1)
    votes = numpy.log(_neighbours(alike, given, share)) - odds
    return [nearest, three, nearest - best, _behind(three), votes]


def _nearest(alike: Matrix, given: Matrix) -> tuple[Matrix, Matrix]:
    """The likeness of the nearest answer with each code, and of the three nearest in the mean."""
    nearest = numpy.zeros((len(alike), given.shape[1]))
    three = numpy.zeros_like(nearest)
    for code in range(given.shape[1]):
        those = alike[:, given[:, code] > 0]
        if those.shape[1] > _FEW:
            those = numpy.partition(those, -_FEW, axis=1)[:, -_FEW:]
        there = numpy.isfinite(those)
        count = there.sum(axis=1)
        top = those.max(axis=1, initial=-numpy.inf)
        nearest[:, code] = numpy.where(count > 0, top, 0)
        three[:, code] = numpy.where(there, those, 0).sum(axis=1) / numpy.maximum(count, 1)
    return nearest, three


def _neighbours(alike: Matrix, given: Matrix, share: Matrix) -> Matrix:
    """Odds of each code among the ten nearest answers, which weigh by their likeness squared."""
    weights = numpy.maximum(alike, 0)
    if weights.shape[1] > _NEIGHBOURS:
        least = numpy.partition(weights, -_NEIGHBOURS, axis=1)[:, -_NEIGHBOURS][:, numpy.newaxis]
        weights = numpy.where(weights >= least - _ALIKE, weights, 0)
    weights = weights**2
    votes = (weights @ given + 0.05 * share) / (weights.sum(axis=1, keepdims=True) + 0.05)
    odds: Matrix = (votes + 1e-3) / (1 - votes + 1e-3)
    return odds


_RIDGE = (
    *("ridge", "ridge, relative", "ridge with share", "ridge: log rank"),
    *("ridge by spread", "ridge by spread, relative"),
)


def _ridge(ridge: Matrix, share: Matrix) -> list[Matrix]:
    both = share + ridge
    ranks = (-both).round(_DIGITS).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    spread = ridge / numpy.sqrt(share * (1 - share))
    return [ridge, _behind(ridge), both, numpy.log1p(ranks), spread, _behind(spread)]


_WORDS = (
    *("words: mean", "words: sum", "words: best", "words: three best"),
    *("words: three best, relative", "log words"),
)


def _words(evidence: Evidence, counts: Matrix, share: Matrix, coded: int) -> list[Matrix]:
    """How much more often words stand in answers with the code than elsewhere (naive Bayes)."""
    found = numpy.zeros((4, *evidence.ridge.shape))
    texts, own = evidence.words, evidence.own
    used, columns = numpy.unique(texts.indices, return_inverse=True)
    in_coded = csr_array(evidence.coded_words[:, used])
    everywhere = numpy.asarray(in_coded.sum(axis=0), float64).ravel()
    with_code = numpy.asarray(in_coded.T @ evidence.given, float64)
    for at, (start, end) in enumerate(pairwise(texts.indptr)):
        words = columns[start:end]
        words = words[everywhere[words] > (own is not None)]
        if len(words):
            there = with_code[words] - (0 if own is None else own[at])
            in_texts = everywhere[words, numpy.newaxis] - (own is not None)
            found[:, at] = _evidence(there, in_texts, counts[at], share[at], coded)
    mean, total, best, three = found
    said = numpy.log1p(numpy.diff(texts.indptr))[:, numpy.newaxis]
    return [mean, total, best, three, _behind(three), said]


def _evidence(
    there: Matrix, everywhere: Matrix, counts: Matrix, share: Matrix, coded: int
) -> Matrix:
    soft = numpy.log((there + 0.5 * share) / (counts + 0.5))
    soft -= numpy.log((everywhere + 0.5) / (coded + 0.5))
    strong = numpy.log((there + share) / (counts + 1)) - numpy.log((everywhere + 1) / (coded + 1))
    strong = numpy.maximum(strong, 0)
    total = soft.sum(axis=0)
    few = strong if len(strong) <= _FEW else numpy.partition(strong, -_FEW, axis=0)[-_FEW:]
    parts = (
        total / len(soft),
        numpy.clip(total, -15, 15),
        strong.max(axis=0),
        few.sum(axis=0) / _FEW,
    )
    return numpy.stack(parts)


_NAME = ("near", "near, relative", "near while rare", "near while rare, relative")


def _behind(scores: Matrix) -> Matrix:
    behind: Matrix = scores - scores.max(axis=1, keepdims=True, initial=-numpy.inf)
    return behind if scores.shape[1] else scores
