"""The screen of saved tables: saved, renamed, put in order, removed, exported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from coder.workbench.table_drafts import NEW
from coder.workbench.tables_desk import ENDINGS
from corpus.problems import Problem
from corpus.visible import visible
from tui.coding.background import from_thread, in_background
from tui.folders import lead
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.confirming import Confirming
from tui.tables.grouping import TablesGrouping
from tui.words import _, plural

T = TypeVar("T")


class TablesActing(TablesGrouping):
    """Each action is one step with one undo; the long ones are carried out in a thread."""

    _is_busy = False

    def may_change(self) -> bool:
        """Whether the study can be changed now; when not, that is said."""
        if self.desk.read_only:
            self.notify(_("The study can only be read."), severity="warning", timeout=3)
        elif self._is_busy:
            self.notify(_("The last action is not done yet."), severity="warning", timeout=3)
        return not (self.desk.read_only or self._is_busy)

    def do_table_save(self) -> None:
        """Ask for a name, and keep the table under it."""
        at, definition = self.at, self.definition
        if at is None or definition is None or not self.may_change():
            return

        def save(name: str | None) -> None:
            if name is None:
                return

            def saved(table_id: int) -> None:
                self.drafts.forget(at)
                self.show_tables(table_id)
                self.tell_done(_("Saved: {name}").format(name=self.drafts.name(table_id)))

            kept = self.drafts.name(at) if name == before else name
            self._carry_out(lambda: self.desk.save(kept, definition, at).id, saved)

        hint, before = _("for example: housing by size"), visible(self.drafts.name(at))
        self.app.push_screen(Asking(_("Save the table as"), hint, before), save)

    def do_table_rename(self) -> None:
        """Another name for a saved table."""
        at = self._saved()
        if at is None:
            return

        def rename(name: str | None) -> None:
            if name is not None and name != before:
                self._carry_out(lambda: self.desk.rename(at, name), lambda _done: self._shown(at))

        asked, before = _("What is the table called?"), visible(self.drafts.name(at))
        self.app.push_screen(Asking(asked, text=before), rename)

    def do_table_up(self) -> None:
        """One place up."""
        self._move(-1)

    def do_table_down(self) -> None:
        """One place down."""
        self._move(1)

    def do_table_remove(self) -> None:
        """Take a table out of the study, or drop a new one."""
        if self.at == NEW:
            self._drop(_("Drop the new table?"), [])
            return
        at = self._saved()
        if at is None:
            return
        name = self.drafts.name(at)

        def remove(agreed: bool | None) -> None:
            if agreed:

                def removed(_done: object) -> None:
                    self.drafts.forget(at)
                    self._shown(None)
                    self.tell_done(_("Removed: {name}").format(name=name))

                self._carry_out(lambda: self.desk.remove(at), removed)

        asked = _("Take this table out of the study?")
        self.app.push_screen(Confirming(asked, [name]), remove)

    def do_table_revert(self) -> None:
        """Forget what was chosen since the table was saved."""
        if self.at is not None and self.drafts.is_changed(self.at):
            self._drop(_("Forget what was chosen?"), [self.name_of(self.at)])

    def do_table_export(self) -> None:
        """Choose what is exported, then the file."""
        if not self.may_change():
            return
        saved = [each.id for each in self.desk.tables]
        options: list[tuple[Sequence[int], str, str]] = []
        if self.at is not None and self.at in saved:
            options.append(((self.at,), _("this table"), self.name_of(self.at)))
        if saved:
            count = plural("{count} table", "{count} tables", len(saved))
            options.append((saved, _("all saved tables"), count))

        def ask(tables: Sequence[int] | None) -> None:
            if tables is not None:
                self._ask_file(tables)

        empty = _("No table is saved: s saves this one.")
        self.app.push_screen(Choosing(_("Export"), options, empty=empty), ask)

    def _ask_file(self, tables: Sequence[int]) -> None:
        unsaved = any(self.drafts.is_changed(each) for each in tables)
        name = self.desk.study.path.stem if len(tables) > 1 else self.drafts.name(tables[0])
        said = _("Write to which file? {endings}").format(endings=ENDINGS)
        if unsaved:
            said = f"{said} ({_('as it is saved, not as it is shown')})"

        def write(text: str | None) -> None:
            if text is not None and text.strip():
                path = lead(self.desk.study.path.absolute().parent, text.strip())
                if _is_there(path):
                    asked = _("Put it in the place of the file that is there?")
                    over = partial(self._write, tables, path)
                    self.app.push_screen(
                        Confirming(asked, [str(path)]), lambda agreed: over() if agreed else None
                    )
                else:
                    self._write(tables, path)

        self.app.push_screen(Asking(said, text=f"{_file_name(name)}.xlsx"), write)

    def _write(self, tables: Sequence[int], path: Path) -> None:
        def written(notes: Sequence[str]) -> None:
            self._shown(self.at)
            said = _("Wrote {path}").format(path=path)
            self.tell_done("\n".join([said, *notes]))

        self.notify(_("Writing …"), timeout=3)
        self._carry_out(lambda: self.desk.export(tables, path), written)

    def _move(self, far: int) -> None:
        at = self._saved()
        if at is not None:
            self._carry_out(lambda: self.desk.move(at, far), lambda _done: self._shown(at))

    def _drop(self, asked: str, lines: Sequence[str]) -> None:
        at = self.at

        def drop(agreed: bool | None) -> None:
            if agreed and at is not None:
                self.drafts.forget(at)
                self.show_tables(at)

        self.app.push_screen(Confirming(asked, lines), drop)

    def _saved(self) -> int | None:
        """The saved table that is shown; None, and told why, when it cannot be changed."""
        if self.at is None or not self.may_change():
            return None
        if self.at == NEW:
            self.notify(_("It is not saved yet: s saves it."), severity="warning", timeout=3)
            return None
        return self.at

    def _shown(self, at: int | None) -> None:
        """Show what an action has changed."""
        self._built.clear()
        self.show_tables(self.at if at is None else at)

    def _carry_out(self, action: Callable[[], T], done: Callable[[T], None]) -> None:
        """An action in a thread; then what is to be shown, or why it could not be."""
        self._is_busy = True

        def finish(result: T) -> None:
            self._is_busy = False
            done(result)

        def fail(problem: Problem) -> None:
            self._is_busy = False
            self.tell(problem)

        def work() -> None:
            try:
                result = action()
            except Problem as problem:
                from_thread(self, fail, problem)
            else:
                from_thread(self, finish, result)

        in_background(self, "act", work)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _file_name(name: str) -> str:
    """A name as that of a file."""
    plain = "".join(each if each.isalnum() or each in " -_." else "-" for each in visible(name))
    return " ".join(plain.split())[:80] or "table"
