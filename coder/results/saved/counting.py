"""A definition becomes a table as it is: nothing is hidden yet."""

from dataclasses import replace

from sqlalchemy.orm import Session

from coder.results.notes import question_in_title
from coder.results.saved.by_code import code_table
from coder.results.saved.by_wave import wave_table
from coder.results.saved.definition import Definition
from coder.results.saved.finding import Found, find, question_of
from coder.results.saved.response import response_table
from coder.results.saved.weighted import with_weights
from coder.results.saved.wording import saved_words
from coder.results.table import Shape, Table
from coder.results.tally import count_table
from coder.results.wording import wording
from corpus.language import format_number


def count_saved(session: Session, definition: Definition, name: str = "") -> Table:
    """The table of a definition, with notes on what is left out and what codes became.

    A Problem that names the table when something it is made of is not there any more.
    """
    found = find(session, definition, name)
    table = _counted(session, definition, found, name)
    return replace(table, notes=(*table.notes, *notes_of(definition, found)))


def notes_of(definition: Definition, found: Found) -> tuple[str, ...]:
    """What respondents are left out, and what codes have become."""
    words = saved_words(found.request.language)
    notes = [
        words.only.format(variable=each.variable, values=" / ".join(each.values))
        for each in definition.filters
    ]
    if definition.units:
        notes.append(words.units.format(kinds=", ".join(definition.units)))
    notes += [words.merged.format(code=code, into=into) for code, into in found.merged]
    return tuple(notes)


def _counted(session: Session, definition: Definition, found: Found, name: str) -> Table:
    others = [question_of(session, guid, name) for guid in definition.others]
    if definition.kind != "codes":
        return response_table(session, found.request, others, definition.kind).tables[0]
    if definition.columns == "code":
        return code_table(session, found.request, question_of(session, definition.by, name))
    if definition.columns == "wave":
        return wave_table(session, found.request, others)
    table = count_table(session, found.request)
    if definition.weight:
        return with_weights(session, found.request, table, definition.weight)
    return table if definition.shape == "table" else _listed(table, definition.shape)


def _listed(table: Table, shape: Shape) -> Table:
    """A table as a list: its title and notes speak of percents only where percents are printed."""
    words = wording(table.language)
    title = words.list_title.format(
        question=question_in_title(table), n=format_number(table.base.n, table.language)
    )
    if shape == "phrases":
        return replace(table, shape=shape, title=title)
    of_percents = (words.several, words.rounding.partition("{")[0])
    notes = (each for each in table.notes[1:] if not each.startswith(of_percents))
    return replace(table, shape=shape, title=title, notes=tuple(notes))
