"""What an export leaves in the study: which cells were hidden and why, and the numbers."""

import json
from collections.abc import Sequence

from sqlalchemy.orm import Session

from coder.disclosure.decisions import Decision
from coder.results.saved.building import Built
from coder.results.saved.keeping import SavedTable, keep_printed
from coder.results.table import Table


def note_export(session: Session, tables: Sequence[SavedTable], built: Built) -> None:
    """Remember the numbers that each table was exported with."""
    for saved, table in zip(tables, built.tables, strict=True):
        keep_printed(session, saved, printed_numbers(table))


def said(tables: Sequence[SavedTable], built: Built) -> dict[str, str]:
    """The parameters of the step: the tables, and every decision about a cell of theirs."""
    decisions = [_told(each) for each in built.decisions]
    return {
        "tables": "; ".join(each.name for each in tables),
        "decisions": json.dumps(decisions, ensure_ascii=False),
    }


def printed_numbers(table: Table) -> str:
    """The printed numbers of a table as JSON: N, columns, and rows with their cells."""
    told = {
        "n": table.base.n,
        "columns": {column.head: column.n for column in table.columns},
        "rows": [
            {
                "row": list(row.path),
                "code": row.code or "+".join(row.codes),
                "count": row.count,
                "cells": [":" if cell.suppressed else cell.count for cell in row.cells],
            }
            for row in table.rows
        ],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _told(decision: Decision) -> list[str]:
    why = " / ".join(decision.protects) if decision.protects else ""
    told = [decision.table, decision.row, decision.column, decision.action, decision.rule]
    return [*told, decision.reason, *([why] if why else [])]
