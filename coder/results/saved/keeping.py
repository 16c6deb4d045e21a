"""Saved tables: put into the study, found, renamed, put in order, removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.results.saved.counting import count_saved
from coder.results.saved.definition import Definition, definition_of, definition_text
from coder.results.saved.finding import check_definition
from coder.results.saved.kept_numbers import numbers_of
from coder.results.saved.tables import SavedTableRow
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.store.store import new_guid


@dataclass(frozen=True)
class SavedTable:
    """A saved table: its id and GUID, its name, its definition, its numbers when it was
    last saved or exported."""

    id: int
    guid: str
    name: str
    definition: Definition
    printed: str = ""


def tables_of(session: Session) -> list[SavedTable]:
    """All saved tables in their order."""
    rows = session.scalars(select(SavedTableRow).order_by(SavedTableRow.position, SavedTableRow.id))
    return [_saved(row) for row in rows]


def find_saved(session: Session, name: str) -> SavedTable:
    """The table of this name, in any letter case; a Problem when there is none."""
    known, wanted = tables_of(session), _plain(name)
    found = [each for each in known if each.name == wanted]
    found = found or [each for each in known if each.name.casefold() == wanted.casefold()]
    if not found:
        raise Problem(f"There is no table {name}.", _hint(wanted, [each.name for each in known]))
    return found[0]


def save_table(
    session: Session, name: str, definition: Definition, replace: bool = False
) -> SavedTable:
    """Keep a definition under a name; a Problem for a name in use, unless it is replaced.

    A Problem, too, when something that the definition names is not in the study, or it makes no
    table.
    """
    plain = _named(name)
    check_definition(session, definition, plain)
    numbers = numbers_of(count_saved(session, definition, plain))
    text = definition_text(definition)
    row = _row_named(session, plain)
    if row is not None and not replace:
        raise Problem(f"There is a table {row.name} already.", "Another name, or: --replace")
    if row is None:
        last = session.scalar(select(func.max(SavedTableRow.position))) or 0
        row = SavedTableRow(
            guid=new_guid(session), name=plain, position=last + 1, definition=text, printed=numbers
        )
        session.add(row)
    row.definition, row.printed = text, numbers
    session.flush()
    return _saved(row)


def rename_table(session: Session, table: SavedTable, name: str) -> None:
    """Call a table something else; a Problem when another has the name."""
    plain = _named(name)
    other = _row_named(session, plain)
    if other is not None and other.id != table.id:
        raise Problem(f"There is a table {other.name} already.", "Choose another name.")
    session.get_one(SavedTableRow, table.id).name = plain
    session.flush()


def remove_table(session: Session, table: SavedTable) -> None:
    """Take a table out of the study; undo brings it back."""
    session.delete(session.get_one(SavedTableRow, table.id))
    session.flush()


def reorder_tables(session: Session, tables: Sequence[SavedTable]) -> None:
    """Put these tables first, in this order; the others follow as they were."""
    first = [table.id for table in tables]
    rest = [table.id for table in tables_of(session) if table.id not in first]
    for position, id_ in enumerate(dict.fromkeys([*first, *rest]), start=1):
        session.get_one(SavedTableRow, id_).position = position
    session.flush()


def keep_printed(session: Session, table: SavedTable, printed: str) -> None:
    """Remember how a table was exported."""
    row = session.get_one(SavedTableRow, table.id)
    row.printed, row.exports = printed, row.exports + 1
    session.flush()


def _row_named(session: Session, name: str) -> SavedTableRow | None:
    rows = session.scalars(select(SavedTableRow))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _named(name: str) -> str:
    plain = _plain(name)
    if not plain:
        raise Problem("A table needs a name.", "For example: bolig-etter-størrelse")
    return plain


def _plain(name: str) -> str:
    return " ".join(normalise(name).split())


def _saved(row: SavedTableRow) -> SavedTable:
    return SavedTable(row.id, row.guid, row.name, definition_of(row.definition), row.printed)


def _hint(wanted: str, known: Sequence[str]) -> str:
    near = process.extractOne(wanted, known, score_cutoff=60)
    if near:
        return f"Did you mean {near[0]}?"
    return f"There are: {', '.join(known)}." if known else "Save one: fullkoding tables save"
