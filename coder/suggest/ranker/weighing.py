"""Features of answers at a state of coding: of any answers, and of the coded ones themselves."""

from collections.abc import Sequence

import numpy
from numpy import float64, intp
from numpy.typing import NDArray
from scipy.sparse import csr_array

from coder.suggest.ranker.answers import Answers, Rows
from coder.suggest.ranker.features import Evidence, features
from coder.suggest.ranker.names import Names
from coder.suggest.ranker.window import Window

Matrix = NDArray[float64]


def features_of(
    answers: Answers, window: Window, given: Matrix, names: Names, rows: Rows
) -> Matrix:
    """Features of answers that are not in the window: answers x codes x features.

    `given` is answers in the window x codes.
    """
    alike = [found.astype(float64) for found in window.compare(rows)]
    ridge = numpy.mean(alike, axis=0) @ window.inverse.view @ (given - _shares(given))
    return features(
        Evidence(
            given=given,
            alike=alike,
            ridge=ridge,
            named=named(answers, names, rows),
            words=_binary(answers, rows),
            coded_words=_binary(answers, window.rows),
        )
    )


def features_left_out(
    answers: Answers,
    window: Window,
    given: Matrix,
    names: Names,
    part: Sequence[int],
    asked: Sequence[int],
) -> Matrix:
    """Features of coded answers, each as if it were not coded: answers x codes x features.

    `part` are places in the window that are known of, `asked` some of them; `given` is part x
    codes. The ridge scores are those of leave-one-out in closed form.
    """
    places = numpy.array(part, intp)
    inner = numpy.searchsorted(places, numpy.array(asked, intp))
    rows = window.rows[places]
    alike = []
    for square in window.alike:
        beside = square.view[numpy.ix_(places[inner], places)].astype(float64)
        beside[numpy.arange(len(inner)), inner] = -numpy.inf
        alike.append(beside)
    inverse = window.inverse.of_part(places)
    ridge = _ridge_left_out(inverse[inner], numpy.diag(inverse)[inner], given, given[inner])
    return features(
        Evidence(
            given=given,
            alike=alike,
            ridge=ridge,
            named=named(answers, names, rows[inner]),
            words=_binary(answers, rows[inner]),
            coded_words=_binary(answers, rows),
            own=given[inner],
        )
    )


def named(answers: Answers, names: Names, rows: Rows) -> list[Matrix]:
    """How near answers come to names of codes, in each way: answers x codes."""
    pieces = (answers.pieces(rows) @ names.pieces.T).toarray().astype(float64)
    if answers.kind == "pieces":
        return [pieces]
    meanings = (answers.meanings(rows) @ names.meanings.T).astype(float64)
    return [pieces, meanings, answers.nearest_words(rows, names).astype(float64)]


def _ridge_left_out(inverse: Matrix, corner: Matrix, given: Matrix, own: Matrix) -> Matrix:
    """What kernel ridge says of each answer without it, less the share without it.

    `inverse` are the rows of some answers, `corner` their places on the diagonal.
    """
    share = (given.sum(axis=0) - own + 0.3) / len(given)
    bent = inverse @ given - share * inverse.sum(axis=1, keepdims=True)
    without: Matrix = own - share - bent / corner[:, numpy.newaxis]
    return without


def _shares(given: Matrix) -> Matrix:
    shares: Matrix = (given.sum(axis=0) + 0.3) / (len(given) + 1)
    return shares


def _binary(answers: Answers, rows: Rows) -> csr_array:
    words = csr_array(answers.words[rows])
    words.data = numpy.ones_like(words.data)
    return words
