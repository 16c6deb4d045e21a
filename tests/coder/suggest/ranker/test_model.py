"""The model that is shipped, and how it is drawn towards the coding at hand."""

import numpy
import pytest

from coder.suggest.ranker.adapting import adapted, probabilities
from coder.suggest.ranker.coefficients import coefficients_of, shipped_coefficients
from coder.suggest.ranker.features import Evidence, feature_names, features
from coder.suggest.ranker.ranker import Ranker
from tests.coder.suggest.ranker.knowing import NAMES, answers, ranker

KINDS = ("pieces", "words", "encoder")


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_coefficient_for_each_feature(kind: str) -> None:
    shipped = shipped_coefficients(kind)
    assert len(shipped.weights) == len(feature_names(kind)) == len(set(feature_names(kind)))
    assert (shipped.spreads > 0).all()


def test_coefficients_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        coefficients_of({"constant": 0.0, "features": {"x": [1, 0, 1]}}, "words")


def test_nothing_coded_leaves_the_coefficients_as_they_are() -> None:
    shipped = shipped_coefficients("words")
    model = adapted(shipped, numpy.zeros((0, 2, len(shipped.weights))), numpy.zeros((0, 2)))
    assert model.coefficients is shipped
    assert model.leanings.tolist() == [0, 0]


def test_a_code_that_is_given_more_often_than_expected_is_leant_to() -> None:
    shipped = shipped_coefficients("words")
    found = numpy.tile(shipped.means, (40, 2, 1))
    given = numpy.tile([1.0, 0.0], (40, 1))
    likely = probabilities(adapted(shipped, found, given).log_odds(found))
    assert (likely[:, 0] > likely[:, 1] + 0.3).all()


def test_few_answers_move_the_coefficients_less_than_many() -> None:
    shipped = shipped_coefficients("words")
    found = shipped.means + shipped.spreads * numpy.linspace(-1, 1, 200)[:, None, None]
    given = (numpy.arange(200) % 2)[:, None].astype(float)
    moved = [
        numpy.abs(
            adapted(shipped, found[:count], given[:count]).coefficients.weights - shipped.weights
        )
        for count in (10, 200)
    ]
    assert moved[0].max() < moved[1].max()


def test_probabilities_bear_any_odds() -> None:
    assert probabilities(numpy.array([-1e9, 0, 1e9])).tolist() == pytest.approx([0, 0.5, 1])


def test_features_are_numbers_whatever_is_known() -> None:
    made = answers()
    for codings in ({}, {100: [10]}, {107: [20], 108: [30]}):
        knowing: Ranker = ranker(codings, NAMES, made)
        assert numpy.isfinite(knowing.probabilities(made.ids)).all()


def test_the_names_of_features_are_as_many_as_the_features() -> None:
    made = answers()
    empty = numpy.zeros((2, 0))
    evidence = Evidence(
        given=numpy.zeros((0, 3)),
        alike=[empty, empty],
        ridge=numpy.zeros((2, 3)),
        named=[numpy.zeros((2, 3))] * 3,
        words=made.words[:2],
        coded_words=made.words[:0],
    )
    assert features(evidence).shape == (2, 3, len(feature_names("words")))
