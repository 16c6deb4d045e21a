"""Which codes stand on the same answers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coder.similar.pair import Reason

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

FEWEST = 3
_Z = 1.96
_OVERLAP, _WITHIN = 0.25, 0.6
_WITHIN_COUNTS = 0.6


def shared_answers(codes: "csr_array") -> "csr_array":
    """Codes x codes: the answers that both have; `codes` x answers, each cell 1."""
    return codes @ codes.T


def alike_by_answers(codes: "csr_array") -> Iterator[tuple[int, int, Reason]]:
    """Every two codes that stand on much the same answers, by place, the smaller first.

    What counts is the lower end of the 95 % interval (Wilson 1927) of the share of answers that
    have both among those that have either, or among those of the smaller code: of few answers
    nothing is concluded. That a small code lies within a large one is a weaker sign, for it may be
    a part of it.
    """
    import numpy

    product = shared_answers(codes).tocoo()
    seen = (product.row < product.col) & (product.data >= FEWEST)
    one, other = product.row[seen], product.col[seen]
    shared = product.data[seen].astype(float)
    counts = numpy.asarray(codes.sum(axis=1)).ravel()
    overlap = _at_least(shared, counts[one] + counts[other] - shared)
    within = _at_least(shared, numpy.minimum(counts[one], counts[other]))
    for at in numpy.flatnonzero((overlap >= _OVERLAP) | (within >= _WITHIN)).tolist():
        whole, part = float(overlap[at]), _WITHIN_COUNTS * float(within[at])
        if whole >= part:
            reason = Reason("answers", "overlap", whole)
        else:
            reason = Reason("answers", "within", part)
        yield int(one[at]), int(other[at]), reason


def _at_least(having: "NDArray[float64]", among: "NDArray[float64]") -> "NDArray[float64]":
    import numpy

    share = having / among
    spread = _Z * numpy.sqrt(share * (1 - share) / among + _Z**2 / (4 * among**2))
    lower: NDArray[float64] = (share + _Z**2 / (2 * among) - spread) / (1 + _Z**2 / among)
    return lower
