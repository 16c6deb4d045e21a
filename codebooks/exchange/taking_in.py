"""A file's codes come into a codebook, all in one step."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from codebooks.exchange.draft import DraftBook
from codebooks.exchange.intake import IntakePlan, Item, plan_intake
from codebooks.former import read_past
from codebooks.locks import refuse_locked
from codebooks.tables import CodeRow
from codebooks.tree import CodeTree
from corpus.store.bulk import bulk_insert, next_id
from corpus.store.store import new_guid

_PLACE = ("name", "theme")
_FLAGS = ("outcome", "locked")


def take_in(session: Session, tree: CodeTree, draft: DraftBook) -> IntakePlan:
    """Make the codes of a file that a codebook does not have, and change those it has.

    Returns what was done, as `plan_intake` says it. The mode is left as it is: `single` and
    `ordered` of the plan are for the caller. Raises a Problem when the codebook is locked.
    """
    refuse_locked(session, tree.id, None)
    plan = plan_intake(tree, draft, read_past(session, tree.id))
    first = next_id(session, CodeRow)
    new = plan.of("new")
    ids = {item.id: first + at for at, item in enumerate(new)}
    _make_room(session, tree, plan)
    _insert(session, tree, new, ids)
    rows = [_changes(item, ids) for item in plan.of("changed")]
    _put_last(tree, plan, rows)
    for _, alike in groupby(sorted(rows, key=_columns), _columns):
        session.execute(update(CodeRow), list(alike))
    session.expire_all()
    return plan


def _make_room(session: Session, tree: CodeTree, plan: IntakePlan) -> None:
    """Give codes that leave their place a name for the moment, where another takes that place."""
    leaving = {
        (code.parent_id, code.name): code.id
        for item in plan.of("changed")
        if set(_PLACE) & set(item.changes)
        for code in [tree.by_id[item.id]]
    }
    wanted = {(item.theme, item.name) for item in plan.items if item.kind in ("new", "changed")}
    for place in leaving.keys() & wanted:
        id_ = leaving[place]
        name = f"{place[1]} <{tree.by_id[id_].guid}>"
        session.execute(update(CodeRow).where(CodeRow.id == id_).values(name=name))


def _insert(
    session: Session, tree: CodeTree, new: tuple[Item, ...], ids: Mapping[int, int]
) -> None:
    last: dict[int | None, int] = {}
    rows = []
    for item in new:
        theme = _theme(item, ids)
        if theme not in last:
            last[theme] = max((code.position for code in tree.children(theme)), default=0)
        last[theme] += 1
        rows.append(_row(session, tree, item, ids[item.id], theme, last[theme]))
    columns = list(CodeRow.__table__.columns.keys())
    bulk_insert(session, CodeRow, columns, [tuple(row[c] for c in columns) for row in rows])


def _row(
    session: Session, tree: CodeTree, item: Item, id_: int, theme: int | None, position: int
) -> dict[str, Any]:
    code = item.draft
    return {
        "id": id_,
        "guid": code.guid or new_guid(session),
        "codebook_id": tree.id,
        "parent_id": theme,
        "name": item.name,
        "number": item.number,
        "position": position,
        "status": "retired" if code.retired else "active",
        "merged_into_id": None,
        "definition": code.definition,
        "outcome": int(code.outcome),
        "include": code.include,
        "exclude": code.exclude,
        "color": code.color,
        "symbol": code.symbol,
        "locked": int(code.locked),
    }


def _changes(item: Item, ids: Mapping[int, int]) -> dict[str, Any]:
    values: dict[str, Any] = {"id": item.id}
    if set(_PLACE) & set(item.changes):
        values["name"] = item.name
        values["parent_id"] = _theme(item, ids)
    for field in item.changes:
        if field == "retired":
            values["status"] = "retired"
        elif field not in _PLACE:
            wanted = getattr(item.draft, field)
            values[field] = int(wanted) if field in _FLAGS else wanted
    return values


def _theme(item: Item, ids: Mapping[int, int]) -> int | None:
    return None if item.theme is None else ids.get(item.theme, item.theme)


def _columns(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row)


def _put_last(tree: CodeTree, plan: IntakePlan, rows: list[dict[str, Any]]) -> None:
    """Codes that move stand last under their new theme, behind those that were made there."""
    made = len(plan.of("new"))
    last = max((code.position for code in tree.codes), default=0) + made
    stood = {code.id: code.parent_id for code in tree.codes}
    for row in rows:
        if row.get("parent_id", stood[row["id"]]) != stood[row["id"]]:
            last += 1
            row["position"] = last
