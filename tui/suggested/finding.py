"""A list that is found in a thread, with how far that is, and a way to stop it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from coder.suggest.child import Cancelled
from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.coding.background import cancelled, from_thread, in_background
from tui.fault_log import write_down
from tui.screens.command_screen import CommandScreen
from tui.steps import step_words
from tui.suggested.wordings import progress_words
from tui.widgets.banner import Banner
from tui.widgets.cells import one_line
from tui.widgets.footing import Footer
from tui.widgets.labels import show
from tui.widgets.line_list import LineList
from tui.words import _

READING: list[BindingType] = [
    Binding("escape", "command('back')", "Back", show=False),
    Binding("space", "read_on", "Read on", show=False),
]

Shown = Callable[[str, Sequence[int]], None]
"""Shows answers on the coding screen, as a list with this name."""


class Desk(Protocol):
    """What a list is read from."""

    def find(self, told: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        """Look for what the list shows."""

    def is_outdated(self) -> bool:
        """Whether it must be looked for again."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what was changed."""


class FindingScreen(CommandScreen):
    """The list above, the answer under the cursor below; a subclass says what stands in them."""

    LOOKING: ClassVar[str] = ""
    """What is said while it is looked for, to be translated."""

    def __init__(self, desk: Desk, lines: LineList, banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
        self.found_by = desk
        self.lines = lines
        self.is_found = False
        self.is_finding = False
        self.is_acting = False
        self._banner = banner

    def compose(self) -> ComposeResult:
        """What it is a list of, the list, why, the answer of the cursor, what to press."""
        yield Banner(self._banner)
        yield Static(id="suggested", markup=False)
        yield Static(id="levels", markup=False)
        yield self.lines
        yield Static(id="why", markup=False)
        with VerticalScroll(id="one", can_focus=False):
            yield Static(id="answer")
        yield Static(id="marks", classes="quiet", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin."""
        self.lines.focus()
        self.begin()

    def begin(self) -> None:
        """Look for it."""
        self.find()

    def on_resize(self) -> None:
        """Lay out for the room there is."""
        if self.is_found and not self.is_finding:
            self.call_after_refresh(self.show)

    def find(self) -> None:
        """Look for what the list shows; what is shown stays meanwhile."""
        self.is_finding = True
        self._show_done(0.0)
        in_background(self, "find", self._find)

    def show(self) -> None:
        """Show what was found and is left."""
        raise NotImplementedError

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def look_again(self) -> None:
        """Show what was changed elsewhere; answers that changed are looked through again."""
        if self.is_finding or self.is_acting or not self.is_found:
            return
        try:
            self.found_by.refresh()
        except Problem as problem:
            self.tell(problem)
            self.call_later(self.leave)
            return
        self.show()
        if self.found_by.is_outdated():
            self.find()

    def do_back(self) -> None:
        """Stop looking, or leave."""
        if self.is_acting:
            return
        if self.is_finding:
            self.workers.cancel_group(self, "find")
            self.is_finding = False
            if self.is_found:
                self.show()
                return
        self.leave()

    def leave(self) -> None:
        """Back to where this screen was opened, from whatever stands over it."""
        while self in self.app.screen_stack:
            self.app.pop_screen()

    def action_read_on(self) -> None:
        """The next lines of the answer below, from its end the first ones."""
        one = self.query_one("#one", VerticalScroll)
        if one.scroll_y >= one.max_scroll_y:
            one.scroll_home(animate=False)
        else:
            one.scroll_page_down(animate=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what nobody expected to go wrong in a thread."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.notify(visible(write_down(event.worker.error)), severity="error", markup=False)
            self.is_finding = self.is_acting = False
            if self.is_found:
                self.show()
            else:
                self.leave()

    def tell(self, problem: Problem) -> None:
        """Say what cannot be and what to do."""
        said = f"{problem.sentence} {problem.hint}"
        self.notify(said, severity="error", timeout=6, markup=False)

    def is_ready(self) -> bool:
        """Whether what is shown can be acted on; while it is looked for, that is said."""
        if self.is_finding:
            self.notify(_("Still looking; escape stops it."), timeout=2)
        return self.is_found and not self.is_finding and not self.is_acting

    def through_history(self, move: Callable[[], Step | None], what: str) -> None:
        """Undo or redo, and say what; None is something that no step was made of."""
        if not self.is_ready():
            return
        try:
            step = move()
        except Problem as problem:
            self.tell(problem)
            self.look_again()
            return
        words = step_words(step.kind, step.parameters) if step else _("that it stays")
        self.notify(f"{what}: {words}", timeout=3, markup=False)
        self.show()

    def put(self, place: str, text: str) -> None:
        """Show a text on one line of the screen."""
        show(self.query_one(f"#{place}", Static), one_line(text))

    def put_answer(self, lines: Iterable[str | Content]) -> None:
        """Show the answer of the cursor; it is read from its beginning."""
        shown = [Content(visible(line)) if isinstance(line, str) else line for line in lines]
        self.query_one("#answer", Static).update(Content("\n").join(shown))
        self.query_one("#one", VerticalScroll).scroll_home(animate=False)

    def _find(self) -> None:
        """In a thread."""
        try:
            self.found_by.find(self._told(), cancelled())
        except Cancelled:
            return
        except Problem as problem:
            from_thread(self, self._failed, problem)
            return
        from_thread(self, self._found)

    def find_why(self, find: Callable[[Callable[[], bool]], str]) -> None:
        """Find out in a thread why the answer under the cursor is listed, and say it.

        When nothing can be found, nothing is said: the list itself is there.
        """

        def work() -> None:
            with suppress(Cancelled, Problem):
                from_thread(self, self.put, "why", find(cancelled()))

        in_background(self, "why", work)

    def _told(self) -> Callable[[float], None]:
        """Tells how far it is, a hundred times at most."""
        seen = [0]

        def told(done: float) -> None:
            if int(done * 100) > seen[0]:
                seen[0] = int(done * 100)
                from_thread(self, self._show_done, done)

        return told

    def _show_done(self, done: float) -> None:
        if self.is_finding:
            self.put("suggested", progress_words(_(self.LOOKING), done))

    def _failed(self, problem: Problem) -> None:
        self.is_finding = False
        self.tell(problem)
        if self.is_found:
            self.show()
        else:
            self.leave()

    def _found(self) -> None:
        self.is_found, self.is_finding = True, False
        self.look_again()
