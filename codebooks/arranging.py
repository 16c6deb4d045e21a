"""Several codes put in their places at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from codebooks.locks import refuse_locked
from codebooks.tables import CodeRow
from codebooks.tree import MAX_LEVELS, Code, CodeTree
from corpus.problems import Problem


def move_all(
    session: Session,
    tree: CodeTree,
    codes: Sequence[Code],
    theme: Code | None,
    position: int | None = None,
) -> list[Code]:
    """Put codes under a theme (None: the top), side by side, last or at a place from 1.

    A code whose own theme is among them goes along with it. Returns those that were put there.
    Raises a Problem for a cycle, a fourth level, a name twice under one theme, and a lock.
    """
    named = dict.fromkeys(code.id for code in codes)
    going = [id_ for id_ in named if not set(tree.lineage(id_)[:-1]) & named.keys()]
    parent_id = theme.id if theme else None
    refuse_any_locked(session, tree, going if parent_id is None else [*going, parent_id])
    if parent_id is None:
        refuse_locked(session, tree.id, None)
    _refuse_places(tree, going, parent_id)
    staying = [code.id for code in tree.children(parent_id) if code.id not in going]
    at = len(staying) if position is None else max(0, position - 1)
    order = [*staying[:at], *going, *staying[at:]]
    _write(session, tree, {id_: (parent_id, place) for place, id_ in enumerate(order, 1)})
    return [tree.by_id[id_] for id_ in going]


def put_last(session: Session, tree: CodeTree, places: Mapping[int, int]) -> None:
    """Give codes other themes, by id, behind what stands there; nothing is checked."""
    last: dict[int, int] = {}
    wanted: dict[int, tuple[int | None, int]] = {}
    for id_, theme in places.items():
        if theme not in last:
            last[theme] = max((code.position for code in tree.children(theme)), default=0)
        last[theme] += 1
        wanted[id_] = (theme, last[theme])
    _write(session, tree, wanted)


def refuse_any_locked(session: Session, tree: CodeTree, codes: Iterable[int]) -> None:
    """Raise a Problem when one of these codes, a theme above it or the codebook is locked."""
    for id_ in codes:
        if tree.is_locked(id_):
            refuse_locked(session, tree.id, id_)


def _refuse_places(tree: CodeTree, going: Collection[int], parent_id: int | None) -> None:
    above = set(tree.lineage(parent_id)) if parent_id is not None else set()
    names = {code.name: code for code in tree.children(parent_id) if code.id not in going}
    for code in (tree.by_id[id_] for id_ in going):
        if code.id in above:
            raise Problem("A theme cannot be moved under itself.", "Choose another theme.")
        if len(above) + tree.height(code.id) > MAX_LEVELS:
            raise Problem(
                f"{code.name} would stand more than {MAX_LEVELS} levels deep.",
                "Choose a theme further up.",
            )
        twin = names.setdefault(code.name, code)
        if twin is not code:
            raise Problem(
                f"There is a code {' / '.join(tree.path(twin.id))} already.",
                "Merge the two with: fullkoding codebook merge",
            )


def _write(session: Session, tree: CodeTree, places: Mapping[int, tuple[int | None, int]]) -> None:
    stood = {code.id: (code.parent_id, code.position) for code in tree.codes}
    changed = [
        {"id": id_, "parent_id": parent, "position": position}
        for id_, (parent, position) in places.items()
        if stood[id_] != (parent, position)
    ]
    session.flush()
    if changed:
        session.execute(update(CodeRow), changed)
    session.expire_all()
