"""The coding screen: the commands behind its function keys."""

from collections.abc import Callable
from dataclasses import replace

from coder.workbench.filters import Filter, Flag, Sort
from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.coding_keys import Key, Shown, press
from tui.screens.asking import Asking
from tui.screens.coding_view import CodingView
from tui.screens.pages import Page
from tui.steps import step_words
from tui.widgets.grid import AnswerGrid
from tui.words import _

_NO_SIMILARITY = (Sort.FILE, Sort.LENGTH, Sort.ALPHABET, Sort.CODES, Sort.DUPLICATES)


class Coding(CodingView):
    """Filters, order, marks, flags, undo."""

    def do_filter_uncoded(self) -> None:
        """Only answers without a code, or all again."""
        self.narrow(replace(self.filter, uncoded=not self.filter.uncoded))

    def do_filter_words(self) -> None:
        """Ask for words; an empty text takes the filter away."""

        def narrow(words: str | None) -> None:
            if words is not None:
                self.narrow(replace(self.filter, words=words.strip()))

        hint = _('words, beginnings*, "whole phrases"')
        self.app.push_screen(Asking(_("Answers with these words"), hint, self.filter.words), narrow)

    def do_filter_code(self) -> None:
        """Ask for a code or theme; `-` before it: answers without it."""

        def narrow(path: str | None) -> None:
            if path is not None:
                self._narrow_to_code(path.strip())

        hint = _("theme / code; with - before it: without")
        self.app.push_screen(Asking(_("Answers with this code"), hint), narrow)

    def do_clear_filter(self) -> None:
        """Show all answers."""
        self.narrow(Filter())

    def do_sort(self) -> None:
        """The next order."""
        orders = _NO_SIMILARITY
        self.order(orders[(orders.index(self.sort) + 1) % len(orders)])

    def do_mark(self) -> None:
        """Mark the open answer, and go on to the one below."""
        grid = self.query_one(AnswerGrid)
        grid.action_mark()
        grid.go(grid.at + 1)

    def do_mark_range(self) -> None:
        """Mark from the last mark to here."""
        self.query_one(AnswerGrid).action_mark_range()

    def do_mark_all(self) -> None:
        """Mark all answers shown, or none."""
        self.query_one(AnswerGrid).action_mark_all()

    def do_code_same(self) -> None:
        """Mark the answers with the same text as the open one."""
        if self.answer is not None:
            self.mark_only(self.bench.same_text(self.answer.id))

    def do_new_code(self) -> None:
        """Enter what is typed as a new code, whatever was found."""
        self.type(*press(self.typing, Key.NEW, Shown()))

    def do_remove_code(self) -> None:
        """Ask which of the open answer's codes goes."""

        def remove(path: str | None) -> None:
            if path:
                self._remove(path)

        last = next(iter(reversed(self.paths_of_answer())), "")
        self.app.push_screen(Asking(_("Take off this code"), text=last), remove)

    def do_flag(self) -> None:
        """The next flag: quote, come back, ask colleague."""
        answers = self.chosen()
        if not answers:
            return
        flags = self.bench.flags(answers[0])
        following = next((flag for flag in Flag if flag not in flags), None)
        for flag in flags if following is None else (following,):
            self.bench.toggle_flag(flag, answers)
        self.show_changed(answers)

    def do_context(self) -> None:
        """What else this respondent said."""
        if self.answer is None:
            return
        lines = [f"{variable}: {value}" for variable, value in self.answer.closed]
        for key, text in self.answer.others:
            lines += ["", key, f"  {text}"]
        self.app.push_screen(Page(visible(self.answer.respondent), lines))

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
            self.notify(problem.sentence, severity="warning", timeout=2, markup=False)
            return
        self.notify(f"{what}: {step_words(step.kind, step.parameters)}", timeout=3, markup=False)
        self.show_changed(None)

    def _narrow_to_code(self, path: str) -> None:
        without = path.startswith("-")
        name = path.removeprefix("-").strip()
        if not name:
            self.narrow(replace(self.filter, with_codes=(), without_codes=()))
            return
        try:
            group = self.bench.group(name)
        except Problem as problem:
            self.notify(f"{problem.sentence} {problem.hint}", severity="warning", markup=False)
            return
        if without:
            codes = (*self.filter.without_codes, group)
            self.narrow(replace(self.filter, without_codes=codes))
        else:
            self.narrow(replace(self.filter, with_codes=(*self.filter.with_codes, group)))

    def _remove(self, path: str) -> None:
        answers = self.chosen()
        try:
            code_id = self.bench.code(path).id
        except Problem as problem:
            self.notify(f"{problem.sentence} {problem.hint}", severity="warning", markup=False)
            return
        self.bench.remove(code_id, answers)
        self.show_changed(answers)
