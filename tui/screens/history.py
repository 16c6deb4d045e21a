"""The history: everything that was done, and the ways back and forward through it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from time import monotonic

from textual.message import Message

from coder.workbench.logbook import Way
from corpus.problems import Problem
from corpus.store.history import Step
from tui.coding.background import cancelled, from_thread, in_background
from tui.screens.confirming import Confirming
from tui.screens.history_view import HistoryView
from tui.screens.working import Working
from tui.steps import step_words
from tui.words import _, plural

_SHOWN = 100
_AT_ONCE = 20
_PAUSE = 0.1

Told = Callable[[int], None]


@dataclass(frozen=True)
class _Walk:
    """A way to go: what is asked before it, what carries it out, and what is said after it."""

    to: int
    way: Way
    question: str
    go: Callable[[int, Told], Sequence[Step]]
    said: str


class History(HistoryView):
    """Undoes and redoes one step, or all of them up to the one under the cursor."""

    class Changed(Message):
        """Something was taken back or done again: what other screens show may be old."""

    def do_steps(self) -> None:
        """The key that opened the history closes it."""
        self.app.pop_screen()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._move(self.logbook.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._move(self.logbook.redo, _("Done again"))

    def do_history_undo_to(self) -> None:
        """Take back everything done after the step under the cursor, once that is agreed."""
        step = self.steps.cursor
        if step is not None:
            in_background(self, "way", lambda: self._look(self._back, step))

    def do_history_redo_to(self) -> None:
        """Do again what was taken back, up to and with the step under the cursor."""
        step = self.steps.cursor
        if step is not None:
            in_background(self, "way", lambda: self._look(self._forward, step))

    def _look(self, find: Callable[[int], tuple[_Walk, str]], step: int) -> None:
        """In a thread: what the way to a step would do."""
        try:
            from_thread(self, self._ask, *find(step))
        except Problem as problem:
            from_thread(self, self.tell, problem)

    def _back(self, step: int) -> tuple[_Walk, str]:
        way = self.logbook.done_after(step, _SHOWN)
        asked = plural("Take back {count} action?", "Take back {count} actions?", way.count)
        said = plural("Took back {count} action.", "Took back {count} actions.", way.count)
        again = _("Forward to here does them again.")
        walk = _Walk(step, way, asked, self.logbook.undo_to, f"{said} {again}")
        return walk, _("Nothing was done after this step.")

    def _forward(self, step: int) -> tuple[_Walk, str]:
        (entry,) = self.logbook.rows([step])
        action = entry.action.id
        way = self.logbook.waiting_until(action, _SHOWN)
        asked = plural("Do {count} action again?", "Do {count} actions again?", way.count)
        said = plural("Did {count} action again.", "Did {count} actions again.", way.count)
        walk = _Walk(action, way, asked, self.logbook.redo_to, said)
        return walk, _("This step is not undone, or something new was done since.")

    def _ask(self, walk: _Walk, nothing: str) -> None:
        if not walk.way.count:
            self.notify(nothing, timeout=4)
            return

        def go(agreed: bool | None) -> None:
            if agreed:
                self._go(walk)

        self.app.push_screen(Confirming(walk.question, _preview(walk.way)), go)

    def _go(self, walk: _Walk) -> None:
        if walk.way.count <= _AT_ONCE:
            try:
                walk.go(walk.to, lambda _done: None)
            except Problem as problem:
                self._refused(problem)
            else:
                self._gone(walk)
            return
        stopping = Event()
        title, otherwise = walk.question.rstrip("?"), _("Then nothing is changed.")
        window = Working(title, otherwise, stopping.set)
        self.app.push_screen(window)
        in_background(self, "way", lambda: self._walk(walk, window, stopping))

    def _walk(self, walk: _Walk, window: Working, stopping: Event) -> None:
        """In a thread: all the way, or, when it is stopped, none of it."""
        seen, is_cancelled = monotonic(), cancelled()

        def told(done: int) -> None:
            nonlocal seen
            if stopping.is_set() or is_cancelled():
                raise Problem(_("Stopped."), _("Nothing was changed."))
            if window.is_mounted and monotonic() - seen > _PAUSE:
                seen = monotonic()
                from_thread(self, window.show, done, walk.way.count)

        try:
            walk.go(walk.to, told)
        except Problem as problem:
            from_thread(self, self._refused, problem, window)
        else:
            from_thread(self, self._gone, walk, window)

    def _gone(self, walk: _Walk, window: Working | None = None) -> None:
        if window is not None:
            window.dismiss(None)
        self.notify(walk.said, timeout=5, markup=False)
        self._changed()

    def _refused(self, problem: Problem, window: Working | None = None) -> None:
        if window is not None:
            window.dismiss(None)
        unchanged = _("Nothing was changed.")
        hint = problem.hint if unchanged in problem.hint else f"{problem.hint} {unchanged}"
        self.tell(Problem(problem.sentence, hint.strip()))

    def _move(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
        except Problem as problem:
            self.tell(problem)
            return
        self.notify(f"{what}: {step_words(step.kind, step.parameters)}", timeout=3, markup=False)
        self._changed()

    def _changed(self) -> None:
        self.list_again()
        self.post_message(self.Changed())


def _preview(way: Way) -> list[str]:
    lines = [f"{step.id:>7}  {step_words(step.kind, step.parameters)}" for step in way.first]
    more = way.count - len(lines)
    return [*lines, plural("and {count} more", "and {count} more", more)] if more else lines
