"""Saved tables are built and guarded together: those of one question always hide the same."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from sqlalchemy.orm import Session

from coder.disclosure.decisions import Decision
from coder.results.disclosure import Beside, Guard, Protected, protect_tables
from coder.results.saved.counting import count_saved, notes_of
from coder.results.saved.definition import Definition
from coder.results.saved.finding import find, question_of
from coder.results.saved.finishing import finished
from coder.results.saved.keeping import SavedTable, tables_of
from coder.results.saved.response import response_table
from coder.results.table import Table
from corpus.problems import Problem
from corpus.queries import study_facts

_GROUPED = ("band", "variable", "code")


@dataclass(frozen=True)
class Built:
    """Tables as they may be printed, with every decision about a cell of theirs.

    `left_out` says which saved tables of the same questions could not be built beside them.
    """

    tables: tuple[Table, ...]
    decisions: tuple[Decision, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Counted:
    """A definition under its name, and its table as it is."""

    name: str
    definition: Definition
    table: Table


def build(session: Session, definition: Definition, name: str = "") -> Table:
    """One table by itself, as it may be printed. See `count_saved` for the Problems."""
    one = _Counted(name, definition, count_saved(session, definition, name))
    return _protect(session, [one], None).tables[0]


def build_all(
    session: Session, wanted: Sequence[SavedTable], beside: Beside | None = None
) -> Built:
    """Saved tables as they may be printed together, with quotes `beside` them.

    All saved tables of the same questions are guarded together, whether they are wanted or not, so
    that what is exported one by one hides the same as what is exported at once. Those that are for
    nobody's eyes (guard none) count when they are wanted.
    """
    counted = [
        _Counted(each.name, each.definition, count_saved(session, each.definition, each.name))
        for each in wanted
    ]
    left_out = []
    for other in _siblings(session, wanted):
        try:
            table = count_saved(session, other.definition, other.name)
            counted.append(_Counted(other.name, other.definition, table))
        except Problem as problem:
            left_out.append(f"{other.name}: {problem.sentence}")
    try:
        done = _protect(session, counted, beside)
    except Problem as problem:
        raise _with_names(problem, counted[len(wanted) :]) from problem
    here = done.tables[: len(wanted)]
    titles = {table.title for table in here}
    decisions = tuple(each for each in done.decisions if each.table in titles)
    return Built(here, decisions, tuple(left_out))


def _with_names(problem: Problem, siblings: Sequence[_Counted]) -> Problem:
    """The Problem with the tables that are guarded beside those that are wanted."""
    if not siblings:
        return problem
    names = ", ".join(each.name for each in siblings)
    return Problem(problem.sentence, f"{problem.hint} Guarded together with: {names}.")


def _siblings(session: Session, wanted: Sequence[SavedTable]) -> list[SavedTable]:
    """The other tables of the same questions that may be published."""
    questions = {guid for each in wanted for guid in _questions(each.definition)}
    ids = {each.id for each in wanted}
    return [
        each
        for each in tables_of(session)
        if each.id not in ids
        and each.definition.guard != "none"
        and questions & _questions(each.definition)
    ]


def _questions(definition: Definition) -> set[str]:
    return {definition.question, *(definition.others if definition.kind != "codes" else ())}


def _protect(session: Session, counted: Sequence[_Counted], beside: Beside | None) -> Protected:
    """All tables as they may be printed, in their order."""
    made: dict[int, Table] = {at: each.table for at, each in enumerate(counted)}
    linked = [at for at, each in enumerate(counted) if is_linked(each.definition)]
    guard = _guard([counted[at] for at in linked])
    if guard == "round":
        _refuse_exact([each for each in counted if not is_linked(each.definition)])
    found = protect_tables(
        [counted[at].table for at in linked],
        guard,
        seed=study_facts(session).seed,
        beside=beside,
        published=[at for at, of in enumerate(linked) if counted[of].definition.guard == "none"],
    )
    made |= dict(zip(linked, found.tables, strict=True))
    decisions = list(found.decisions)
    for at, each in enumerate(counted):
        if each.definition.kind != "codes":
            done = _response(session, each, counted)
            made[at] = done.tables[0]
            decisions += done.decisions
    tables = (
        finished(made[at], each.definition, guard == "round" and at in linked)
        for at, each in enumerate(counted)
    )
    return Protected(tuple(tables), tuple(decisions))


def _response(session: Session, one: _Counted, counted: Collection[_Counted]) -> Protected:
    """Who answered, hidden where no other table tells it as the n of the same groups."""
    definition = one.definition
    told = {
        each.definition.question
        for each in counted
        if each.definition.kind == "codes"
        and each.definition.base == "answered"
        and _groups(each.definition) == _groups(definition)
    }
    found = find(session, definition, one.name)
    others = [question_of(session, guid, one.name) for guid in definition.others]
    done = response_table(session, found.request, others, definition.kind, definition.guard, told)
    table = done.tables[0]
    table = replace(table, notes=(*table.notes, *notes_of(definition, found)))
    return Protected((table,), done.decisions)


def _refuse_exact(others: Sequence[_Counted]) -> None:
    """A Problem when tables that are not rounded would tell what the rounded ones stand for."""
    names = [each.name for each in others if each.definition.kind == "codes"]
    if names:
        raise Problem(
            f"{', '.join(names)} prints exact counts that other tables of the question round.",
            "Hide cells instead of rounding (--guard 1-4), or remove one of the tables.",
        )


def _groups(definition: Definition) -> tuple[object, ...]:
    """The groups that a table's columns are, and of whom."""
    return definition.columns, definition.by, definition.filters, definition.units


def is_linked(definition: Definition) -> bool:
    """Whether a table is reckoned with: whole questions by wave and weighted numbers are not."""
    return definition.kind == "codes" and definition.columns != "wave" and not definition.weight


def _guard(tables: Sequence[_Counted]) -> Guard:
    """The strictest guard of all; a Problem when some round and some hide."""
    crossed = [each for each in tables if each.definition.columns in _GROUPED]
    wishes = {each.definition.guard for each in crossed}
    if "round" in wishes and wishes & {"1-2", "1-4"}:
        names = [each.name for each in crossed if each.definition.guard == "round"]
        raise Problem(
            f"{', '.join(names)} is rounded, and other tables of the question hide cells.",
            "Guard all tables of a question in the same way: --guard",
        )
    order: tuple[Guard, ...] = get_args(Guard)
    return max(wishes, key=order.index, default="none")
