"""Steps: what was done, by whom, and which of them an undo or a redo takes."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.store.tables import ChangeRow, StepRow

Parameter = str | int | None


@dataclass(frozen=True)
class Step:
    """One line of the audit trail; `undoes` is the id of the step it takes back, if any."""

    id: int
    guid: str
    kind: str
    parameters: Mapping[str, Parameter] = field(hash=False)
    at: str
    coder: str
    undoes: int | None
    in_effect: bool


def steps(session: Session) -> list[Step]:
    """All steps, oldest first, each with whether it is in effect now."""
    lineage = read_lineage(session)
    rows = session.scalars(select(StepRow).order_by(StepRow.id))
    return [_step(row, lineage.in_effect(row.id)) for row in rows]


def find_step(session: Session, step_id: int) -> Step | None:
    """One step, or None."""
    row = session.get(StepRow, step_id)
    return _step(row, read_lineage(session).in_effect(step_id)) if row else None


def undoable(session: Session, action: int | None = None) -> Step | None:
    """The step the next undo takes back: the tip of the latest action in effect, or of this one."""
    lineage = read_lineage(session)
    standing = [
        step
        for step in lineage.undoes
        if lineage.stands(step) and action in (None, step, lineage.origin(step))
    ]
    tip = max(standing, key=lambda step: (lineage.origin(step), step), default=None)
    return None if tip is None else find_step(session, tip)


def redoable(session: Session) -> Step | None:
    """The undo that the next redo takes back: the latest in effect with no new action after it."""
    waiting = _waiting(read_lineage(session))
    return find_step(session, waiting[0]) if waiting else None


def redoable_actions(session: Session) -> list[int]:
    """The actions that wait for redo, in the order in which they would be done again."""
    lineage = read_lineage(session)
    return [lineage.origin(step) for step in _waiting(lineage)]


def _waiting(lineage: "Lineage") -> list[int]:
    last_action = max(
        (step for step, undone in lineage.undoes.items() if undone is None), default=0
    )
    taken_back = [step for step in lineage.undoes if lineage.takes_back(step)]
    return sorted((step for step in taken_back if step > last_action), reverse=True)


@dataclass(frozen=True)
class Lineage:
    """Which step undoes which, and which are undone; light enough to read at every undo."""

    undoes: Mapping[int, int | None]
    undone: frozenset[int]

    def in_effect(self, step: int) -> bool:
        """Whether no step in effect undoes this one."""
        return step not in self.undone

    def origin(self, step: int) -> int:
        """The action at the end of a chain of undo and redo."""
        while (earlier := self.undoes[step]) is not None:
            step = earlier
        return step

    def stands(self, step: int) -> bool:
        """Whether a step is an action, or a redo of one, in effect."""
        return self.in_effect(step) and self._depth(step) % 2 == 0

    def takes_back(self, step: int) -> bool:
        """Whether a step is an undo in effect."""
        return self.in_effect(step) and self._depth(step) % 2 == 1

    def later_than(self, step: int) -> list[int]:
        """The later steps whose changes stand, apart from pairs that cancel each other."""
        return [
            later
            for later, undone in self.undoes.items()
            if later > step and self.in_effect(later) and (undone is None or undone < step)
        ]

    def _depth(self, step: int) -> int:
        depth = 0
        while (earlier := self.undoes[step]) is not None:
            step, depth = earlier, depth + 1
        return depth


def read_lineage(session: Session) -> Lineage:
    """The lineage of all steps."""
    pairs = session.execute(select(StepRow.id, StepRow.undoes).order_by(StepRow.id)).all()
    undone: set[int] = set()
    for step, earlier in reversed(pairs):
        if earlier is not None and step not in undone:
            undone.add(earlier)
    return Lineage(dict(pairs), frozenset(undone))


def new_step(
    session: Session,
    kind: str,
    parameters: Mapping[str, Parameter],
    *,
    guid: str,
    at: str,
    coder: str,
    undoes: int | None = None,
) -> StepRow:
    """Begin a step: from here on every change of this transaction is logged under it."""
    row = StepRow(
        guid=guid,
        kind=kind,
        parameters=json.dumps(parameters, ensure_ascii=False, sort_keys=True),
        at=at,
        coder_name=coder,
        undoes=undoes,
    )
    session.add(row)
    session.flush()
    return row


def changed_anything(session: Session, step_id: int) -> bool:
    """Whether a step has changed a single row."""
    found = session.scalar(select(ChangeRow.id).where(ChangeRow.step_id == step_id).limit(1))
    return found is not None


def known_operation(session: Session, guid: str) -> bool:
    """Whether a step with this client-made id was committed before."""
    return session.scalar(select(StepRow.id).where(StepRow.guid == guid)) is not None


def first_change(
    session: Session, among: Collection[int], table: str, first: int, last: int
) -> int | None:
    """The earliest of these steps that changed rows `first` to `last` of a table, or None."""
    return session.scalar(
        select(ChangeRow.step_id)
        .where(
            ChangeRow.table_name == table,
            ChangeRow.row_id <= last,
            ChangeRow.last_row_id >= first,
            ChangeRow.step_id.in_(among),
        )
        .order_by(ChangeRow.step_id)
        .limit(1)
    )


def _step(row: StepRow, in_effect: bool) -> Step:
    parameters = json.loads(row.parameters)
    return Step(
        row.id, row.guid, row.kind, parameters, row.at, row.coder_name, row.undoes, in_effect
    )
