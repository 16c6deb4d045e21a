"""The codebook screen: what it shows."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coder.workbench.codebook_desk import CodebookDesk
from corpus.problems import Problem
from corpus.visible import visible
from tui.codebook.details import details
from tui.codebook.rows import BookRow, Shelf, picked
from tui.codebook.tree_list import BookList
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.banner import Banner
from tui.widgets.cells import one_line
from tui.widgets.code_list import CodeList
from tui.widgets.footing import Footer
from tui.words import _, plural

T = TypeVar("T")

EXAMPLES = 5


class CodebookView(CommandScreen):
    """The tree at the left, the code under its cursor at the right."""

    SCOPE = Scope.CODEBOOK
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.CODEBOOK)
    ZONE: ClassVar[tzinfo | None] = None
    """The reader's time zone, None for that of the system."""

    def __init__(self, desk: CodebookDesk, banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (120, "-wide")]
        self.desk = desk
        self.wanted: Sequence[int] | None = None
        """The codes that are found, None while nothing is looked for."""
        self._banner = banner
        self._shelf = self._new_shelf()

    def compose(self) -> ComposeResult:
        """What it is the codebook of, what is typed, the tree, the details, the keys."""
        yield Banner(self._banner)
        yield Static(id="book")
        yield Static(id="sought", markup=False)
        with Horizontal(id="shelf"):
            yield BookList(_("No code yet: ctrl+n makes one."))
            with VerticalScroll(id="details"):
                yield Static(id="code")
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the first code."""
        self.tree_list.focus()
        self.show_book()

    @property
    def tree_list(self) -> BookList:
        """The tree."""
        return self.query_one(BookList)

    @property
    def cursor(self) -> int | None:
        """The code under the cursor, None when there is none."""
        return self.tree_list.cursor

    def chosen(self) -> list[int]:
        """What an action is on: the marked codes in codebook order, else the one of the cursor."""
        marks = self.tree_list.marks
        if marks:
            return [code.id for code in self.desk.tree.walk() if code.id in marks]
        return [] if self.cursor is None else [self.cursor]

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def tell(self, problem: Problem) -> None:
        """Say what cannot be and what to do."""
        on_line = "fullkoding " in problem.hint
        hint = _("Take another name, or merge the two.") if on_line else problem.hint
        said = f"{problem.sentence} {hint}"
        self.notify(said, severity="error", timeout=6, markup=False)

    def tell_done(self, said: str) -> None:
        """Say what was done."""
        self.notify(said, timeout=4, markup=False)

    def may_change(self) -> bool:
        """Whether the codebook can be changed; when not, that is said."""
        if self.desk.read_only:
            self.notify(_("The study can only be read."), severity="warning", timeout=3)
        return not self.desk.read_only

    def act(self, action: Callable[[], T]) -> T | None:
        """Carry out an action and show what it changed; when it cannot be, tell why: None."""
        try:
            done = action()
        except Problem as problem:
            self.tell(problem)
            return None
        self.show_book()
        return done

    def on_code_list_cursor_moved(self, message: CodeList.CursorMoved) -> None:
        """Show the code under the cursor."""
        message.stop()
        self.show_details()

    def show_book(self, at: int | None = None) -> None:
        """Show the codebook as it is now, the cursor on its code, or on this one."""
        self._shelf = self._new_shelf()
        tree = self.tree_list
        tree.marks &= {row.id for row in self._shelf.rows}
        tree.rows = self.rows()
        if at is not None:
            tree.move_to(at)
        self.show_heading()
        self.show_details()
        self.call_after_refresh(self._complete)

    def rows(self) -> list[BookRow]:
        """The lines of the tree: all of them, or those that were found."""
        rows = self._shelf.rows
        return rows if self.wanted is None else picked(rows, set(self.wanted))

    def show_heading(self) -> None:
        """Say whose codebook it is, and what holds for all of it."""
        tree, marks = self.desk.tree, len(self.tree_list.marks)
        keys = ", ".join(question.full_key for question in self.desk.questions)
        parts = [
            _("Codebook of {questions}").format(questions=keys),
            plural("{count} code", "{count} codes", len(self._shelf.rows)),
            _("locked") if tree.locked else "",
            _("{count} marked").format(count=marks) if marks else "",
        ]
        said = " · ".join(filter(None, parts))
        self.query_one("#book", Static).update(Content(one_line(said)))

    def show_details(self) -> None:
        """Show everything about the code under the cursor."""
        lines = self.lines_of(EXAMPLES)
        shown = [Content(visible(line)) if isinstance(line, str) else line for line in lines]
        self.query_one("#code", Static).update(Content("\n").join(shown))
        self.query_one("#details", VerticalScroll).scroll_home(animate=False)

    def lines_of(self, examples: int) -> list[str | Content]:
        """Everything about the code under the cursor, with so many of its answers."""
        code = self.cursor
        if code is None or code not in self.desk.tree.by_id:
            return []
        try:
            return list(details(self.desk, code, self.desk.look(code, examples), self.ZONE))
        except Problem as problem:
            self.tell(problem)
            return []

    def _new_shelf(self) -> Shelf:
        desk = self.desk
        return Shelf(desk.tree, desk.own, desk.under, desk.memos)

    def _has_unborn(self) -> bool:
        known = self.desk.births or {}
        return any(code.id not in known for code in self.desk.tree.codes)

    def prepare(self) -> None:
        """In a thread: what is wanted soon."""

    def _complete(self) -> None:
        """What takes longer comes when the tree is seen."""
        if not self.is_attached:
            return
        if self.desk.under is None:
            in_background(self, "count", self._count)
        if self.desk.births is None or self._has_unborn():
            in_background(self, "births", self._find_births)

    def _count(self) -> None:
        self.desk.count_under()
        self.prepare()
        from_thread(self, self._show_counts)

    def _show_counts(self) -> None:
        self._shelf = self._new_shelf()
        self.tree_list.rows = self.rows()
        self.show_details()

    def _find_births(self) -> None:
        self.desk.read_births()
        from_thread(self, self.show_details)
