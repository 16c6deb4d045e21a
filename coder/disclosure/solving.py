"""The least and the greatest a number can be, by integer programming (HiGHS through scipy)."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds as Box
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from coder.disclosure.narrowing import Bounds
from coder.disclosure.system import UNBOUNDED, System


class Programme:
    """Numbers that have to do with each other: one model, asked for many of them."""

    def __init__(
        self, system: System, known: Sequence[int], bounds: Bounds, sums: Sequence[int]
    ) -> None:
        self._numbers = list(bounds)
        self._at = {number: at for at, number in enumerate(self._numbers)}
        data, rows, columns, low, high = [], [], [], [], []
        for row, one in enumerate(sums):
            rest = 0
            for number, factor in system.sums[one].terms:
                if number in self._at:
                    data.append(factor)
                    rows.append(row)
                    columns.append(self._at[number])
                else:
                    rest += factor * known[number]
            low.append(_free(system.sums[one].low - rest))
            high.append(_free(system.sums[one].high - rest))
        shape = (len(sums), len(self._numbers))
        matrix = csr_array((data, (rows, columns)), shape=shape, dtype=float)
        self._sums = LinearConstraint(matrix, low, high)
        self._box = Box(
            [each[0] for each in bounds.values()], [each[1] for each in bounds.values()]
        )

    def any_numbers(self) -> dict[int, int] | None:
        """Numbers that fit, None when there are none."""
        return self._solve(np.zeros(len(self._numbers)))

    def farthest(self, number: int, way: int) -> dict[int, int]:
        """Numbers that fit, with the greatest (way 1) or least (-1) of one."""
        wish = np.zeros(len(self._numbers))
        wish[self._at[number]] = -way
        found = self._solve(wish)
        if found is None:
            raise ArithmeticError("the published numbers cannot be worked with")
        return found

    def _solve(self, wish: np.ndarray[tuple[int], np.dtype[np.float64]]) -> dict[int, int] | None:
        found = milp(
            wish,
            integrality=np.ones(len(wish)),
            bounds=self._box,
            constraints=self._sums,
            options={"mip_rel_gap": 0.0},
        )
        if found.x is None:
            return None
        return {number: round(float(x)) for number, x in zip(self._numbers, found.x, strict=True)}


def _free(bound: int) -> float:
    return float(
        np.inf if bound > UNBOUNDED // 2 else -np.inf if bound < -UNBOUNDED // 2 else bound
    )
