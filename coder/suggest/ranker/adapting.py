"""Coefficients drawn towards the coding at hand: a Newton step, and a leaning for each code.

The coded answers are told apart as if each were not yet coded (leave-one-out), so they show how
well the shipped coefficients fit this question.
"""

from dataclasses import dataclass, replace

import numpy
from numpy import float64
from numpy.typing import NDArray

from coder.suggest.ranker.coefficients import Coefficients

Matrix = NDArray[float64]

_STEPS, _LEANING_STEPS = 2, 5


@dataclass(frozen=True)
class Model:
    """Coefficients, and how much each code is given more readily than they say (log odds)."""

    coefficients: Coefficients
    leanings: Matrix

    def log_odds(self, found: Matrix) -> Matrix:
        """Answers x codes x features become answers x codes."""
        with_standard = self.coefficients.standardised(found) @ self.coefficients.weights
        return with_standard + self.coefficients.constant + self.leanings


def adapted(start: Coefficients, found: Matrix, given: Matrix) -> Model:
    """The model after coding some answers.

    `found` are leave-one-out features (answers x codes x features), `given` is answers x codes.
    The prior holds the coefficients at `start` the more firmly the fewer answers there are.
    """
    answers, codes, size = found.shape
    if not answers or not codes:
        return Model(start, numpy.zeros(codes))
    firmness, reserve = 100 + 10_000 / answers, 3 + 100 / answers
    told = start.standardised(found).reshape(-1, size)
    told = numpy.column_stack([told, numpy.ones(len(told))])
    origin = numpy.append(start.weights, start.constant)
    weights = origin.copy()
    for _ in range(_STEPS):
        likely = probabilities(told @ weights)
        curved = (told * (likely * (1 - likely))[:, numpy.newaxis]).T @ told
        curved[numpy.diag_indices(size + 1)] += firmness
        slope = told.T @ (given.ravel() - likely) - firmness * (weights - origin)
        weights = weights + numpy.linalg.solve(curved, slope)
    moved = replace(start, weights=weights[:-1], constant=float(weights[-1]))
    return Model(moved, _leanings((told @ weights).reshape(answers, codes), given, reserve))


def probabilities(log_odds: Matrix) -> Matrix:
    """The logistic function."""
    likely: Matrix = 1 / (1 + numpy.exp(-numpy.clip(log_odds, -30, 30)))
    return likely


def _leanings(log_odds: Matrix, given: Matrix, reserve: float) -> Matrix:
    leanings = numpy.zeros(given.shape[1])
    for _ in range(_LEANING_STEPS):
        likely = probabilities(log_odds + leanings)
        slope = (given - likely).sum(axis=0) - reserve * leanings
        leanings = leanings + slope / ((likely * (1 - likely)).sum(axis=0) + reserve)
    return leanings
