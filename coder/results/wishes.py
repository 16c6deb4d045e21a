"""What a table is to show."""

from dataclasses import dataclass
from typing import Literal

from coder.disclosure.publication import Suppression
from coder.results.table import BaseKind

Level = Literal["code", "theme"]
Order = Literal["count", "codebook", "name"]


@dataclass(frozen=True)
class TableWishes:
    """The choices behind a table.

    `by`: "band", the name of a variable, or "" for a plain table. `order` None: by count, or the
    codebook's own when it is ordered. `cutoff`: codes with fewer answers go together in one row.
    `pins`: codes that go last, as paths. `suppress` None: 1-4 in tables by groups, else none.
    `coder`: only this person's codings; "" for everyone's.
    """

    by: str = ""
    level: Level = "code"
    base: BaseKind = "answered"
    order: Order | None = None
    cutoff: int = 0
    pins: tuple[str, ...] = ()
    suppress: Suppression | None = None
    coder: str = ""
