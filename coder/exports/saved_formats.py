"""Saved tables that were built together, as something that writes one file."""

from collections.abc import Sequence

from coder.exports.table_formats import Writer, table_writer, tables_writer
from coder.results.table import Table


def saved_writer(tables: Sequence[Table], form: str, formula_safe: bool = False) -> Writer:
    """The writer of one table or of several; lists stand as their lines."""
    if len(tables) == 1:
        return table_writer(tables[0], form, formula_safe)
    return tables_writer(tables, form, formula_safe)
