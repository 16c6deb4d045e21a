"""The codebook screen."""

from collections.abc import Callable

from textual.worker import Worker, WorkerState

from coder.workbench.workbench import Gone
from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.codebook.looking import CodebookLooking
from tui.fault_log import write_down
from tui.steps import step_words
from tui.words import _


class Codebook(CodebookLooking):
    """The codebook of a question: undoes and redoes, and follows what others do."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread; the work on the screen goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._is_busy = False
            error = event.worker.error
            if isinstance(error, Problem):
                self.tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def look_again(self) -> None:
        """Show what was changed elsewhere."""
        try:
            self.desk.refresh()
        except Problem as problem:
            self.tell(problem)
            if isinstance(problem, Gone):
                self.call_later(self._leave)
            return
        if self.is_mounted:
            self.show_book()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.desk.redo, _("Done again"))

    def do_close_codebook(self) -> None:
        """The key that opened the codebook closes it."""
        self.app.pop_screen()

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
        except Gone as problem:
            self.tell(problem)
            self.call_later(self._leave)
        except Problem as problem:
            self.notify(problem.sentence, severity="warning", timeout=3, markup=False)
        else:
            self.tell_done(f"{what}: {step_words(step.kind, step.parameters)}")
            self.show_book()

    def _leave(self) -> None:
        """Back to where this screen was opened, from whatever stands over it."""
        while self in self.app.screen_stack:
            self.app.pop_screen()
