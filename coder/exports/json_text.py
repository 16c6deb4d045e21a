"""Tables and quotes as JSON, with the keys that other programs rely on."""

import json
import re
from collections.abc import Sequence

from coder.results.chapter import Chapter
from coder.results.quote import QuoteSelection
from coder.results.saved.listing import list_lines
from coder.results.table import Cell, Row, Table

_SURROGATE = re.compile("[\ud800-\udfff]")


def table_json(table: Table) -> str:
    """The table as one JSON object; the row Totalt is left out, since the base says it."""
    return json_of(_table(table))


def tables_json(tables: Sequence[Table]) -> str:
    """Several tables as `{"tables": [...]}`, each as `table_json` gives it."""
    return json_of({"tables": [_table(table) for table in tables]})


def quotes_json(selection: QuoteSelection) -> str:
    """The quotes as JSON: path, text and label of each and nothing else, then what is said of all.

    `draft` is the warning of a draft, "" where every quote is approved.
    """
    return json_of(
        {
            "quotes": [
                {"path": list(quote.path), "text": quote.text, "label": quote.label}
                for quote in selection.quotes
            ],
            "draft": selection.draft,
            "notes": list(selection.notes),
        }
    )


def chapter_json(chapter: Chapter) -> str:
    """A chapter as JSON: its parts with heading, lead-in, table and quotes, and the notes."""
    return json_of(
        {
            "title": chapter.title,
            "draft": chapter.draft,
            "parts": [
                {
                    "level": part.level,
                    "heading": part.heading,
                    "lead_in": part.lead_in,
                    "table": _table(part.table) if part.table else None,
                    "quotes": [{"text": each.text, "label": each.label} for each in part.quotes],
                }
                for part in chapter.parts
            ],
            "notes": list(chapter.notes),
        }
    )


def _table(table: Table) -> dict[str, object]:
    return {
        "question": table.question,
        "title": table.title,
        "base": {"kind": table.base.kind, "n": table.base.n},
        "asked": table.asked,
        "answered": table.answered,
        "response_rate": table.response_rate,
        "columns": [{"key": column.key, "n": column.n} for column in table.columns],
        "rows": [_row(row) for row in table.rows if row.kind != "total"],
        "notes": list(table.notes),
    } | _told(lines=list(list_lines(table)) if table.shape != "table" else [])


def _row(row: Row) -> dict[str, object]:
    return {
        "path": list(row.path),
        "code": row.code,
        "count": row.count,
        "percent": row.percent,
        "cells": [_cell(cell) for cell in row.cells],
    } | _told(mark=row.mark, codes=list(row.codes), interval=row.interval)


def _cell(cell: Cell) -> dict[str, object]:
    hidden = cell.suppressed
    return {
        "count": None if hidden else cell.count,
        "percent": None if hidden else cell.percent,
        "suppressed": cell.suppressed,
    } | _told(interval=cell.interval, differs=cell.differs)


def _told(**values: object) -> dict[str, object]:
    """Keys that only some tables have."""
    return {key: value for key, value in values.items() if value}


def json_of(value: dict[str, object]) -> str:
    """Readable JSON in plain letters; lone surrogates, which UTF-8 cannot hold, are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
