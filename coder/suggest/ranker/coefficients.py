"""What coding in other surveys has taught: a weight for each feature, shipped as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy
from numpy import float64
from numpy.typing import NDArray

from coder.suggest.ranker.features import feature_names

_SHIPPED = "coefficients.json"


@dataclass(frozen=True)
class Coefficients:
    """A logistic regression over standardised features.

    `weights`, `means` and `spreads` are one number a feature, in the order of `feature_names`.
    """

    weights: NDArray[float64]
    means: NDArray[float64]
    spreads: NDArray[float64]
    constant: float

    def standardised(self, found: NDArray[float64]) -> NDArray[float64]:
        """Features as the model weighs them; any shape, features last."""
        return (found - self.means) / self.spreads


def shipped_coefficients(kind: str) -> Coefficients:
    """Those that come with the program, for a kind of comparison (`Answers.kind`)."""
    text = files(__package__).joinpath(_SHIPPED).read_text(encoding="utf-8")
    return coefficients_of(json.loads(text)["kinds"][kind], kind)


def coefficients_of(stored: Mapping[str, object], kind: str) -> Coefficients:
    """Coefficients as `scripts/learn_ranker.py` writes them.

    Raises ValueError when they were learned for other features.
    """
    named = stored["features"]
    if not isinstance(named, dict) or tuple(named) != feature_names(kind):
        raise ValueError("coefficients of other features: run scripts/learn_ranker.py")
    weights, means, spreads = numpy.array(list(named.values()), float64).T
    constant = stored["constant"]
    assert isinstance(constant, float)
    return Coefficients(weights, means, spreads, constant)
