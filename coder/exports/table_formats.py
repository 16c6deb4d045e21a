"""A table in any format, as something that writes a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coder.exports.controls import encodable
from coder.results.table import Table

Writer = Callable[[Path], tuple[str, ...]]
"""Writes a file and returns what a person must be told about it."""


def table_writer(table: Table, form: str, formula_safe: bool = False) -> Writer:
    """The writer of a table as text, json, csv, xlsx or docx."""
    if form in ("docx", "xlsx"):
        return tables_writer([table], form)
    data = _bytes(table, form, formula_safe)
    return lambda path: _write(path, data)


def tables_writer(tables: Sequence[Table], form: str) -> Writer:
    """The writer of several tables in one xlsx or docx file."""
    if form == "docx":
        from coder.exports.word import write_tables

        return lambda path: write_tables(tables, path)
    from coder.exports.excel import write_tables as write_workbook

    return lambda path: write_workbook(tables, path)


def _bytes(table: Table, form: str, formula_safe: bool) -> bytes:
    if form == "json":
        from coder.exports.json_text import table_json

        return encodable(table_json(table)).encode()
    if form == "csv":
        from coder.exports.delimited import csv_bytes, table_csv

        return csv_bytes(encodable(table_csv(table, formula_safe=formula_safe)))
    from coder.exports.text import table_text

    return table_text(table).encode()


def _write(path: Path, data: bytes) -> tuple[str, ...]:
    path.write_bytes(data)
    return ()
