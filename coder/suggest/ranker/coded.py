"""Which answers have which codes: sets that change, and the matrix they make."""

from collections.abc import Collection

import numpy
from numpy import float64
from numpy.typing import NDArray


class Coded:
    """Codes of answers, and the order in which answers were first coded.

    It knows nothing of where it came from: the same codes in the same order are the same.
    """

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self._given: dict[int, frozenset[int]] = {}
        self._order: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._given)

    def __contains__(self, row: int) -> bool:
        return row in self._given

    @property
    def columns(self) -> tuple[int, ...]:
        """The codes in the order of the columns of `matrix`."""
        return tuple(sorted(self.codes))

    @property
    def next_order(self) -> int:
        """An order after all there are."""
        return max(self._order.values(), default=-1) + 1

    def given(self, row: int) -> frozenset[int]:
        """The codes an answer has."""
        return self._given.get(row, frozenset())

    def order_of(self, row: int) -> int:
        """When a coded answer was first coded."""
        return self._order[row]

    def in_order(self) -> list[int]:
        """The rows of coded answers, first coded first."""
        return sorted(self._given, key=lambda row: (self._order[row], row))

    def set(self, row: int, codes: Collection[int], order: int) -> None:
        """An answer has these codes, and no others; none means that it is not coded."""
        unknown = set(codes) - self.codes.keys()
        if unknown:
            raise KeyError(min(unknown))
        if codes:
            self._given[row], self._order[row] = frozenset(codes), order
        else:
            self._given.pop(row, None)
            self._order.pop(row, None)

    def rows_with(self, code: int) -> list[int]:
        """The rows of the answers that have a code."""
        return [row for row, codes in self._given.items() if code in codes]

    def matrix(self, rows: Collection[int]) -> NDArray[float64]:
        """Answers x codes: 1 where a code was given, else 0."""
        at = {code: place for place, code in enumerate(self.columns)}
        given = numpy.zeros((len(rows), len(at)))
        for place, row in enumerate(rows):
            for code in self._given.get(row, ()):
                given[place, at[code]] = 1
        return given
