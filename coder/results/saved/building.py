"""Saved tables are built and guarded together: those of one question always hide the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from sqlalchemy.orm import Session

from coder.disclosure.decisions import Decision
from coder.results.disclosure import Beside, Guard, protect_tables
from coder.results.saved.counting import count_saved
from coder.results.saved.definition import Definition
from coder.results.saved.finishing import finished
from coder.results.saved.keeping import SavedTable, tables_of
from coder.results.table import Table
from corpus.problems import Problem
from corpus.queries import study_facts


@dataclass(frozen=True)
class Built:
    """Tables as they may be printed, with every decision about a cell of theirs.

    `left_out` says which saved tables of the same questions could not be built beside them.
    """

    tables: tuple[Table, ...]
    decisions: tuple[Decision, ...]
    left_out: tuple[str, ...] = ()


def build(session: Session, definition: Definition, name: str = "") -> Table:
    """One table by itself, as it may be printed. See `count_saved` for the Problems."""
    table = count_saved(session, definition, name)
    seed, guard = study_facts(session).seed, definition.guard
    done = protect_tables([table], guard, seed=seed)
    return finished(done.tables[0], definition)


def build_all(
    session: Session, wanted: Sequence[SavedTable], beside: Beside | None = None
) -> Built:
    """Saved tables as they may be printed together, with quotes `beside` them.

    All saved tables of the same questions are guarded together, whether they are wanted or not, so
    that what is exported one by one hides the same as what is exported at once. Those that are for
    nobody's eyes (guard none) count when they are wanted.
    """
    questions = {each.definition.question for each in wanted}
    ids = {each.id for each in wanted}
    kept = [*wanted]
    tables = [count_saved(session, each.definition, each.name) for each in wanted]
    left_out = []
    for other in tables_of(session):
        shares = other.definition.question in questions and other.definition.guard != "none"
        if other.id in ids or not shares:
            continue
        try:
            tables.append(count_saved(session, other.definition, other.name))
            kept.append(other)
        except Problem as problem:
            left_out.append(f"{other.name}: {problem.sentence}")
    definitions = [each.definition for each in kept]
    guard = _guard(kept)
    done = protect_tables(
        tables,
        guard,
        seed=study_facts(session).seed,
        beside=beside,
        published=[at for at, each in enumerate(definitions) if each.guard == "none"],
    )
    made = [finished(*each) for each in zip(done.tables, definitions, strict=True)]
    here = tuple(made[: len(wanted)])
    titles = {table.title for table in here}
    return Built(here, tuple(d for d in done.decisions if d.table in titles), tuple(left_out))


def _guard(tables: Sequence[SavedTable]) -> Guard:
    """The strictest guard of all; a Problem when some round and some hide."""
    wishes = {each.definition.guard for each in tables if _is_crossed(each.definition)}
    if "round" in wishes and wishes & {"1-2", "1-4"}:
        names = [each.name for each in tables if each.definition.guard == "round"]
        raise Problem(
            f"{', '.join(names)} is rounded, and other tables of the question hide cells.",
            "Guard all tables of a question in the same way: --guard",
        )
    order: tuple[Guard, ...] = get_args(Guard)
    return max(wishes, key=order.index, default="none")


def _is_crossed(definition: Definition) -> bool:
    return definition.columns != "none"
