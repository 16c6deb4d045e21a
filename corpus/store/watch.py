"""Whether another program has done something in a study file since it was last asked."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from corpus.store.engine import connect


class Watch:
    """Compares SQLite's count of changes (sqlite.org/pragma.html#pragma_data_version), then steps.

    It begins when it is first asked. Own steps are told it: `look` before them, while nobody else
    can write, and `own` after.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._seen = (0, 0)
        self._changed = False

    def changed(self) -> bool:
        """Whether another program has made a step since the last call; takes about 0.02 ms.

        While one is in the middle of it the answer is no; the yes comes with a later call.
        """
        if self._connection is None:
            with suppress(sqlite3.Error):
                self._connection = connect(self._path)
                self._connection.execute("PRAGMA busy_timeout=0")
            self.look()
            self._changed = False
        self.look()
        changed, self._changed = self._changed, False
        return changed

    def look(self) -> None:
        """Take in what others have done up to now, unless the file is not free."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            version = self._number("PRAGMA data_version")
            if version != self._seen[0]:
                step = self._number("SELECT coalesce(max(id), 0) FROM step")
                self._changed |= step != self._seen[1]
                self._seen = (version, step)

    def own(self, step: int) -> None:
        """The latest step was made here."""
        self._seen = (self._seen[0], step)

    def close(self) -> None:
        """Give the file back."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _number(self, query: str) -> int:
        assert self._connection is not None
        return int(self._connection.execute(query).fetchone()[0])
