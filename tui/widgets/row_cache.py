"""The rows of a long list that are known: those in view and a few more."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar


class HasId(Protocol):
    """A row that is known by its number."""

    @property
    def id(self) -> int:
        """The number."""


Row = TypeVar("Row", bound=HasId)

LIMIT = 1000
"""How many rows are kept; more are let go when others come into view."""


class RowCache(Generic[Row]):
    """Asks for rows that are not known, all of a view at once."""

    def __init__(self, ask: Callable[[Sequence[int]], Sequence[Row]]) -> None:
        self._ask = ask
        self._rows: dict[int, Row | None] = {}

    def row(self, row_id: int, view: Callable[[], Sequence[int]]) -> Row | None:
        """The row with this id; None when there is none. `view` gives the ids that are in view."""
        if row_id not in self._rows:
            self._fetch([row_id, *view()])
        return self._rows[row_id]

    def forget(self, row_ids: Iterable[int] | None = None) -> None:
        """Ask again for these rows, or for all, when they are next in view."""
        if row_ids is None:
            self._rows.clear()
            return
        for row_id in row_ids:
            self._rows.pop(row_id, None)

    def _fetch(self, wanted: Sequence[int]) -> None:
        if len(self._rows) + len(wanted) > LIMIT:
            self._rows = {id_: self._rows[id_] for id_ in wanted if id_ in self._rows}
        missing = [id_ for id_ in dict.fromkeys(wanted) if id_ not in self._rows]
        self._rows.update(dict.fromkeys(missing))
        self._rows.update((row.id, row) for row in self._ask(missing))
