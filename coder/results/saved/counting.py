"""A definition becomes a table as it is: nothing is hidden yet."""

from dataclasses import replace

from sqlalchemy.orm import Session

from coder.results.saved.definition import Definition
from coder.results.saved.finding import Found, find
from coder.results.saved.wording import saved_words
from coder.results.table import Table
from coder.results.tally import count_table


def count_saved(session: Session, definition: Definition, name: str = "") -> Table:
    """The table of a definition, with notes on what is left out and what codes became.

    A Problem that names the table when something it is made of is not there any more.
    """
    found = find(session, definition, name)
    table = count_table(session, found.request)
    notes = (*table.notes, *_notes(definition, found))
    return replace(table, notes=notes, shape=definition.shape)


def _notes(definition: Definition, found: Found) -> tuple[str, ...]:
    words = saved_words(found.request.language)
    notes = [
        words.only.format(variable=each.variable, values=" / ".join(each.values))
        for each in definition.filters
    ]
    if definition.units:
        notes.append(words.units.format(kinds=", ".join(definition.units)))
    notes += [words.merged.format(code=code, into=into) for code, into in found.merged]
    return tuple(notes)
