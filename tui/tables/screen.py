"""The screen of saved tables."""

from collections.abc import Callable, Sequence

from textual.message import Message
from textual.worker import Worker, WorkerState

from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.coding.background import from_thread, in_background
from tui.fault_log import write_down
from tui.screens.confirming import Confirming
from tui.screens.pages import Page
from tui.steps import step_words
from tui.tables.drawing import TablesDrawing
from tui.words import _


class Tables(TablesDrawing):
    """Leads from a cell to its answers, undoes and redoes, and asks before choices are lost."""

    class AnswersWanted(Message, namespace="tables"):
        """The answers behind a cell are to be shown."""

        def __init__(self, question: str, name: str, answers: Sequence[int]) -> None:
            super().__init__()
            self.question = question
            self.name = name
            self.answers = answers

    def on_table_grid_opened(self) -> None:
        """Find the answers behind the cell under the cursor."""
        table, definition = self.table, self.definition
        if table is None or definition is None or not self.grid.count():
            return
        row, column = self.row_of(self.grid.at), self.grid.column

        def find() -> None:
            try:
                found = self.desk.answers(definition, table, row, column)
            except Problem as problem:
                from_thread(self, self.tell, problem)
            else:
                from_thread(self, self._open, found.question, found.name, found.answers)

        in_background(self, "answers", find)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread; the work on the screen goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._is_busy = False
            error = event.worker.error
            if isinstance(error, Problem):
                self.tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def do_table_notes(self) -> None:
        """Title and notes of the table that is shown, whole."""
        if self.table is not None and self.at is not None:
            lines = [self.table.title, "", *self.table.notes]
            self.app.push_screen(Page(self.name_of(self.at), lines))

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.desk.redo, _("Done again"))

    def do_back(self) -> None:
        """To the screen before; what was chosen and is not saved is asked about."""
        self._before_leaving(self._leave)

    def do_quit(self) -> None:
        """Close the program; what was chosen and is not saved is asked about."""
        self._before_leaving(self.app.exit)

    def _before_leaving(self, leave: Callable[[], object]) -> None:
        if not self.drafts.changed:
            leave()
            return
        names = [self.name_of(each) for each in self.drafts.changed]

        def answered(agreed: bool | None) -> None:
            if agreed:
                leave()

        self.app.push_screen(Confirming(_("Leave without saving these tables?"), names), answered)

    def _leave(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    def _open(self, question: str, name: str, answers: Sequence[int]) -> None:
        if not answers:
            self.notify(_("There is no such answer."), timeout=3)
            return
        self.going()
        self.post_message(self.AnswersWanted(question, name, answers))

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        if self._is_busy:
            return
        try:
            step = move()
        except Problem as problem:
            self.notify(problem.sentence, severity="warning", timeout=3, markup=False)
            return
        self.tell_done(f"{what}: {step_words(step.kind, step.parameters)}")
        self._shown(self.at)
