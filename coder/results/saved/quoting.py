"""Labelled quotes that are exported in the same run as tables."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from coder.disclosure.attack import recovered, refuse_recovered
from coder.results.honesty import tables_notes
from coder.results.labels import MERGED, LabelRule, study_labels
from coder.results.published import Labels, Told, publication_of, row_key
from coder.results.quote import Quote, QuoteSelection
from coder.results.quotes import QuoteWishes, select_quotes
from coder.results.saved.building import Built, build_all, is_linked
from coder.results.saved.counting import count_saved
from coder.results.saved.finding import question_of
from coder.results.saved.keeping import SavedTable, tables_of
from coder.results.table import Table
from corpus.problems import Problem
from corpus.queries import Question

Path = tuple[str, ...]


def quotes_beside(
    session: Session, saved: Sequence[SavedTable], built: Built, rule: LabelRule = MERGED
) -> QuoteSelection:
    """All coded text of the tables' questions, masked; what is said together tells no hidden cell.

    Counting labels under a heading gives the cells of its row. So labels are left out under the
    headings of rows with a hidden cell, above and below them; the rest is attacked together with
    the tables, and a Problem names the cell that follows.
    """
    guids = dict.fromkeys(each.definition.question for each in saved)
    asked = [question_of(session, guid, saved[0].name) for guid in guids]
    selection = select_quotes(session, asked, QuoteWishes(label_rule=rule))
    tables = [
        table for table, each in zip(built.tables, saved, strict=True) if is_linked(each.definition)
    ]
    quotes, hidden, left_out = _beside(session, asked, selection.quotes, tables, rule, None)
    notes = tables_notes(hidden, left_out, selection.language)
    return replace(selection, quotes=quotes, notes=(*selection.notes, *notes))


def beside_saved(
    session: Session,
    asked: Sequence[Question],
    quotes: Sequence[Quote],
    answers: Sequence[Hashable] | None,
    rule: LabelRule = MERGED,
) -> tuple[tuple[Quote, ...], int, int]:
    """The quotes as they may stand beside all saved tables of their questions.

    Returns them, how many cells of these tables are hidden, and how many quotes lost their label.
    `answers` says of which answer each quote of a choice is, which tells that a cell has as many at
    least; None: the quotes are all there are, and counting labels gives a cell. Tables for nobody's
    eyes (guard none), or that cannot be built, are left out; a Problem names a cell that follows.
    """
    guids = {each.guid for each in asked}
    saved = [
        each
        for each in tables_of(session)
        if each.definition.question in guids
        and each.definition.guard != "none"
        and each.definition.columns != "none"
        and is_linked(each.definition)
        and _can_be_built(session, each)
    ]
    if not saved or not any(quote.label for quote in quotes):
        return tuple(quotes), 0, 0
    tables = build_all(session, saved).tables
    return _beside(session, asked, quotes, tables, rule, answers)


def _can_be_built(session: Session, saved: SavedTable) -> bool:
    try:
        count_saved(session, saved.definition, saved.name)
    except Problem:
        return False
    return True


def _beside(
    session: Session,
    asked: Sequence[Question],
    quotes: Sequence[Quote],
    tables: Sequence[Table],
    rule: LabelRule,
    answers: Sequence[Hashable] | None,
) -> tuple[tuple[Quote, ...], int, int]:
    labelled = study_labels(session, rule)
    labels = {(each.key, each.wave): labelled[each.id].bands_of() for each in asked}
    secret = {path for table in tables for path in _hidden_paths(table)}
    if answers is None:
        shown = tuple(_unlabelled(quote, secret) for quote in quotes)
        refuse_recovered(publication_of(tables, shown, labels, complete=True))
    else:
        secret = _needed(tables, quotes, answers, labels, secret)
        shown = tuple(_unlabelled(quote, secret) for quote in quotes)
        told = _told(shown, answers)
        refuse_recovered(publication_of(tables, shown, labels, told=told))
    hidden = sum(cell.suppressed for table in tables for row in table.rows for cell in row.cells)
    left_out = sum(bool(quote.label) for quote in quotes) - sum(bool(q.label) for q in shown)
    return shown, hidden, left_out


def _needed(
    tables: Sequence[Table],
    quotes: Sequence[Quote],
    answers: Sequence[Hashable],
    labels: Labels,
    hidden: set[Path],
) -> set[Path]:
    """Under which headings a choice of quotes must go without labels, so that no cell follows.

    A choice tells only that a cell has as many answers at least, so most labels may stand.
    """
    rows = {
        row_key(row): (table.question_text, *row.path) for table in tables for row in table.rows
    }
    secret: set[Path] = set()
    while True:
        shown = [_unlabelled(quote, secret) for quote in quotes]
        told = _told(shown, answers)
        found = recovered(publication_of(tables, shown, labels, told=told))
        paths = {rows[each.place.row] for each in found if each.place.row in rows}
        if not found or secret == hidden:
            return secret
        secret = secret | paths if paths - secret else hidden


def _told(quotes: Sequence[Quote], answers: Sequence[Hashable]) -> Told:
    behind: dict[tuple[Path, str], set[Hashable]] = {}
    for quote, answer in zip(quotes, answers, strict=True):
        for depth in range(1, len(quote.path) + 1) if quote.label else ():
            behind.setdefault((quote.path[:depth], quote.label), set()).add(answer)
    return {place: len(found) for place, found in behind.items()}


def _hidden_paths(table: Table) -> list[Path]:
    """The headings of quotes whose labels would count a hidden cell."""
    hidden = [row for row in table.rows if any(cell.suppressed for cell in row.cells)]
    if any(row.code is None for row in hidden):
        return [(table.question_text,)]
    return [(table.question_text, *row.path) for row in hidden]


def _unlabelled(quote: Quote, secret: Collection[Path]) -> Quote:
    told = any(
        quote.path[: len(path)] == path or path[: len(quote.path)] == quote.path for path in secret
    )
    return replace(quote, label="") if told else quote
