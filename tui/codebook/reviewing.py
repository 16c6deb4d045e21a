"""A list of codes that may be one, each pair to be kept apart or merged with one key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.codebook.pair_lines import PairLine, PairLines
from tui.codebook.pair_words import pair_lines, reason_words
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.fault_log import write_down
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.steps import step_words
from tui.widgets.banner import Banner
from tui.widgets.footing import Footer
from tui.widgets.labels import show
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.similar.pair import SimilarPair
    from coder.workbench.similar_desk import SimilarDesk


class Reviewing(CommandScreen):
    """The pairs above, the one under the cursor below; what is decided leaves the list."""

    SCOPE = Scope.REVIEWING
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.REVIEWING),
        Binding("escape", "command('back')", "Back", show=False),
    ]

    def __init__(self, desk: "SimilarDesk", banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.desk = desk
        self.pairs: list[SimilarPair] = []
        self.is_found = False
        self._banner = banner
        self._list = PairLines()

    def compose(self) -> ComposeResult:
        """How many are left, the pairs, the one under the cursor, the keys."""
        yield Banner(self._banner)
        yield Static(_("Looking for codes that may be one …"), id="alike", markup=False)
        yield self._list
        with VerticalScroll(id="both", can_focus=False):
            yield Static(id="pair")
        yield Footer()

    def on_mount(self) -> None:
        """Look for them."""
        self._list.focus()
        in_background(self, "similar", self._find)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            if isinstance(error, Problem):
                self._tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def on_pair_lines_moved(self) -> None:
        """Show the pair under the cursor."""
        self._show_pair()

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def look_again(self) -> None:
        """Show what was changed elsewhere."""
        if not self.is_found:
            return
        try:
            self.desk.refresh()
        except Problem as problem:
            self._tell(problem)
            return
        self.show()

    def do_keep_pair(self) -> None:
        """The two are two."""
        pair = self._pair()
        if pair is not None:
            self._decide(lambda: self.desk.keep(pair), _("Both are kept."))

    def do_merge_first(self) -> None:
        """The second becomes the first."""
        pair = self._pair()
        if pair is not None:
            self._merge(pair, pair.code_id)

    def do_merge_second(self) -> None:
        """The first becomes the second."""
        pair = self._pair()
        if pair is not None:
            self._merge(pair, pair.other_id)

    def do_next_pair(self) -> None:
        """Go on, round the end."""
        if self.pairs:
            self._list.go((self._list.at + 1) % len(self.pairs))

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.desk.book.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.desk.book.redo, _("Done again"))

    def show(self) -> None:
        """Show the pairs that are left."""
        before = self._pair()
        self.pairs = self.desk.pairs
        self._list.empty = _("No two codes are alike, or all were looked at.")
        at = self.pairs.index(before) if before in self.pairs else self._list.at
        self._list.show([self._line(pair) for pair in self.pairs], at)
        left = plural("{count} pair left", "{count} pairs left", len(self.pairs))
        show(self.query_one("#alike", Static), _("Similar codes: {left}").format(left=left))
        self._show_pair()

    def _find(self) -> None:
        self.desk.find()
        from_thread(self, self._show_found)

    def _show_found(self) -> None:
        self.is_found = True
        self.show()

    def _merge(self, pair: "SimilarPair", stays: int) -> None:
        into = self.desk.book.path(stays)
        goes = pair.other_id if stays == pair.code_id else pair.code_id
        said = _("{code} was merged into {into}.").format(code=self.desk.book.path(goes), into=into)
        self._decide(lambda: self.desk.merge(pair, stays), said)

    def _decide(self, decide: Callable[[], object], said: str) -> None:
        try:
            decide()
        except Problem as problem:
            self._tell(problem)
            return
        self.notify(said, timeout=3, markup=False)
        self.show()

    def _pair(self) -> "SimilarPair | None":
        return self.pairs[self._list.at] if self.pairs else None

    def _line(self, pair: "SimilarPair") -> PairLine:
        book = self.desk.book
        why = "; ".join(map(reason_words, pair.reasons))
        return PairLine(book.path(pair.code_id), book.path(pair.other_id), why)

    def _show_pair(self) -> None:
        pair, lines = self._pair(), list[Content]()
        if pair is not None:
            first, second = map(self.desk.side, (pair.code_id, pair.other_id))
            lines = list(pair_lines(pair, first, second))
        self.query_one("#pair", Static).update(Content("\n").join(lines))
        self.query_one("#both", VerticalScroll).scroll_home(animate=False)

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
            self.desk.refresh()
        except Problem as problem:
            self._tell(problem)
            return
        words = step_words(step.kind, step.parameters)
        self.notify(f"{what}: {words}", timeout=3, markup=False)
        self.show()

    def _tell(self, problem: Problem) -> None:
        said = f"{problem.sentence} {problem.hint}"
        self.notify(said, severity="error", timeout=6, markup=False)
