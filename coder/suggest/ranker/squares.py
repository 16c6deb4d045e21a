"""Square matrices that grow and shrink at their place, by one row and column at a time."""

from typing import Generic, TypeVar

import numpy
from numpy import float32, float64, intp
from numpy.typing import NDArray

Number = TypeVar("Number", float32, float64)

Matrix = NDArray[float64]

_FIRST, _BLOCK = 64, 256


class Square(Generic[Number]):
    """A symmetric matrix; `view` is what it is now, and must not be kept over a change."""

    def __init__(self, kind: type[Number]) -> None:
        self._space: NDArray[Number] = numpy.zeros((_FIRST, _FIRST), kind)
        self.size = 0

    @property
    def view(self) -> NDArray[Number]:
        """The matrix, size x size."""
        return self._space[: self.size, : self.size]

    def set(self, matrix: NDArray[Number]) -> None:
        """Take in another matrix."""
        self._reserve(len(matrix))
        self.size = len(matrix)
        self.view[:] = matrix

    def append(self, beside: NDArray[Number], corner: float) -> None:
        """Add a last row and column."""
        self._reserve(self.size + 1)
        self.size += 1
        self.view[-1, :-1] = self.view[:-1, -1] = beside
        self.view[-1, -1] = corner

    def remove(self, place: int) -> None:
        """Take out a row and column; the last ones move to their place."""
        view, last = self.view, self.size - 1
        view[place, :] = view[last, :]
        view[:, place] = view[:, last]
        self.size = last

    def _reserve(self, size: int) -> None:
        if size > len(self._space):
            larger = numpy.zeros((max(size, 2 * len(self._space)),) * 2, self._space.dtype)
            larger[: self.size, : self.size] = self.view
            self._space = larger


class Inverse(Square[float64]):
    """The inverse of a symmetric matrix that grows and shrinks; costs its size squared."""

    def __init__(self) -> None:
        super().__init__(float64)

    def extend(self, beside: NDArray[float64], corner: float) -> None:
        """The matrix got a last row and column."""
        bent = self.view @ beside
        rest = corner - float(beside @ bent)
        _add_product(self.view, bent, 1 / rest)
        self.append(-bent / rest, 1 / rest)

    def reduce(self, place: int) -> None:
        """The matrix lost a row and column; the last ones moved to their place."""
        row = self.view[place].copy()
        _add_product(self.view, row, -1 / row[place])
        self.remove(place)

    def of_part(self, places: NDArray[intp]) -> NDArray[float64]:
        """The inverse of the matrix with some rows and columns only (Schur complement)."""
        gone = numpy.setdiff1d(numpy.arange(self.size), places)
        kept: NDArray[float64] = self.view[numpy.ix_(places, places)]
        if len(gone):
            across = self.view[numpy.ix_(places, gone)]
            corner = self.view[numpy.ix_(gone, gone)]
            kept = kept - across @ numpy.linalg.solve(corner, across.T)
        return kept


def _add_product(matrix: NDArray[float64], row: NDArray[float64], factor: float) -> None:
    for at in range(0, len(matrix), _BLOCK):
        matrix[at : at + _BLOCK] += (factor * row[at : at + _BLOCK, numpy.newaxis]) * row
