"""What an export leaves in the study: which cells were hidden and why, and the numbers."""

import json
from collections.abc import Sequence

from sqlalchemy.orm import Session

from coder.disclosure.decisions import Decision
from coder.results.saved.building import Built
from coder.results.saved.counting import count_saved
from coder.results.saved.keeping import SavedTable, keep_printed
from coder.results.saved.kept_numbers import numbers_of


def note_export(session: Session, tables: Sequence[SavedTable]) -> None:
    """Remember the numbers that each table was exported with, those that are hidden, too."""
    for saved in tables:
        table = count_saved(session, saved.definition, saved.name)
        keep_printed(session, saved, numbers_of(table))


def said(tables: Sequence[SavedTable], built: Built) -> dict[str, str]:
    """The parameters of the step: the tables, and every decision about a cell of theirs."""
    return {
        "tables": "; ".join(each.name for each in tables),
        "decisions": decisions_text(built.decisions),
    }


def decisions_text(decisions: Sequence[Decision]) -> str:
    """What was decided about cells, as JSON: table, row, column, what, rule, reason, for which."""
    return json.dumps([_told(each) for each in decisions], ensure_ascii=False)


def _told(decision: Decision) -> list[str]:
    why = " / ".join(decision.protects) if decision.protects else ""
    told = [decision.table, decision.row, decision.column, decision.action, decision.rule]
    return [*told, decision.reason, *([why] if why else [])]
