"""The screen of saved tables: what it shows."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coder.results.saved.definition import Definition
from coder.results.table import Table
from coder.workbench.table_drafts import Drafts
from coder.workbench.tables_desk import Shown, TablesDesk
from corpus.problems import Problem
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope, short_key
from tui.commands.tables import TABLES
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.tables.lines import Laid, laid_out
from tui.tables.words import Choice, cell_words, choices_of, problem_words, signs_words
from tui.widgets.banner import Banner
from tui.widgets.cells import cells, one_line
from tui.widgets.footing import Footer
from tui.widgets.table_grid import TableGrid, TableHeads
from tui.widgets.table_names import NameLine, TableNames
from tui.words import _

_KEYS = {command.id: short_key(command.keys[0]) for command in TABLES}
_NOTHING = Laid("", (), (), ())
_KEPT = 20
_GAP = "   "


class TablesView(CommandScreen):
    """The saved tables at the left, the one under the cursor at the right as it is printed."""

    SCOPE = Scope.TABLES
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.TABLES),
        Binding("escape", "command('back')", "Back", show=False),
        Binding("tab,shift+tab", "other_side", "Other side", show=False),
    ]

    def __init__(self, desk: TablesDesk, banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (120, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
        self.desk = desk
        self.drafts = Drafts(desk)
        self.at: int | None = None
        """The table that is shown, None when there is none."""
        self.table: Table | None = None
        """It as it is printed, None while it is built for the first time."""
        self.names = TableNames(_("No table is saved: n begins one."))
        self.grid = TableGrid()
        self._laid = _NOTHING
        self._built: dict[tuple[int, Definition], Shown] = {}
        self._banner = banner

    def compose(self) -> ComposeResult:
        """The tables, the choices, the table, what its signs mean, the keys."""
        yield Banner(self._banner)
        with Horizontal(id="tables"):
            yield self.names
            with Vertical(id="shown"):
                yield Static(id="table_name")
                yield Static(id="table_choices")
                yield TableHeads(self.grid)
                yield self.grid
                yield Static(id="table_cell")
                yield Static(id="table_signs")
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the first table."""
        self.go_to_list()
        ids = self.drafts.ids
        self.show_tables(ids[0] if ids else None)

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def tell(self, problem: Problem) -> None:
        """Say what cannot be and what to do."""
        self.notify(problem_words(problem), severity="error", timeout=6, markup=False)

    def tell_done(self, said: str) -> None:
        """Say what was done."""
        self.notify(said, timeout=4, markup=False)

    @property
    def definition(self) -> Definition | None:
        """What the table that is shown is to show, None when there is none."""
        return None if self.at is None else self.drafts.definition(self.at)

    def look_again(self) -> None:
        """Show what was changed elsewhere."""
        try:
            self.desk.refresh()
        except Problem as problem:
            self.tell(problem)
            return
        self._built.clear()
        if self.is_mounted:
            self.show_tables(self.at)

    def show_tables(self, at: int | None) -> None:
        """Show the list of tables as it is now, the cursor on one of them."""
        self.drafts.tidy()
        ids = self.drafts.ids
        self.at = at if at in ids else (ids[0] if ids else None)
        lines = [NameLine(id_, self.name_of(id_), self.drafts.is_changed(id_)) for id_ in ids]
        self.names.show(lines, ids.index(self.at) if self.at is not None else 0)
        self.show_table()

    def name_of(self, table_id: int) -> str:
        """What a table is called on the screen."""
        return self.drafts.name(table_id) or _("(new table)")

    def show_table(self) -> None:
        """Show the choices of the table under the cursor, and itself as soon as it is built."""
        definition = self.definition
        self._show_choices(definition)
        if self.at is None or definition is None:
            self.workers.cancel_group(self, "build")
            self._show_nothing("")
            return
        shown = self._built.get((self.at, definition))
        if shown is not None:
            self.workers.cancel_group(self, "build")
            self._show(self.at, definition, shown)
            return
        self._say_signs(_("Counting …"))
        name = self.drafts.name(self.at)
        in_background(self, "build", partial(self._build, self.at, definition, name))

    def on_table_names_moved(self) -> None:
        """Show another table."""
        self.at = self.names.cursor
        self.show_table()

    def on_table_names_entered(self) -> None:
        """Into the table."""
        self.go_to_table()

    def on_table_grid_left(self) -> None:
        """Back to the list."""
        self.go_to_list()

    def on_table_grid_moved(self) -> None:
        """Show over which column the cursor is, and what is under it."""
        self.query_one(TableHeads).refresh()
        self.show_cell()

    def show_cell(self) -> None:
        """Say what is under the cursor."""
        said = ""
        if self.table is not None and self.grid.count() and self._laid.heads:
            said = cell_words(self.table, self.row_of(self.grid.at), self.grid.column)
        self.query_one("#table_cell", Static).update(Content(one_line(said)))

    def on_resize(self) -> None:
        """Lay out the table for the room there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        self._show_choices(self.definition)
        self.query_one(TableHeads).refresh()

    def action_other_side(self) -> None:
        """From the list to the table, and back."""
        (self.go_to_list if self.grid.has_focus else self.go_to_table)()

    def go_to_list(self) -> None:
        """Put the keys on the list; where there is little room it is all that is seen."""
        self.add_class("-list")
        self.call_after_refresh(self.names.focus)

    def go_to_table(self) -> None:
        """Put the keys on the table."""
        self.remove_class("-list")
        self.call_after_refresh(self.grid.focus)

    def row_of(self, line: int) -> int:
        """The place in the table of a line's row."""
        return self._laid.rows[line]

    def _build(self, table_id: int, definition: Definition, name: str) -> None:
        """In a thread: the table as it may be printed."""
        try:
            shown = self.desk.build(definition, table_id, name)
        except Problem as problem:
            from_thread(self, self._fail, problem)
        else:
            from_thread(self, self._show, table_id, definition, shown)

    def _show(self, table_id: int, definition: Definition, shown: Shown) -> None:
        if len(self._built) >= _KEPT:
            self._built.clear()
        self._built[table_id, definition] = shown
        if (table_id, definition) != (self.at, self.definition):
            return
        self.table = shown.table
        self._laid = laid_out(shown.table)
        self._fill(self._laid, _("Nothing is coded yet."))
        left_out = _("{count} left out of account").format(count=len(shown.left_out))
        parts = [signs_words(shown.table), left_out if shown.left_out else ""]
        self._say_signs(" · ".join(filter(None, parts)))

    def _fail(self, problem: Problem) -> None:
        self._show_nothing(problem_words(problem))

    def _show_nothing(self, why: str) -> None:
        self.table = None
        self._laid = _NOTHING
        self._fill(_NOTHING, why)
        self._say_signs("")

    def _fill(self, laid: Laid, empty: str) -> None:
        self.grid.empty = empty
        self.grid.show(laid.first, laid.heads, laid.lines, self.grid.at)
        heads = self.query_one(TableHeads)
        heads.set_class(not laid.heads, "-none")
        heads.refresh()
        self.show_cell()

    def _show_choices(self, definition: Definition | None) -> None:
        name = "" if self.at is None else self.name_of(self.at)
        changed = self.at is not None and self.drafts.is_changed(self.at)
        state = f" · {_('not saved')}" if changed else ""
        self.query_one("#table_name", Static).update(Content(one_line(name + state)))
        chosen = [] if definition is None else list(choices_of(definition, self.desk.offer))
        static = self.query_one("#table_choices", Static)
        static.update(_in_lines(chosen, static.size.width - 2))

    def _say_signs(self, said: str) -> None:
        self.query_one("#table_signs", Static).update(Content(one_line(said)))


def _in_lines(choices: Sequence[Choice], width: int) -> Content:
    """Choices with their keys; none is broken where it fits on a line of so many cells."""
    lines, used = [Content("")], 0
    for choice in choices:
        key, value = _KEYS[choice.command], one_line(choice.value)
        size = cells(key) + 1 + cells(value)
        if used and used + len(_GAP) + size > width:
            lines, used = [*lines, Content("")], 0
        gap = _GAP if used else ""
        lines[-1] = Content.assemble(lines[-1], gap, (key, "bold"), f" {value}")
        used += len(gap) + size
    return Content("\n").join(lines)
