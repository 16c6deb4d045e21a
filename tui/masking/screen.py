"""Quotes are reviewed one by one: what is masked in them is decided with one key each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Static
from textual.worker import Worker, WorkerState

from coder.workbench.masked_answer import MARKED, Caution, Found, State
from corpus.privacy.hits import Category
from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.coding.background import cancelled, from_thread, in_background
from tui.fault_log import write_down
from tui.found import found_file, keep_found, recall_found
from tui.masking.choosing_words import ChoosingWords
from tui.masking.reasons import category_words
from tui.masking.view import MaskingView
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.confirming import Confirming
from tui.steps import step_words
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.quoting.printed_answers import PrintedAnswer

_EVERY = 25
"""So many answers are searched before it is told how many are left."""


class Masking(MaskingView):
    """Every decision is one step with its own undo; the answers are searched meanwhile."""

    def on_mount(self) -> None:
        """Begin with the first answer that is not approved."""
        self._list.focus()
        self.query_one("#reviewed", Static).update(_("Searching …"))
        in_background(self, "reading", self._begin)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            if isinstance(error, Problem):
                self._tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def look_again(self) -> None:
        """Show what was changed elsewhere."""
        try:
            self.desk.refresh()
        except Problem as problem:
            self._tell(problem)
            self.call_later(self._leave)
            return
        self._show_again()

    def do_approve_quote(self) -> None:
        """Approve the wording, and go on to the next that is not approved."""
        answer = self.answer
        if answer is None or not self._carried_out(lambda: self.desk.approve(answer)):
            return
        self._go_on(answer)

    def do_approve_plain(self) -> None:
        """Show all answers in which nothing was found, and approve them when that is confirmed."""
        plain = self.desk.plain()
        if not plain:
            self.notify(_("No answer that was searched has nothing in it to decide."), timeout=4)
            return

        def take(agreed: bool | None) -> None:
            if agreed:
                self._decide(lambda: self._approve(plain))

        title = plural(
            "Approve {count} answer in which nothing was found?",
            "Approve {count} answers in which nothing was found?",
            len(plain),
        )
        lines = [f"{each.respondent}: {' '.join(each.text.split())}" for each in plain]
        self.app.push_screen(Confirming(title, lines), take)

    def _approve(self, plain: "list[PrintedAnswer]") -> None:
        count = self.desk.approve_plain(plain)
        said = plural("{count} answer is approved.", "{count} answers are approved.", count)
        self.notify(said, timeout=4)

    def do_next_unreviewed(self) -> None:
        """Go on to the next answer that is not approved."""
        self._go_on(self.answer)

    def do_next_answer(self) -> None:
        """To the next answer."""
        self._step(1)

    def do_answer_before(self) -> None:
        """To the answer before."""
        self._step(-1)

    def do_mask_as(self) -> None:
        """Choose what the words under the cursor are masked as."""
        found = self._found()
        if found is not None:
            self._mask(found.start, found.end, found.text, found.layer == MARKED)

    def do_mask_words(self) -> None:
        """Choose words that were not found, and what they are masked as."""

        def go_on(answer: "PrintedAnswer", start: int, end: int) -> None:
            self._mask(start, end, answer.text[start:end], True)

        self._choose_words(_("Mask which words?"), go_on)

    def do_cut_words(self) -> None:
        """Choose words that are left out."""

        def go_on(answer: "PrintedAnswer", start: int, end: int) -> None:
            self._decide(lambda: self.desk.cut(answer, start, end))

        self._choose_words(_("Leave out which words?"), go_on)

    def do_release_here(self) -> None:
        """Let the words under the cursor stand in this answer, or mask them again."""
        answer, found = self.answer, self._found()
        if answer is None or found is None:
            return
        act = self.desk.forget if found.decided is not None else self.desk.release_here
        self._decide(lambda: act(answer, found.start, found.end))

    def do_take_back(self) -> None:
        """Take back what was decided on the words under the cursor."""
        answer, found = self.answer, self._found()
        if answer is not None and found is not None and found.decided is not None:
            self._decide(lambda: self.desk.forget(answer, found.start, found.end))

    def do_release_word(self) -> None:
        """Let the words under the cursor stand in the whole study."""
        found = self._found()
        if found is None:
            return

        def release() -> None:
            self.desk.release_word(found.text)
            said = _("{word} stands in the whole study now.").format(word=found.text)
            self.notify(visible(said), timeout=4, markup=False)

        self._decide(release)

    def do_answer_caution(self) -> None:
        """The caution under the cursor, else the first that is open, was looked at."""
        answer, row = self.answer, self.row()
        if self.opened is None or answer is None:
            return
        left = self.opened.open_cautions
        caution = row if isinstance(row, Caution) and not row.answered else next(iter(left), None)
        if caution is None:
            self.notify(_("Every caution is answered."), timeout=3)
            return
        flag = caution.flag
        self._decide(lambda: self.desk.answer_caution(answer, flag))

    def do_paraphrase(self) -> None:
        """Ask for words that are printed instead of the answer."""
        answer, opened = self.answer, self.opened
        if answer is None or opened is None:
            return

        def put(words: str | None) -> None:
            if words is not None and words.strip() != opened.decisions.paraphrase:
                self._decide(lambda: self.desk.paraphrase(answer, words))

        before = opened.decisions.paraphrase
        shown = before if visible(before) == before else ""
        title = _("In your own words, with no names in them; empty prints the answer again")
        self.app.push_screen(Asking(title, text=shown), put)

    def do_withdraw_approval(self) -> None:
        """Take the approval of the answer away."""
        answer = self.answer
        if answer is not None:
            self._decide(lambda: self.desk.withdraw(answer))

    def do_only_chosen(self) -> None:
        """List only the answers that quotes are chosen from, or all that are coded."""
        self.desk.only_chosen(not self.desk.chosen_only)
        said = _("Only answers with chosen quotes.") if self.desk.chosen_only else _("All answers.")
        self.notify(said, timeout=3)
        self._show_again()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.desk.redo, _("Done again"))

    def _mask(self, start: int, end: int, words: str, is_new: bool) -> None:
        answer = self.answer

        def mask(category: Category | None) -> None:
            if answer is not None and category is not None:
                act = self.desk.add if is_new else self.desk.mask_as
                self._decide(lambda: act(answer, start, end, category))

        options = [(each, category_words(each), f"[{each.value}]") for each in Category]
        title = _("Mask {words} as").format(words=" ".join(words.split()))
        self.app.push_screen(Choosing(title, options), mask)

    def _choose_words(self, title: str, go_on: Callable[["PrintedAnswer", int, int], None]) -> None:
        answer, row = self.answer, self.row()
        if answer is None:
            return

        def take(chosen: tuple[int, int] | None) -> None:
            if chosen is not None:
                go_on(answer, *chosen)

        start = row.start if isinstance(row, Found) else 0
        self.app.push_screen(ChoosingWords(title, answer.text, start), take)

    def _found(self) -> Found | None:
        """What is under the cursor; told when it is no finding."""
        row = self.row()
        if isinstance(row, Found):
            return row
        self.app.bell()
        self.notify(_("Nothing that was found is under the cursor."), timeout=3)
        return None

    def _decide(self, act: Callable[[], None]) -> None:
        if self._carried_out(act):
            self._show_again()

    def _carried_out(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Problem as problem:
            self._tell(problem)
            return False
        return True

    def _go_on(self, answer: "PrintedAnswer | None") -> None:
        following = self.desk.next_open(answer)
        if following is None:
            self.notify(_("Every quote is approved."), timeout=4)
            self._show_again()
        else:
            self.open(following)
            self._read_ahead()

    def _step(self, far: int) -> None:
        answers, answer = self.desk.answers, self.answer
        if answer is not None:
            self.open(answers[(answers.index(answer) + far) % len(answers)])

    def _show_again(self) -> None:
        """Show the open answer as it is now, the cursor where it was; another when it is gone."""
        answers, answer = self.desk.answers, self.answer
        if answer is None or answer not in answers:
            places = {each.place: each for each in answers}
            answer = places.get(answer.place) if answer is not None else None
        self.open(answer or next(iter(answers), None), self._list.at)
        self._read_ahead()

    def _read_ahead(self) -> None:
        if self.opened is not None and self.desk.states()[State.UNREAD]:
            in_background(self, "reading", self._read)

    def _begin(self) -> None:
        """Open the first answer, which loads what the search needs, and go on."""
        recall_found(found_file(self.desk.study.path), self.desk.finder)
        first = self.desk.next_open(None) or next(iter(self.desk.answers), None)
        if first is not None:
            self.desk.open(first)
        from_thread(self, self.open, first)
        self._read()

    def _read(self) -> None:
        unwanted = cancelled()
        for done in self.desk.read_ahead():
            if unwanted():
                return
            if done % _EVERY == 0:
                from_thread(self, self.show_heading)
        keep_found(found_file(self.desk.study.path), self.desk.finder)
        from_thread(self, self.show_heading)

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
        except Problem as problem:
            self._tell(problem)
            return
        words = step_words(step.kind, step.parameters)
        self.notify(f"{what}: {words}", timeout=3, markup=False)
        self._show_again()

    def _tell(self, problem: Problem) -> None:
        said = visible(f"{problem.sentence} {problem.hint}")
        self.notify(said, severity="error", timeout=6, markup=False)

    def _leave(self) -> None:
        while self in self.app.screen_stack:
            self.app.pop_screen()
