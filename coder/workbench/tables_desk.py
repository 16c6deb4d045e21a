"""The saved tables of a study on the table: shown, changed, saved, exported, looked behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coder.exports.publishing import publish
from coder.exports.saved_formats import saved_writer
from coder.exports.table_formats import TABLE_FORMATS
from coder.results.quotes import study_finder
from coder.results.saved.behind import Behind, answers_behind
from coder.results.saved.building import build_all
from coder.results.saved.definition import Definition
from coder.results.saved.exporting import note_export, said
from coder.results.saved.keeping import (
    SavedTable,
    remove_table,
    rename_table,
    reorder_tables,
    save_table,
    tables_of,
)
from coder.results.table import Table
from coder.study import SUFFIX, Study
from coder.workbench.table_choices import Offer, offer_of, values_of
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.store.history import Step

_FORMATS = {
    **{form: form for form in TABLE_FORMATS if form != "text"},
    **{"txt": "text", "htm": "html"},
}
ENDINGS = ", ".join(f".{ending}" for ending in _FORMATS if ending != "htm")
"""The endings of the files that tables can be exported to."""

_DATABASE = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Shown:
    """A table as it may be printed beside the saved ones, and which of these were left out."""

    table: Table
    left_out: tuple[str, ...] = ()


class TablesDesk:
    """Reads and changes the saved tables of an open study; each change is one step, one undo."""

    def __init__(self, study: Study, coder: str) -> None:
        self.study = study
        self.coder = normalise(coder)
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.study.read_only

    def refresh(self) -> None:
        """Read again what is saved, and what there is to choose from."""
        with self.study.read() as session:
            self.tables: Sequence[SavedTable] = tables_of(session)
            self.offer: Offer = offer_of(session)

    def values(self, variable: str) -> list[str]:
        """The values that respondents have of a variable."""
        with self.study.read() as session:
            return values_of(session, variable)

    def find(self, table_id: int) -> SavedTable:
        """A saved table; a Problem when it was removed meanwhile."""
        found = next((each for each in self.tables if each.id == table_id), None)
        if found is None:
            raise Problem("The table is not in the study any more.", "Undo may bring it back.")
        return found

    def build(self, definition: Definition, table_id: int = 0, name: str = "") -> Shown:
        """A table as it may be printed beside all saved ones; may take a second.

        `table_id`: the saved table that it would take the place of, 0 for none.
        """
        one = SavedTable(table_id, "", name, definition)
        with self.study.read() as session:
            built = build_all(session, [one])
        return Shown(built.tables[0], built.left_out)

    def answers(self, definition: Definition, table: Table, row: int, column: int) -> Behind:
        """The answers behind a cell by its place; column 0 is the whole row."""
        place = table.columns[column - 1] if column else None
        with self.study.read() as session:
            return answers_behind(session, definition, table, table.rows[row], place)

    def save(self, name: str, definition: Definition, table_id: int = 0) -> SavedTable:
        """Keep a definition under a name; instead of the table `table_id` when that has it."""
        own = next((each for each in self.tables if each.id == table_id), None)
        replace = own is not None and _same(own.name, name)
        parameters = {"table": own.name if own and replace else name.strip()}
        asked = self.offer.question(definition.question)
        if asked is not None:
            parameters["question"] = asked.full_key
        with self.study.act("save_table", self.coder, operation=None, **parameters) as session:
            saved = save_table(session, name, definition, replace)
        self.refresh()
        return saved

    def rename(self, table_id: int, name: str) -> None:
        """Call a saved table something else."""
        table = self.find(table_id)
        parameters = {"table": table.name, "name": name.strip()}
        with self.study.act("rename_table", self.coder, operation=None, **parameters) as session:
            rename_table(session, table, name)
        self.refresh()

    def remove(self, table_id: int) -> SavedTable:
        """Take a saved table out of the study; returns what it was."""
        table = self.find(table_id)
        with self.study.act("remove_table", self.coder, table=table.name) as session:
            remove_table(session, table)
        self.refresh()
        return table

    def move(self, table_id: int, far: int) -> bool:
        """Move a saved table down by so many places, or up; returns whether there was room."""
        order = [each.id for each in self.tables]
        table = self.find(table_id)
        at = order.index(table_id) + far
        if not 0 <= at < len(order):
            return False
        rest = [each for each in self.tables if each.id != table_id]
        wanted = [*rest[:at], table, *rest[at:]]
        with self.study.act("sort_tables", self.coder, tables=table.name) as session:
            reorder_tables(session, wanted)
        self.refresh()
        return True

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        step = self.study.undo(self.coder)
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.study.redo(self.coder)
        self.refresh()
        return step

    def export(self, tables: Sequence[int], path: Path) -> tuple[str, ...]:
        """Write saved tables to one file, in the format of its ending; returns what to tell.

        They are guarded together, the file passes the last gate, and the study notes what was
        hidden and why. A Problem when it cannot be written; then there is no file and no step.
        """
        form = form_of(path)
        wanted = [self.find(each) for each in tables]
        if not wanted:
            raise Problem("No table is saved.", "Save one first.")
        with self.study.read() as session:
            built, finder = build_all(session, wanted), study_finder(session)
        _refuse_study(path)
        writer = saved_writer(built.tables, form)
        parameters = {"file": path.name, **said(wanted, built)}
        with self.study.act("export_tables", self.coder, operation=None, **parameters) as session:
            note_export(session, wanted)
            told = publish(path, writer, finder, path.suffix.lstrip("."))
        self.refresh()
        return (*(f"Left out of account: {line}" for line in built.left_out), *told)


def form_of(path: Path) -> str:
    """The format that a file's ending names; a Problem when it names none."""
    form = _FORMATS.get(path.suffix.lstrip(".").casefold(), "")
    if not form:
        raise Problem(f"The ending of {path.name} names no format.", f"Use one of: {ENDINGS}.")
    return form


def _same(name: str, other: str) -> bool:
    return " ".join(normalise(other).split()).casefold() == name.casefold()


def _refuse_study(path: Path) -> None:
    """A Problem when an export would take the place of a study or another database."""
    found = b""
    if path.is_file():
        with path.open("rb") as file:
            found = file.read(len(_DATABASE))
    if found == _DATABASE or path.suffix == SUFFIX:
        raise Problem(f"{path.name} is a study, not an output.", "Choose another file name.")
