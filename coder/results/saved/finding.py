"""What a definition names, found in the study as it is now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.people import known_coder_id
from coder.results.counts import PLAIN, Grouping
from coder.results.population import Population
from coder.results.request import Request, RowGroup
from coder.results.saved.definition import Definition
from corpus.problems import Problem
from corpus.queries import Question, questions, study_facts
from corpus.routing import find_variable
from corpus.tables import PresenceRow, ValueRow


@dataclass(frozen=True)
class Found:
    """A definition as a request, and what became of its codes: (name then, path now)."""

    request: Request
    merged: tuple[tuple[str, str], ...] = ()


def check_definition(session: Session, definition: Definition, name: str) -> None:
    """A Problem when a definition names what is not in the study."""
    find(session, definition, name)
    for guid in definition.others:
        question_of(session, guid, name)
    if definition.columns == "code":
        question_of(session, definition.by, name)
    if definition.weight:
        find_variable(session, definition.weight)


def find(session: Session, definition: Definition, name: str) -> Found:
    """A definition with all its codes, variables and people found; merged codes are followed.

    A Problem that names the table when a code or the question is not there any more.
    """
    question = question_of(session, definition.question, name)
    tree = codebook_of(session, question.id)
    codes = _Codes(tree, name)
    request = Request(
        question,
        tree,
        definition.language or study_facts(session).language,
        level=definition.level,
        base=definition.base,
        order=definition.order,
        cutoff=definition.cutoff,
        pins=codes.ids(definition.pins),
        only=codes.ids(definition.only),
        groups=tuple(
            RowGroup(group.name, codes.ids(group.codes), group.shown) for group in definition.groups
        ),
        coder=known_coder_id(session, definition.coder) if definition.coder else None,
        coder_name=definition.coder,
        population=population_of(session, definition, name),
        part=_part(definition),
    )
    grouping, by = _columns(session, definition)
    return Found(replace(request, grouping=grouping, by=by), tuple(codes.merged.items()))


def question_of(session: Session, guid: str, name: str) -> Question:
    """The question with this GUID; a Problem that names the table when it is gone."""
    found = next((each for each in questions(session) if each.guid == guid), None)
    if found is None:
        raise Problem(
            f"The question of the table {name} is not in the study any more.",
            "Save the table again with another question, or remove it.",
        )
    return found


def population_of(session: Session, definition: Definition, name: str) -> Population:
    """The respondents of a definition; a Problem for a kind or a value that nobody has."""
    kinds = list(session.scalars(select(PresenceRow.kind).distinct().order_by(PresenceRow.kind)))
    for unit in definition.units:
        if unit not in kinds:
            raise Problem(f"{name}: there are no units of the kind {unit}.", _there_are(kinds))
    values = []
    for each in definition.filters:
        variable, key = find_variable(session, each.variable)
        known = set(
            session.scalars(
                select(ValueRow.text).where(ValueRow.variable_id == variable).distinct()
            )
        )
        for value in each.values:
            if value not in known:
                raise Problem(f"{name}: nobody has {key}={value}.", _there_are(sorted(known)))
        values.append((variable, each.values))
    return Population(definition.units, tuple(values))


class _Codes:
    """The codes of a tree by GUID, and which of them were merged into others."""

    def __init__(self, tree: CodeTree, name: str) -> None:
        self._tree = tree
        self._name = name
        self._by_guid = {code.guid: code for code in tree.codes}
        self.merged: dict[str, str] = {}

    def ids(self, guids: Iterable[str]) -> tuple[int, ...]:
        """The ids of codes, each once."""
        return tuple(dict.fromkeys(self._find(guid).id for guid in guids))

    def _find(self, guid: str) -> Code:
        code = self._by_guid.get(guid)
        if code is None:
            raise Problem(
                f"A code that the table {self._name} names is not in the codebook any more.",
                "Save the table again without it: fullkoding tables save --replace",
            )
        target = self._tree.followed(code)
        if target.id != code.id:
            self.merged[code.name] = " / ".join(self._tree.path(target.id))
        return target


def _columns(session: Session, definition: Definition) -> tuple[Grouping, str]:
    if definition.columns == "band":
        return Grouping("band"), ""
    if definition.columns == "variable":
        variable, key = find_variable(session, definition.by)
        return Grouping("variable", variable), key
    return PLAIN, ""


def _part(definition: Definition) -> str:
    """What the respondents have in common, the same for the same ones."""
    filters = (f"{each.variable}={'|'.join(each.values)}" for each in definition.filters)
    parts = [*sorted(filters), "|".join(sorted(definition.units))]
    return ";".join(part for part in parts if part)


def _there_are(known: list[str]) -> str:
    return f"There are: {', '.join(known[:20]) or 'none'}."
