"""What a saved table can show, and how one choice changes its definition. Pure but for reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.results.saved.definition import ColumnKind, Definition, Filter, Group
from coder.results.table import Shape
from coder.workbench.choices import names_in
from corpus.queries import Question, questions
from corpus.routing import find_variable
from corpus.tables import PresenceRow, ValueRow

Rows = Literal["code", "theme", "list", "counted", "phrases", "response", "missing"]
"""What stands in the rows, and how it is printed."""

_SHAPES: tuple[Shape, ...] = ("list", "counted", "phrases")


@dataclass(frozen=True)
class Columns:
    """What the columns are: nothing, bands, a variable, waves, the codes of a question.

    `by` is as in a definition; `others` are the other waves; `name` is of the variable or question.
    """

    kind: ColumnKind
    by: str = ""
    others: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Offer:
    """The questions of a study, its closed variables, its people, kinds of units, codebooks.

    `trees` is by the GUID of the question.
    """

    questions: Sequence[Question]
    variables: Sequence[str]
    coders: Sequence[str]
    units: Sequence[str]
    trees: Mapping[str, CodeTree]

    def question(self, guid: str) -> Question | None:
        """The question with this GUID, None when it is gone."""
        return next((each for each in self.questions if each.guid == guid), None)

    def codes(self, question: str) -> list[tuple[str, str]]:
        """The codes of a question that can be named: GUID and path, in codebook order."""
        tree = self.trees.get(question)
        if tree is None:
            return []
        return [
            (code.guid, " / ".join(tree.path(code.id)))
            for code in tree.walk()
            if code.status == "active"
        ]

    def columns(self, question: str) -> list[Columns]:
        """All that can stand in the columns of a table of a question."""
        asked = self.question(question)
        waves = tuple(
            each.guid
            for each in self.questions
            if asked is not None and each.key == asked.key and each.guid != question
        )
        found = [Columns("none"), Columns("band")]
        found += [Columns("variable", key, name=key) for key in self.variables]
        found += [Columns("wave", "", waves)] if waves else []
        return found + [Columns("code", each.guid, name=each.full_key) for each in self.questions]


def offer_of(session: Session) -> Offer:
    """What there is to choose from in a study."""
    known, names = questions(session), names_in(session)
    trees = {each.guid: codebook_of(session, each.id) for each in known}
    kinds = session.scalars(select(PresenceRow.kind).distinct().order_by(PresenceRow.kind))
    variables, coders = list(names.variables.values()), list(names.coders.values())
    return Offer(known, variables, coders, list(kinds), trees)


def values_of(session: Session, variable: str) -> list[str]:
    """The values that respondents have of a variable."""
    id_, _key = find_variable(session, variable)
    query = select(ValueRow.text).where(ValueRow.variable_id == id_).distinct()
    return list(session.scalars(query.order_by(ValueRow.text)))


def rows_of(definition: Definition) -> Rows:
    """What stands in the rows now."""
    if definition.kind != "codes":
        return definition.kind
    return definition.level if definition.shape == "table" else definition.shape


def with_question(definition: Definition, question: str) -> Definition:
    """Another question; codes that were named are another codebook's, and are forgotten."""
    if question == definition.question:
        return definition
    changed = replace(definition, only=(), groups=(), pins=())
    if definition.kind != "codes":
        others = [each for each in definition.others if each != question]
        return replace(changed, question=question, others=(definition.question, *others))
    if definition.columns == "wave":
        changed = replace(changed, columns="none")
    return replace(changed, question=question, others=())


def with_rows(definition: Definition, rows: Rows, offer: Offer) -> Definition:
    """Something else in the rows; what cannot stand beside it goes."""
    if rows in ("response", "missing"):
        return _of_who_answered(definition, rows, offer)
    changed = definition
    if definition.kind != "codes":
        changed = replace(definition, kind="codes", others=())
    if rows in ("code", "theme"):
        return replace(changed, level="code" if rows == "code" else "theme", shape="table")
    shape = next(each for each in _SHAPES if each == rows)
    return replace(changed, columns="none", by="", others=(), weight="", shape=shape)


def _of_who_answered(definition: Definition, rows: Rows, offer: Offer) -> Definition:
    asked = offer.question(definition.question)
    others = (
        each.guid
        for each in offer.questions
        if asked is not None and each.wave == asked.wave and each.guid != asked.guid
    )
    grouped = definition.columns in ("none", "band", "variable")
    return replace(
        definition,
        kind="response" if rows == "response" else "missing",
        others=tuple(others),
        columns=definition.columns if grouped else "none",
        by=definition.by if grouped else "",
        weight="",
        shape="table",
        guard="1-4" if definition.guard == "round" else definition.guard,
    )


def with_columns(definition: Definition, columns: Columns) -> Definition:
    """Something else in the columns; what cannot stand beside it goes."""
    changed = definition
    if columns.kind != "none":
        changed = replace(changed, weight="", shape="table")
    if columns.kind == "wave":
        changed = replace(changed, cutoff=0)
    if changed.kind != "codes" and columns.kind in ("none", "band", "variable"):
        return replace(changed, columns=columns.kind, by=columns.by)
    changed = replace(changed, kind="codes")
    return replace(changed, columns=columns.kind, by=columns.by, others=columns.others)


def with_field(definition: Definition, field: str, value: object) -> Definition:
    """Another value of one field; a Problem when it cannot stand beside the others."""
    changes: dict[str, Any] = {field: value}
    return replace(definition, **changes)


def toggled(guids: tuple[str, ...], guid: str) -> tuple[str, ...]:
    """The codes with one more at the end, or without it when it is there."""
    return tuple(each for each in guids if each != guid) if guid in guids else (*guids, guid)


def in_group(definition: Definition, name: str, code: str) -> Definition:
    """A code put into the row of this name, or taken out; a row without codes is gone.

    A code is in one group at most.
    """
    groups = list(definition.groups)
    if all(each.name != name for each in groups):
        groups.append(Group(name, ()))
    changed = [
        Group(
            each.name,
            toggled(each.codes, code)
            if each.name == name
            else tuple(guid for guid in each.codes if guid != code),
            each.shown,
        )
        for each in groups
    ]
    return replace(definition, groups=tuple(each for each in changed if each.codes))


def with_value(definition: Definition, variable: str, value: str) -> Definition:
    """Only respondents with a value of a variable, too; or without it when it is there."""
    before = next((each for each in definition.filters if each.variable == variable), None)
    values = toggled(before.values if before else (), value)
    rest = tuple(each for each in definition.filters if each.variable != variable)
    return replace(definition, filters=(*rest, *([Filter(variable, values)] if values else [])))
