"""The coded answers, compared with each other: kept up to date with every change."""

from collections.abc import Sequence

import numpy
from numpy import float32, float64, intp
from scipy.sparse import csr_array, vstack

from coder.suggest.ranker.answers import Answers, Rows
from coder.suggest.ranker.names import Floats
from coder.suggest.ranker.squares import Inverse, Matrix, Square

SOFTNESS = 0.3
"""What is added to the diagonal in kernel ridge regression (K + softness I)."""


class Window:
    """Some answers, how alike they are, and the inverse for kernel ridge.

    `alike` holds, for each way of comparing, how alike all pairs are; `inverse` is that of their
    mean with `SOFTNESS` on the diagonal. A change costs as much as the number of answers squared.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.places: dict[int, int] = {}
        self._rows: list[int] = []
        self._compared: tuple[tuple[list[int], list[int]], list[Floats]] | None = None
        self._pieces: csr_array = answers.pieces(self.rows)
        self._meanings: Floats = answers.meanings(self.rows)
        ways = 1 if answers.kind == "pieces" else 2
        self.alike = [Square(float32) for _ in range(ways)]
        self.inverse = Inverse()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> Rows:
        """Rows of the answers, in the order of their places here."""
        return numpy.array(self._rows, intp)

    def compare(self, rows: Rows) -> list[Floats]:
        """How alike answers are to those here: for each way, answers x answers here."""
        state = (rows.tolist(), self._rows) if len(rows) == 1 else None
        if state and self._compared and self._compared[0] == state:
            return self._compared[1]
        found = self._compare(self._answers.pieces(rows), self._answers.meanings(rows))
        self._compared = ((rows.tolist(), list(self._rows)), found) if state else None
        return found

    def append(self, row: int) -> None:
        """Take in an answer."""
        rows = numpy.array([row], intp)
        pieces, meanings = self._answers.pieces(rows), self._answers.meanings(rows)
        beside = [found[0] for found in self._compare(pieces, meanings)]
        own = [float((pieces.data**2).sum()), float((meanings**2).sum())][: len(self.alike)]
        for square, column, corner in zip(self.alike, beside, own, strict=True):
            square.append(column, corner)
        middle = numpy.stack(beside).mean(axis=0, dtype=float64)
        self.inverse.extend(middle, float(numpy.mean(own)) + SOFTNESS)
        self._pieces = vstack([self._pieces, pieces], format="csr")
        self._meanings = numpy.concatenate([self._meanings, meanings])
        self.places[row] = len(self._rows)
        self._rows.append(row)

    def remove(self, row: int) -> None:
        """Take out an answer; the last one gets its place."""
        place, last = self.places.pop(row), len(self._rows) - 1
        for square in self.alike:
            square.remove(place)
        self.inverse.reduce(place)
        order = numpy.arange(last)
        if place < last:
            order[place] = last
            self._rows[place] = self._rows[last]
            self.places[self._rows[place]] = place
        self._rows.pop()
        self._pieces, self._meanings = self._pieces[order], self._meanings[order]

    def keep(self, rows: Sequence[int]) -> None:
        """Take out all answers but some of those here."""
        places = numpy.array([self.places[row] for row in rows], intp)
        inverse = self.inverse.of_part(places)
        for square in self.alike:
            square.set(square.view[numpy.ix_(places, places)])
        self.inverse.set(inverse)
        self._pieces, self._meanings = self._pieces[places], self._meanings[places]
        self._rows = list(rows)
        self.places = {row: at for at, row in enumerate(self._rows)}

    def replace(self, rows: Sequence[int]) -> None:
        """Take in many answers in place of those here; costs as much as their number cubed."""
        self._rows = list(rows)
        self.places = {row: at for at, row in enumerate(self._rows)}
        self._pieces = self._answers.pieces(self.rows)
        self._meanings = self._answers.meanings(self.rows)
        alike = self._compare(self._pieces, self._meanings)
        for square, found in zip(self.alike, alike, strict=True):
            square.set(found)
        middle = numpy.stack(alike).mean(axis=0, dtype=float64)
        whole: Matrix = numpy.linalg.inv(middle + SOFTNESS * numpy.eye(len(rows)))
        self.inverse.set(whole)

    def _compare(self, pieces: csr_array, meanings: Floats) -> list[Floats]:
        found: list[Floats] = [(pieces @ self._pieces.T).toarray().astype(float32)]
        if len(self.alike) > 1:
            found.append((meanings @ self._meanings.T).astype(float32))
        return found
