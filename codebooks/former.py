"""What codes were called before, and under which theme: read from the history."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.paths import find_names, plain_name, split_levels
from codebooks.tables import CodeRow
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from corpus.store.history import read_lineage
from corpus.store.tables import ChangeRow


@dataclass(frozen=True, slots=True)
class Place:
    """A name, folded, under a theme (None: the top) that a code has or had.

    `until` is the id of the change that ended it, infinite for the place a code has now.
    """

    code: int
    parent_id: int | None
    name: str
    until: float


Past = Sequence[Place]
"""The places that codes of a codebook had."""


def read_past(session: Session, codebook_id: int) -> Past:
    """The places that codes of a codebook had before; what was undone does not count."""
    lineage = read_lineage(session)
    rows = session.execute(
        select(ChangeRow.id, ChangeRow.step_id, ChangeRow.old)
        .where(
            ChangeRow.table_name == CodeRow.__tablename__,
            ChangeRow.old.is_not(None),
            ChangeRow.new.is_not(None),
        )
        .order_by(ChangeRow.id)
    )
    ended: dict[tuple[int, int | None, str], int] = {}
    for change, step, old in rows:
        code = json.loads(old or "{}")
        if code["codebook_id"] == codebook_id and lineage.stands(step):
            ended[code["id"], code["parent_id"], _folded(code["name"])] = change
    return [Place(*place, until) for place, until in ended.items()]


class Pasts:
    """The places of several codebooks, each read when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, Past] = {}

    def of(self, codebook_id: int) -> Past:
        """The places that codes of a codebook had before."""
        if codebook_id not in self._known:
            self._known[codebook_id] = read_past(self._session, codebook_id)
        return self._known[codebook_id]


def former_code(session: Session, tree: CodeTree, path: str) -> Code | None:
    """The code that a path meant last, or what it was merged into; None when it never meant one."""
    past = read_past(session, tree.id)
    return find_former(tree, past, [path]) or find_former(tree, past, split_levels(path))


def find_former(tree: CodeTree, past: Past, names: Sequence[str]) -> Code | None:
    """The code that had these names last, from the main theme down, or what it was merged into.

    A single name may have stood under any theme.
    """
    return _latest(tree, past, names, anywhere=len(names) == 1)


def is_called(tree: CodeTree, code: Code, names: Sequence[str]) -> bool:
    """Whether these are a code's names now, whatever their case."""
    return list(map(_folded, tree.path(code.id))) == list(map(_folded, names))


def names_now(tree: CodeTree, past: Past, names: Sequence[str]) -> tuple[str, ...]:
    """Names to make, the themes at their beginning as these are called now.

    They stay as they are where they would stand deeper than three levels.
    """
    for end in range(len(names) - 1, 0, -1):
        theme = find_names(tree, names[:end]) or _latest(tree, past, names[:end])
        if theme is not None:
            now = (*tree.path(theme.id), *names[end:])
            return now if len(now) <= MAX_LEVELS else tuple(names)
    return tuple(names)


def _latest(
    tree: CodeTree, past: Past, names: Sequence[str], anywhere: bool = False
) -> Code | None:
    """A path stood until the first of its names changed; themes may have been merged since."""
    places = [place for place in (*past, *_current(tree)) if place.code in tree.by_id]
    reached: dict[int | None, float] = {None: inf}
    for name in map(_folded, names):
        found: dict[int | None, float] = {}
        for place in places:
            if place.name == name and (anywhere or place.parent_id in reached):
                until = min(place.until, reached.get(place.parent_id, inf))
                for code in (place.code, tree.followed(tree.by_id[place.code]).id):
                    found[code] = max(until, found.get(code, 0))
        reached = found
    last = max(reached, key=lambda code: reached[code], default=None)
    return None if last is None else tree.followed(tree.by_id[last])


def _current(tree: CodeTree) -> Iterator[Place]:
    for code in tree.walk():
        yield Place(code.id, code.parent_id, _folded(code.name), inf)


def _folded(name: str) -> str:
    return plain_name(name).casefold()
