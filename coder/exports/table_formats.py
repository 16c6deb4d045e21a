"""Tables in any format, as something that writes a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coder.exports.controls import encodable, one_line, replaced_in
from coder.results.table import Table

Writer = Callable[[Path], tuple[str, ...]]
"""Writes a file and returns what a person must be told about it."""

TABLE_FORMATS = ("text", "json", "csv", "md", "html", "tex", "xlsx", "docx")
"""The formats that tables are written in, by their usual endings; text is .txt."""


def table_writer(table: Table, form: str, formula_safe: bool = False) -> Writer:
    """The writer of a table in one of the formats."""
    if form == "json":
        return _writer(encodable(_json([table])).encode())
    if form == "csv":
        return _writer(_csv([table], formula_safe))
    return tables_writer([table], form)


def tables_writer(tables: Sequence[Table], form: str, formula_safe: bool = False) -> Writer:
    """The writer of at least one table in one file.

    A workbook has a sheet each and, for more than one, a sheet of contents that leads to them; a
    Word file has numbered captions; CSV has each title in a line above the heads; JSON is
    `{"tables": [...]}`.
    """
    if form == "docx":
        from coder.exports.word import write_tables

        return lambda path: write_tables(tables, path)
    if form == "xlsx":
        from coder.exports.excel import write_tables as write_workbook

        return lambda path: write_workbook(tables, path)
    if form == "csv":
        return _writer(_csv(tables, formula_safe, titled=True))
    notes = replaced_in(tables) if form == "html" else ()
    return _writer(encodable(_text(tables, form)).encode(), notes)


def _text(tables: Sequence[Table], form: str) -> str:
    if form == "json":
        from coder.exports.json_text import tables_json

        return tables_json(tables)
    if form == "md":
        from coder.exports.markdown_tables import tables_markdown

        return tables_markdown(tables)
    if form == "html":
        from coder.exports.web import tables_html

        return tables_html(tables)
    if form == "tex":
        from coder.exports.latex import tables_latex

        return tables_latex(tables)
    from coder.exports.text import table_text

    return "\n\n".join(map(table_text, tables))


def _json(tables: Sequence[Table]) -> str:
    from coder.exports.json_text import table_json

    return "".join(map(table_json, tables))


def _csv(tables: Sequence[Table], formula_safe: bool, titled: bool = False) -> bytes:
    from coder.exports.delimited import csv_bytes, delimited, table_csv

    parts = []
    for table in tables:
        rows = table_csv(table, formula_safe=formula_safe)
        title = delimited([[one_line(table.title)]], table.language, formula_safe)
        parts.append(title + rows if titled else rows)
    return csv_bytes(encodable("\r\n".join(parts)))


def _writer(data: bytes, notes: tuple[str, ...] = ()) -> Writer:
    return lambda path: _write(path, data, notes)


def _write(path: Path, data: bytes, notes: tuple[str, ...]) -> tuple[str, ...]:
    path.write_bytes(data)
    return notes
