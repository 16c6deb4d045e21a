"""A definition in words, as the study is now."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.results.saved.definition import Definition
from coder.results.saved.finding import question_of
from coder.results.saved.keeping import SavedTable
from corpus.problems import Problem


def in_short(session: Session, table: SavedTable) -> str:
    """Question, kind and columns on one line; what is wrong when the question is gone."""
    try:
        question = question_of(session, table.definition.question, table.name)
    except Problem as problem:
        return problem.sentence
    definition = table.definition
    by = f" by {_by(session, definition)}" if definition.columns != "none" else ""
    kind = definition.shape if definition.kind == "codes" else definition.kind
    return f"{question.full_key}, {kind}{by}"


def in_words(session: Session, table: SavedTable) -> list[str]:
    """Everything that is not as usual, a line each: what, and its value."""
    return [f"{name}: {value}" for name, value in _facts(session, table) if value]


def _facts(session: Session, table: SavedTable) -> Iterator[tuple[str, str]]:
    told = table.definition
    question = question_of(session, told.question, table.name)
    tree = codebook_of(session, question.id)
    names = {code.guid: " / ".join(tree.path(tree.followed(code).id)) for code in tree.codes}

    def paths(guids: tuple[str, ...]) -> str:
        return "; ".join(names.get(guid, "(not there any more)") for guid in guids)

    yield "Table", table.name
    yield "Question", f"{question.full_key} {question.text}"
    yield "Kind", f"{told.kind}, {told.shape}"
    yield "With", "; ".join(question_of(session, o, table.name).full_key for o in told.others)
    yield "Columns", _by(session, told) if told.columns != "none" else ""
    yield "Rows", paths(told.only) or ("main themes" if told.level == "theme" else "codes in use")
    for group in told.groups:
        yield "Group", f"{group.name} = {paths(group.codes)}"
    yield "Base", told.base
    yield "Weight", told.weight
    yield "Order", told.order or ""
    yield "Last", paths(told.pins)
    yield "Cut-off", str(told.cutoff) if told.cutoff else ""
    for each in told.filters:
        yield "Where", f"{each.variable} = {' | '.join(each.values)}"
    yield "Units", ", ".join(told.units)
    yield "Coder", told.coder
    yield "Language", told.language or ""
    yield "Intervals", "Wilson" if told.intervals else ""
    yield "Differences", "marked" if told.differences else ""
    yield "Guard", told.guard


def _by(session: Session, definition: Definition) -> str:
    if definition.columns == "code":
        return f"codes of {question_of(session, definition.by, '').full_key}"
    return definition.by or definition.columns
