"""Quotes in any format, as something that writes a file."""

from pathlib import Path

from coder.exports.controls import encodable
from coder.exports.table_formats import Writer
from coder.results.quote import QuoteSelection


def quote_writer(selection: QuoteSelection, form: str, formula_safe: bool = False) -> Writer:
    """The writer of quotes as text, json, csv, md, html, xlsx or docx."""
    if form == "docx":
        from coder.exports.word import write_quotes

        return lambda path: write_quotes(selection, path)
    if form == "xlsx":
        from coder.exports.excel import write_quotes as write_workbook

        return lambda path: write_workbook(selection, path)
    data = _bytes(selection, form, formula_safe)
    return lambda path: _write(selection, form, path, data)


def _bytes(selection: QuoteSelection, form: str, formula_safe: bool) -> bytes:
    if form == "json":
        from coder.exports.json_text import quotes_json

        return encodable(quotes_json(selection)).encode()
    if form == "csv":
        from coder.exports.delimited import csv_bytes, quotes_csv

        return csv_bytes(encodable(quotes_csv(selection, formula_safe=formula_safe)))
    return encodable(_text(selection, form)).encode()


def _text(selection: QuoteSelection, form: str) -> str:
    if form == "md":
        from coder.exports.markdown import quotes_markdown

        return quotes_markdown(selection)
    if form == "html":
        from coder.exports.web import quotes_html

        return quotes_html(selection)
    from coder.exports.text import quotes_text

    return quotes_text(selection)


def _write(selection: QuoteSelection, form: str, path: Path, data: bytes) -> tuple[str, ...]:
    from coder.exports.controls import replaced_in

    path.write_bytes(data)
    return replaced_in(selection) if form == "html" else ()
