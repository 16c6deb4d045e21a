"""Another attacker, written on its own: every rule of arithmetic as a row of one integer programme.

It knows what a reader knows: printed numbers, totals, wholes over parts, labels of quotes, and that
a hidden number is not nought unless its whole row is hidden, its whole column of few respondents,
or a nought beside it in its row.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from coder.disclosure.publication import Publication, Sheet

Key = tuple[str, str]
Row = tuple[dict[Key, float], float, float]


class Stranger:
    """All cells as unknowns; asked for the least and greatest of one."""

    def __init__(self, publication: Publication) -> None:
        self.rows: list[Row] = []
        self.least: dict[Key, int] = {}
        self.hidden: dict[Key, tuple[int, int]] = {}
        for sheet in publication.sheets:
            self._read(sheet)
        self._bind(publication)
        for quoted in publication.quoted:
            parts = {(quoted.row, column): 1.0 for column in quoted.columns}
            if all(part in self.least for part in parts):
                most = quoted.count if quoted.is_all else np.inf
                self.rows.append((parts, quoted.count, most))

    def interval(self, key: Key) -> tuple[int, int]:
        """The least and greatest count that a hidden cell may have."""
        keys = list(self.least)
        at = {each: index for index, each in enumerate(keys)}
        matrix = np.zeros((len(self.rows), len(keys)))
        for index, (terms, _, _) in enumerate(self.rows):
            for each, factor in terms.items():
                matrix[index, at[each]] += factor
        ends = []
        for sign in (1, -1):
            wish = np.zeros(len(keys))
            wish[at[key]] = sign
            found = milp(
                wish,
                integrality=np.ones(len(keys)),
                bounds=Bounds([self.least[each] for each in keys], np.inf),
                constraints=LinearConstraint(
                    matrix, [row[1] for row in self.rows], [row[2] for row in self.rows]
                ),
            )
            assert found.x is not None, found.message
            ends.append(round(found.x[at[key]]))
        return ends[0], ends[1]

    def _read(self, sheet: Sheet) -> None:
        hidden = [[cell.sign == ":" for cell in line.cells] for line in sheet.lines]
        few = [(cell.count or 0) <= 4 for cell in sheet.base.cells]
        whole = [
            all(column) and small
            for column, small in zip(zip(*hidden, strict=True), few, strict=False)
        ]
        for line, secret in zip((sheet.base, *sheet.lines), ([], *hidden), strict=True):
            assert line.total is not None
            self._know((line.key, ""), line.total.count or 0)
            doubt = all(secret) or any(
                is_hidden and cell.count == 0 and not across
                for cell, is_hidden, across in zip(line.cells, secret, whole, strict=False)
            )
            for to, (cell, column) in enumerate(zip(line.cells, sheet.columns, strict=True)):
                key = (line.key, column)
                if secret and secret[to]:
                    seen = int(bool(cell.count) and not doubt and not whole[to])
                    self.least[key] = max(self.least.get(key, 0), seen)
                    assert sheet.base.cells[to].count is not None
                    prior = self._prior(
                        sheet, line.total.count or 0, sheet.base.cells[to].count or 0
                    )
                    old = self.hidden.get(key)
                    self.hidden[key] = (min(prior, old[0]) if old else prior, cell.count or 0)
                else:
                    self._know(key, cell.count or 0)
            terms = {(line.key, column): 1.0 for column in sheet.columns}
            self.rows.append(({**terms, (line.key, ""): -1.0}, 0, 0))
            for column in sheet.columns:
                self._under((line.key, column), (sheet.base.key, column))

    @staticmethod
    def _prior(sheet: Sheet, total: int, n: int) -> int:
        assert sheet.base.total is not None
        return min(total, n) - max(0, total + n - (sheet.base.total.count or 0))

    def _know(self, key: Key, count: int) -> None:
        self.least.setdefault(key, 0)
        self.rows.append(({key: 1.0}, count, count))

    def _under(self, part: Key, whole: Key) -> None:
        if part != whole:
            self.rows.append(({part: 1.0, whole: -1.0}, -np.inf, 0))

    def _bind(self, publication: Publication) -> None:
        for cover in publication.covers:
            for row, column in list(self.least):
                if (row if cover.axis == "row" else column) != cover.whole:
                    continue
                parts = [
                    (part, column) if cover.axis == "row" else (row, part) for part in cover.parts
                ]
                if not all(part in self.least for part in parts):
                    continue
                terms = {**dict.fromkeys(parts, 1.0), (row, column): -1.0}
                low = 0 if cover.complete else -np.inf
                self.rows.append((terms, low, 0 if cover.disjoint else np.inf))
                for part in parts:
                    self._under(part, (row, column))
