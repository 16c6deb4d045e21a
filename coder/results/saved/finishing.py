"""What is added to a table when it is known which of its cells are printed."""

from dataclasses import replace

from coder.results.saved.definition import Definition
from coder.results.saved.wording import saved_words
from coder.results.table import Table


def finished(table: Table, definition: Definition) -> Table:
    """The table with the notes of what was done to its numbers."""
    words = saved_words(table.language)
    notes = [words.rounded] if definition.guard == "round" and table.columns else []
    return replace(table, notes=(*table.notes, *notes))
