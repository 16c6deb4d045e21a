"""What has changed in a saved table since it was saved or exported, and which steps did it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.results.saved.causes import Cause, causes
from coder.results.saved.counting import count_saved
from coder.results.saved.keeping import SavedTable
from coder.results.saved.kept_numbers import numbers_of
from corpus.store.history import Step, read_lineage, steps_by_id
from corpus.store.tables import ChangeRow, StepRow

_KEPT = ("save_table", "export_tables")


@dataclass(frozen=True)
class Number:
    """A number of a table that is another now: row, column ("" for whole rows), None: no row."""

    row: str
    column: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class TableDifference:
    """What changed since a step, number by number, and the steps that touched what is counted."""

    since: Step | None
    numbers: tuple[Number, ...]
    causes: tuple[Cause, ...]


def table_difference(session: Session, table: SavedTable) -> TableDifference:
    """The numbers of a table that are not what they were when it was last saved or exported.

    They are compared as they are: what is hidden in print is not hidden here.
    """
    before = json.loads(table.printed) if table.printed else {}
    after = json.loads(numbers_of(count_saved(session, table.definition, table.name)))
    since = _latest(session, table)
    found = causes(session, table.definition, since.id) if since else ()
    return TableDifference(since, tuple(_numbers(before, after)), found)


def _latest(session: Session, table: SavedTable) -> Step | None:
    """The step in effect that last kept the numbers of the table."""
    lineage = read_lineage(session)
    steps = session.scalars(
        select(StepRow.id)
        .join(ChangeRow, ChangeRow.step_id == StepRow.id)
        .where(
            StepRow.kind.in_(_KEPT),
            ChangeRow.table_name == "saved_table",
            ChangeRow.row_id <= table.id,
            ChangeRow.last_row_id >= table.id,
        )
        .order_by(StepRow.id.desc())
    )
    latest = next((step for step in steps if lineage.in_effect(step)), None)
    return steps_by_id(session, [latest], lineage)[0] if latest else None


def _numbers(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Number]:
    if before.get("n") != after.get("n"):
        yield Number("N", "", before.get("n"), after.get("n"))
    ns = before.get("columns", {}), after.get("columns", {})
    for column in dict.fromkeys([*ns[0], *ns[1]]):
        if ns[0].get(column) != ns[1].get(column):
            yield Number("n", column, ns[0].get(column), ns[1].get(column))
    was = {row["key"]: row for row in before.get("rows", ())}
    now = {row["key"]: row for row in after.get("rows", ())}
    for key in dict.fromkeys([*was, *now]):
        yield from _row(was.get(key, {}), now.get(key, {}))


def _row(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Number]:
    name = (now or was)["row"]
    if was.get("count") != now.get("count"):
        yield Number(name, "", was.get("count"), now.get("count"))
    cells = was.get("cells", {}), now.get("cells", {})
    for column in dict.fromkeys([*cells[0], *cells[1]]):
        if was and now and cells[0].get(column) != cells[1].get(column):
            yield Number(name, column, cells[0].get(column), cells[1].get(column))
