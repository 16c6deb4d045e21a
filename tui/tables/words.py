"""What the choices of a table are called, and the line in which they stand over it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coder.exports.signs import DIFFERS, HIDDEN, MISSING
from coder.results.disclosure import Guard
from coder.results.saved.definition import Definition
from coder.results.table import BaseKind, Table
from coder.results.wishes import Order
from coder.workbench.table_choices import Columns, Offer, Rows, rows_of
from corpus.language import Language
from corpus.problems import Problem
from tui.words import _, later, plural

ROWS: Mapping[Rows, str] = {
    "code": later("codes"),
    "theme": later("main themes"),
    "list": later("list of names"),
    "counted": later("list with counts behind words"),
    "phrases": later("phrases for the text"),
    "response": later("who answered"),
    "missing": later("who left it blank"),
}
BASES: Mapping[BaseKind, str] = {
    "answered": later("of those who answered"),
    "asked": later("of those who were asked"),
    "units": later("of all units"),
}
ORDERS: Mapping[Order | None, str] = {
    None: later("as the codebook says"),
    "count": later("most answers first"),
    "codebook": later("in the order of the codebook"),
    "name": later("by name"),
}
GUARDS: Mapping[Guard, str] = {
    "1-4": later("1 to 4 hidden"),
    "1-2": later("1 to 2 hidden"),
    "round": later("rounded to 3"),
    "none": later("nothing hidden"),
}
LANGUAGES: Mapping[Language | None, str] = {
    None: later("the study's language"),
    "nb": later("Norwegian bokmål"),
    "nn": later("Norwegian nynorsk"),
    "en": later("English"),
}


class Choice(NamedTuple):
    """A choice: the command that changes it, and what is chosen now."""

    command: str
    value: str


def columns_words(columns: Columns) -> str:
    """What stands in the columns."""
    if columns.kind == "variable":
        return _("by {name}").format(name=columns.name)
    if columns.kind == "code":
        return _("by the codes of {question}").format(question=columns.name)
    plain = {
        "none": _("no columns"),
        "band": _("by size band"),
        "wave": _("by wave"),
    }
    return plain[columns.kind]


def columns_of(definition: Definition, offer: Offer) -> Columns:
    """What stands in the columns now."""
    name = definition.by
    if definition.columns == "code":
        asked = offer.question(definition.by)
        name = asked.full_key if asked else "?"
    others = definition.others if definition.columns == "wave" else ()
    return Columns(definition.columns, definition.by, others, name)


def choices_of(definition: Definition, offer: Offer) -> Iterator[Choice]:
    """Every choice that is usual, and those besides that are not as usual."""
    asked = offer.question(definition.question)
    yield Choice("table_question", asked.full_key if asked else "?")
    yield Choice("table_rows", _(ROWS[rows_of(definition)]))
    yield Choice("table_columns", columns_words(columns_of(definition, offer)))
    if definition.kind == "codes":
        yield Choice("table_base", _(BASES[definition.base]))
        yield Choice("table_order", _(ORDERS[definition.order]))
    yield Choice("table_hiding", _(GUARDS[definition.guard]))
    if definition.cutoff:
        fewest = _("at least {count} answers").format(count=definition.cutoff)
        yield Choice("table_cutoff", fewest)
    if definition.only:
        count = len(definition.only)
        yield Choice("table_only", plural("only {count} code", "only {count} codes", count))
    if definition.pins:
        yield Choice("table_last", _("{count} last").format(count=len(definition.pins)))
    if definition.groups:
        count = len(definition.groups)
        yield Choice("table_groups", plural("{count} group", "{count} groups", count))
    yield from _whom(definition)
    if definition.weight:
        yield Choice("table_weight", _("weighted by {name}").format(name=definition.weight))
    if definition.intervals:
        yield Choice("table_intervals", _("with intervals"))
    if definition.differences:
        yield Choice("table_differences", _("differences marked"))
    yield Choice("table_language", _(LANGUAGES[definition.language]))


def _whom(definition: Definition) -> Iterator[Choice]:
    for each in definition.filters:
        said = f"{each.variable} = {' | '.join(each.values)}"
        yield Choice("table_whom", said)
    if definition.units:
        yield Choice("table_whom", ", ".join(definition.units))
    if definition.coder:
        yield Choice("table_whom", _("coded by {name}").format(name=definition.coder))


def signs_words(table: Table) -> str:
    """What the signs in the cells mean, those that are there."""
    cells = [cell for row in table.rows for cell in row.cells]
    hidden = sum(cell.suppressed for cell in cells)
    parts = []
    if hidden:
        told = plural(
            "{count} number hidden: small, or another would follow from it",
            "{count} numbers hidden: small, or others would follow from them",
            hidden,
        )
        parts.append(f"{HIDDEN} {told}")
    if any(cell.count is None and not cell.suppressed for cell in cells):
        parts.append(f"{MISSING} {_('nothing to count')}")
    if any(cell.differs for cell in cells):
        parts.append(f"{DIFFERS} {_('differs from all others')}")
    return " · ".join(parts)


def cell_words(table: Table, row: int, column: int) -> str:
    """What stands in a cell; column 0 is the whole row."""
    line = table.rows[row]
    told = _("{cell}: {count} ({percent} percent)")
    if not column:
        return told.format(cell=line.path[-1], count=line.count, percent=line.percent)
    cell, name = line.cells[column - 1], f"{line.path[-1]}, {table.columns[column - 1].head}"
    if cell.suppressed:
        return _("{cell}: not for publication").format(cell=name)
    if cell.count is None:
        return _("{cell}: nothing to count").format(cell=name)
    return told.format(cell=name, count=cell.count, percent=cell.percent)


def problem_words(problem: Problem) -> str:
    """What cannot be, and what to do on a screen; hints for the command line are left out."""
    on_line = "fullkoding " in problem.hint or "--" in problem.hint
    return problem.sentence if on_line else f"{problem.sentence} {problem.hint}".strip()
