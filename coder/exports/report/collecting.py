"""The report of a study, put together from what the study says of itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coder.exports.report.content import Coverage, Report, Section
from coder.exports.report.wording import report_wording
from coder.growth import growth
from coder.queries import progress
from coder.results.disclosure import protect_tables
from coder.results.methods import methods_note
from coder.results.request import request_of
from coder.results.saved.building import Built, build_all
from coder.results.saved.keeping import SavedTable, tables_of
from coder.results.table import Table
from coder.results.tally import count_table, percent
from coder.results.wishes import TableWishes
from corpus.queries import Question, questions, study_facts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

QUICK_TABLES = (TableWishes(), TableWishes(by="band", level="theme"))
"""The tables of a question of which none is saved: all codes, and main themes by size band."""


def report_tables(session: "Session", saved: Sequence[SavedTable]) -> Built:
    """The tables that go into the report: those `saved`, else quick ones of each question.

    All are guarded together.
    """
    if saved:
        return build_all(session, saved)
    counted = [
        count_table(session, request_of(session, question, wishes))
        for question in questions(session)
        if progress(session, question).codes
        for wishes in QUICK_TABLES
    ]
    done = protect_tables(counted, "1-4", seed=study_facts(session).seed)
    return Built(done.tables, done.decisions)


def saved_for_report(session: "Session") -> list[SavedTable]:
    """The saved tables but those that are for nobody's eyes (guard none)."""
    return [table for table in tables_of(session) if table.definition.guard != "none"]


def collect_report(session: "Session", tables: Sequence[Table]) -> Report:
    """The report with these tables, each under its question; those of no question stand last."""
    facts, every = study_facts(session), questions(session)
    known = {(question.key, question.wave) for question in every}
    others = tuple(table for table in tables if (table.question, table.wave) not in known)
    rest = [Section(report_wording(facts.language).others, others)] if others else []
    return Report(
        facts.title,
        facts.language,
        tuple(_coverage(session, question) for question in every),
        (*(_section(session, question, tables) for question in every), *rest),
        methods_note(session, every),
    )


def _coverage(session: "Session", question: Question) -> Coverage:
    found = progress(session, question)
    rate = percent(found.answered, found.asked)
    return Coverage(
        question.full_key,
        question.text,
        found.asked,
        found.answered,
        rate,
        found.coded,
        found.codes,
    )


def _section(session: "Session", question: Question, tables: Sequence[Table]) -> Section:
    of_question = [t for t in tables if (t.question, t.wave) == (question.key, question.wave)]
    grown = growth(session, question)
    return Section(question.text, tuple(of_question), grown if grown.codes else None)
