"""The rows of the grid that are known: those in view and a few more."""

from collections.abc import Callable, Iterable, Sequence

from coder.workbench.filters import GridRow

LIMIT = 1000
"""How many rows are kept; more are let go when others come into view."""


class RowCache:
    """Asks for rows that are not known, all of a view at once."""

    def __init__(self, ask: Callable[[Sequence[int]], Sequence[GridRow]]) -> None:
        self._ask = ask
        self._rows: dict[int, GridRow | None] = {}

    def row(self, answer_id: int, view: Callable[[], Sequence[int]]) -> GridRow | None:
        """The row of an answer; None when there is none. `view` gives the ids that are in view."""
        if answer_id not in self._rows:
            self._fetch([answer_id, *view()])
        return self._rows[answer_id]

    def forget(self, answer_ids: Iterable[int] | None = None) -> None:
        """Ask again for these rows, or for all, when they are next in view."""
        if answer_ids is None:
            self._rows.clear()
            return
        for answer_id in answer_ids:
            self._rows.pop(answer_id, None)

    def _fetch(self, wanted: Sequence[int]) -> None:
        if len(self._rows) + len(wanted) > LIMIT:
            self._rows = {id_: self._rows[id_] for id_ in wanted if id_ in self._rows}
        missing = [id_ for id_ in dict.fromkeys(wanted) if id_ not in self._rows]
        self._rows.update(dict.fromkeys(missing))
        self._rows.update((row.id, row) for row in self._ask(missing))
