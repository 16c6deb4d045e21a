"""The coding screen."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from textual.message import Message
from textual.worker import Worker, WorkerState

from coder.suggest.child import Cancelled, Child
from coder.workbench.comparing import source_of
from coder.workbench.workbench import Gone, Workbench
from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.coding.background import cancelled, from_thread, in_background
from tui.coding.left_off import LeftOff, Place
from tui.coding.session import Session
from tui.coding.suggestions import CodingSuggestions
from tui.fault_log import write_down
from tui.settings import Suggest
from tui.steps import step_words
from tui.words import _

_EVERY = 5.0
"""Seconds after which the place is kept, so that a killed program goes on from there too."""


class Coding(CodingSuggestions):
    """A question being coded: begins where it was left, keeps where it is, undoes and redoes."""

    class CodebookWanted(Message):
        """The codebook of the question is to be looked at."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class ReviewWanted(Message):
        """The quotes of the question are to be reviewed."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(
        self,
        bench: Workbench,
        child: Child,
        left_off: LeftOff,
        study: str,
        session: Session | None = None,
        suggest: Suggest | None = None,
    ) -> None:
        """`study` is the GUID under which `left_off` knows the study."""
        super().__init__(bench, child, session, suggest)
        self._left_off = left_off
        self._guid = study
        self._kept = Place()

    def on_mount(self) -> None:
        """Show the question as it was left, or from its first answer without a code."""
        self._kept = self._left_off.read(self._guid, self._key, self.bench.coder)
        self.filter, self.order = self._kept.filter, self._kept.order
        self.folded = self._kept.folded
        self.set_class(bool(self.bench.names().variables), "facts")
        self.know_codes()
        self.finder.next_answer()
        self.list_again()
        self.grid.focus()
        self._go_where_left(self._kept.respondent)
        self.set_interval(_EVERY, self.keep_place)
        self.call_after_refresh(lambda: in_background(self, "prepare", self._prepare))
        self.call_after_refresh(self.begin_suggesting)

    def do_open_codebook(self) -> None:
        """To the screen of the codebook."""
        self.going()
        self.post_message(self.CodebookWanted(self._key))

    def do_review_coded(self) -> None:
        """To the review of its quotes."""
        self.going()
        self.post_message(self.ReviewWanted(self._key))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread; the work on the screen goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            if isinstance(error, Problem):
                self.tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def on_unmount(self) -> None:
        """Keep where it was left."""
        self.end_suggesting()
        self.keep_place()

    def keep_place(self) -> None:
        """Remember the open answer and what is shown, if it is not remembered yet."""
        respondent = self.answer.respondent if self.answer else ""
        wanted = self.filter if self.filter.listed is None else self._kept.filter
        place = Place(respondent, wanted, self.order, self.folded)
        if place != self._kept:
            self._kept = place
            self._left_off.write(self._guid, self._key, self.bench.coder, place)

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.bench.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.bench.redo, _("Done again"))

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
        except Problem as problem:
            self.notify(problem.sentence, severity="warning", timeout=3, markup=False)
            return
        self.notify(f"{what}: {step_words(step.kind, step.parameters)}", timeout=3, markup=False)
        self._read_again()
        if step.parameters.get("question") == self._key:
            self._go_to(str(step.parameters.get("answer", "")))

    def _go_where_left(self, respondent: str) -> None:
        if respondent and self._go_to(respondent):
            return
        following = self.bench.next_uncoded(self.grid.ids, None)
        if following is not None:
            self.grid.move_to(following)

    def _go_to(self, respondent: str) -> bool:
        if not respondent:
            return False
        try:
            answer = self.bench.respondents_answer(respondent)
        except Problem:
            return False
        return self.move_to_same(answer)

    def look_again(self) -> None:
        """Show what another program has done."""
        self._read_again()

    def _read_again(self) -> None:
        try:
            texts_changed = self.bench.refresh()
        except Problem as problem:
            self.tell(problem)
            if isinstance(problem, Gone):
                self.call_later(self._leave)
            return
        in_background(self, "count", self._count)
        if texts_changed:
            self.grid.forget()
            self.list_again()
            self.catch_up()
        self.show_changed(None)

    def _leave(self) -> None:
        """Back to where this screen was opened, from whatever stands over it."""
        while self in self.app.screen_stack:
            self.app.pop_screen()

    def _count(self) -> None:
        self.bench.count_themes()
        from_thread(self, self._show_themes)

    def _prepare(self) -> None:
        self._count()
        self.bench.index_words()
        Thread(target=self.warm_ahead, daemon=True, name="sentences").start()
        with suppress(Cancelled, Problem):
            self.child.prepare(source_of(self.bench.study, self.question), _untold, cancelled())

    def _show_themes(self) -> None:
        self.know_codes()
        self.show_codes()

    @property
    def _key(self) -> str:
        return self.bench.question.full_key


def _untold(_done: float) -> None:
    """Nothing is said of how far it is."""
