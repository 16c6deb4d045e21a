"""Steps: what was done, by whom, and which of them an undo or a redo takes."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Select, bindparam, insert, select
from sqlalchemy.orm import Session

from corpus.store.tables import ChangeRow, StepRow

Parameter = str | int | None

_PORTION = 100
_MOST = 10_000
_COLUMNS = select(
    StepRow.id,
    StepRow.guid,
    StepRow.kind,
    StepRow.parameters,
    StepRow.at,
    StepRow.coder_name,
    StepRow.undoes,
)

_NEW_STEP = insert(StepRow).returning(StepRow.id)
_ANY_CHANGE = select(ChangeRow.id).where(ChangeRow.step_id == bindparam("step")).limit(1)


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
    return _read(session, _COLUMNS.order_by(StepRow.id), read_lineage(session))


def steps_by_id(session: Session, ids: Collection[int], lineage: "Lineage") -> list[Step]:
    """Some hundred steps, oldest first; ids without a step are left out."""
    return _read(session, _COLUMNS.where(StepRow.id.in_(ids)).order_by(StepRow.id), lineage)


def find_step(session: Session, step_id: int, lineage: "Lineage | None" = None) -> Step | None:
    """One step, or None."""
    found = steps_by_id(session, [step_id], lineage or read_lineage(session))
    return found[0] if found else None


def actions_of(session: Session, steps: Sequence[int]) -> list[Step]:
    """The actions behind undos and redos, in the order of these."""
    lineage = read_lineage(session)
    actions = [lineage.origin(step) for step in steps]
    portions = (actions[at : at + _MOST] for at in range(0, len(actions), _MOST))
    found = {each.id: each for some in portions for each in steps_by_id(session, some, lineage)}
    return [found[action] for action in actions]


def undoable(session: Session, action: int | None = None) -> Step | None:
    """The step the next undo takes back: the tip of the latest action in effect, or of this one."""
    lineage = read_lineage(session)
    if action is None:
        action = next(iter(_actions_in_effect(session, lineage, 0, most=1)), 0)
    tip = action if action in lineage.undoes else lineage.tip(action)
    return find_step(session, tip, lineage) if lineage.stands(tip) else None


def undoable_after(session: Session, step: int) -> list[int]:
    """The tips of all actions in effect that were done after a step, the latest first."""
    lineage = read_lineage(session)
    tips = {action: action for action in _actions_in_effect(session, lineage, step)}
    for tip in filter(lineage.stands, lineage.undoes):
        action = lineage.origin(tip)
        tips |= {action: tip} if action in tips else {}
    return sorted(tips.values(), reverse=True)


def redoable(session: Session) -> Step | None:
    """The undo that the next redo takes back: the latest in effect with no new action after it."""
    lineage = read_lineage(session)
    waiting = waiting_for_redo(session, lineage)
    return find_step(session, waiting[0], lineage) if waiting else None


def redoable_actions(session: Session) -> list[int]:
    """The actions that wait for redo, in the order in which they would be done again."""
    lineage = read_lineage(session)
    return [lineage.origin(step) for step in waiting_for_redo(session, lineage)]


def waiting_for_redo(session: Session, lineage: "Lineage") -> list[int]:
    """The undos that redo takes back, the next one first; of an action only the latest."""
    newest = select(StepRow.id).where(StepRow.undoes.is_(None)).order_by(StepRow.id.desc())
    last_action = session.scalar(newest.limit(1)) or 0
    taken_back = sorted(step for step in lineage.undoes if lineage.takes_back(step))
    latest = {lineage.origin(step): step for step in taken_back if step > last_action}
    return sorted(latest.values(), reverse=True)


def _actions_in_effect(
    session: Session, lineage: "Lineage", after: int, most: int | None = None
) -> list[int]:
    """The actions in effect that were done after a step, the latest first."""
    actions = (
        select(StepRow.id)
        .where(StepRow.id > after, StepRow.undoes.is_(None))
        .order_by(StepRow.id.desc())
        .execution_options(yield_per=_PORTION)
    )
    with session.scalars(actions) as found:
        return list(islice(filter(lineage.in_effect, found), most))


@dataclass(frozen=True)
class Lineage:
    """Which step undoes which (undos and redos only), and which are undone: light to read."""

    undoes: Mapping[int, int]
    undone: frozenset[int]

    def in_effect(self, step: int) -> bool:
        """Whether no step in effect undoes this one."""
        return step not in self.undone

    def chain(self, step: int) -> list[int]:
        """A step, the one it undoes, and so on to the action at the end."""
        steps = [step]
        while (earlier := self.undoes.get(steps[-1])) is not None:
            steps.append(earlier)
        return steps

    def origin(self, step: int) -> int:
        """The action at the end of a chain of undo and redo."""
        return self.chain(step)[-1]

    def tip(self, step: int) -> int:
        """The latest step of the chain that goes on from this one."""
        later = {undone: step for step, undone in self.undoes.items()}
        while (following := later.get(step)) is not None:
            step = following
        return step

    def stands(self, step: int) -> bool:
        """Whether a step is an action, or a redo of one, in effect."""
        return self.in_effect(step) and len(self.chain(step)) % 2 == 1

    def takes_back(self, step: int) -> bool:
        """Whether a step is an undo in effect."""
        return self.in_effect(step) and len(self.chain(step)) % 2 == 0

    def counts_after(self, step: int, later: int) -> bool:
        """Whether the changes of a later step stand, apart from pairs that cancel each other."""
        undone = self.undoes.get(later)
        return later > step and self.in_effect(later) and (undone is None or undone < step)


def read_lineage(session: Session) -> Lineage:
    """The lineage of all steps; `> 0` lets SQLite go straight to the few by their index."""
    rows = session.execute(select(StepRow.id, StepRow.undoes).where(StepRow.undoes > 0))
    pairs = sorted((step, earlier or 0) for step, earlier in rows)
    undone: set[int] = set()
    for step, earlier in reversed(pairs):
        if step not in undone:
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
) -> int:
    """Begin a step, whose id is returned: every change from here on is logged under it."""
    row = {
        "guid": guid,
        "kind": kind,
        "parameters": json.dumps(parameters, ensure_ascii=False, sort_keys=True),
        "at": at,
        "coder_name": coder,
        "undoes": undoes,
    }
    made: int = session.connection().execute(_NEW_STEP, row).scalar_one()
    return made


def changed_anything(session: Session, step_id: int) -> bool:
    """Whether a step has changed a single row."""
    found = session.connection().execute(_ANY_CHANGE, {"step": step_id})
    return found.first() is not None


def known_operation(session: Session, guid: str) -> bool:
    """Whether a step with this client-made id was committed before."""
    return session.scalar(select(StepRow.id).where(StepRow.guid == guid)) is not None


def standing_beside(
    session: Session, lineage: Lineage, tips: Collection[int]
) -> Callable[[int], frozenset[int]]:
    """For each of these steps, the later ones whose changes stand when its turn comes.

    The steps are taken back from the latest to the earliest, so that they do not stand any more.
    """
    own = {step for tip in tips for step in lineage.chain(tip)}
    query = select(StepRow.id).where(StepRow.id > min(tips)).order_by(StepRow.id)
    others = [each for each in session.scalars(query) if each not in own]
    beside = list(filter(lineage.in_effect, others))
    return lambda step: frozenset(each for each in beside if lineage.counts_after(step, each))


def first_change(
    session: Session, among: Collection[int], table: str, first: int, last: int
) -> int | None:
    """The earliest of these steps that changed rows `first` to `last` of a table, or None."""
    changes = (
        select(ChangeRow.step_id)
        .where(
            ChangeRow.table_name == table,
            ChangeRow.row_id <= last,
            ChangeRow.last_row_id >= first,
        )
        .order_by(ChangeRow.step_id)
    )
    return next((step for step in session.scalars(changes) if step in among), None)


def _read(session: Session, query: Select[*tuple[Any, ...]], lineage: Lineage) -> list[Step]:
    return [
        Step(id_, guid, kind, json.loads(said), at, coder, undoes, lineage.in_effect(id_))
        for id_, guid, kind, said, at, coder, undoes in session.execute(query)
    ]
