"""What a person names becomes a definition that lasts: paths of codes become GUIDs."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.choosing import code_named
from coder.results.disclosure import Guard
from coder.results.saved.definition import (
    ColumnKind,
    Definition,
    Filter,
    Group,
    Kind,
)
from coder.results.table import BaseKind, Shape
from coder.results.wishes import Level, Order
from corpus.language import Language
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import find_question
from corpus.routing import find_variable

_SHOWN = "+"


@dataclass(frozen=True)
class Named:
    """A table in a person's words.

    `by`: "", "band", "wave", a variable, or `code:QUESTION`. `groups`: `Name=PATH|PATH`, and
    `+Name=...` to show the codes under it. `filters`: `VARIABLE=VALUE|VALUE`. Codes are named by
    their paths.
    """

    question: str
    kind: Kind = "codes"
    others: tuple[str, ...] = ()
    by: str = ""
    level: Level = "code"
    only: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    base: BaseKind = "answered"
    weight: str = ""
    order: Order | None = None
    pins: tuple[str, ...] = ()
    cutoff: int = 0
    filters: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    coder: str = ""
    language: Language | None = None
    intervals: bool = False
    differences: bool = False
    guard: Guard = "1-4"
    shape: Shape = "table"


def define(session: Session, named: Named) -> Definition:
    """The definition that is meant; a Problem for anything that is not in the study."""
    question = find_question(session, named.question)
    tree = codebook_of(session, question.id)
    columns, by = _columns(session, named.by)
    return Definition(
        question=question.guid,
        kind=named.kind,
        others=tuple(find_question(session, key).guid for key in named.others),
        columns=columns,
        by=by,
        level=named.level,
        only=_guids(tree, named.only),
        groups=tuple(_group(tree, text) for text in named.groups),
        base=named.base,
        weight=find_variable(session, named.weight)[1] if named.weight else "",
        order=named.order,
        pins=_guids(tree, named.pins),
        cutoff=named.cutoff,
        filters=tuple(_filter(session, text) for text in named.filters),
        units=tuple(dict.fromkeys(named.units)),
        coder=named.coder,
        language=named.language,
        intervals=named.intervals,
        differences=named.differences,
        guard=named.guard,
        shape=named.shape,
    )


def _columns(session: Session, by: str) -> tuple[ColumnKind, str]:
    if not by:
        return "none", ""
    if by == "band":
        return "band", ""
    if by == "wave":
        return "wave", ""
    if by.startswith("code:"):
        return "code", find_question(session, by.removeprefix("code:")).guid
    return "variable", find_variable(session, by)[1]


def _guids(tree: CodeTree, paths: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code_named(tree, path).guid for path in paths))


def _group(tree: CodeTree, text: str) -> Group:
    name, equals, paths = normalise(text).partition("=")
    named = [path.strip() for path in paths.split("|") if path.strip()]
    plain = " ".join(name.removeprefix(_SHOWN).split())
    if not (equals and plain and named):
        raise Problem(
            f"{text} is no group of codes.", "Write: --group 'Gode=Svært gode|Nokså gode'"
        )
    return Group(plain, _guids(tree, named), name.startswith(_SHOWN))


def _filter(session: Session, text: str) -> Filter:
    name, equals, values = normalise(text).partition("=")
    wanted = tuple(dict.fromkeys(value.strip() for value in values.split("|") if value.strip()))
    if not equals or not wanted:
        raise Problem(f"{text} is no condition.", "Write it as VARIABLE=VALUE or VARIABLE=ONE|TWO.")
    return Filter(find_variable(session, name.strip())[1], wanted)
