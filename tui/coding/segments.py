"""The coding screen: coding a piece of the open answer."""

from collections.abc import Sequence
from contextlib import suppress

from textual.worker import get_current_worker

from tui.coding.beside import CodingBeside
from tui.coding_keys import Effect, NextUncoded
from tui.widgets import selecting
from tui.widgets.selecting import Range, Step
from tui.words import _

_AT_ONCE = 5_000
"""Characters up to which sentences are found without a pause that is felt."""


class CodingSegments(CodingBeside):
    """Sentences and words are chosen by the arrow keys; codes then go on the chosen piece."""

    _warm = False

    def warm(self) -> None:
        """Load what finds sentences; meant for a thread."""
        from corpus.sentences import sentences

        sentences("Ja. Nei.")
        self._warm = True

    def warm_ahead(self) -> None:
        """The same before it is wanted: what goes wrong is told when it is."""
        with suppress(Exception):
            self.warm()

    def do_segment(self) -> None:
        """Begin to choose a piece of the open answer, or stop it."""
        if self.open_answer.is_choosing:
            self.leave_mode()
        elif self.answer is None:
            self.say_nothing_open()
        else:
            text, answer_id = self.answer.text, self.answer.id
            if self._warm and len(text) <= _AT_ONCE:
                self._begin(answer_id, _sentences(text))
            else:
                self.run_worker(
                    lambda: self._find(answer_id, text),
                    thread=True,
                    exclusive=True,
                    group="sentences",
                    exit_on_error=False,
                )

    def carry_out(self, effect: Effect | None) -> None:
        """Space goes on to the next sentence, and from the last one to the next answer."""
        view = self.open_answer.view
        if isinstance(effect, NextUncoded) and view.selection is not None:
            before = view.selection
            self._choose(selecting.next_sentence)
            if view.selection[0] > before[0]:
                return
            self.leave_mode()
        super().carry_out(effect)

    def leave_mode(self) -> None:
        """Choose no more."""
        if self.open_answer.is_choosing:
            self.open_answer.end()
            self.remove_class("piece")
            self.show_codes()
        super().leave_mode()

    def open(self, answer_id: int | None) -> None:
        """Show an answer as it is now; a piece of a text that was changed is chosen no more."""
        super().open(answer_id)
        if self.open_answer.is_choosing and self.open_answer.segment is None:
            self.leave_mode()

    def do_next_sentence(self) -> None:
        """Choose the next sentence."""
        self._choose(selecting.next_sentence)

    def do_previous_sentence(self) -> None:
        """Choose the sentence before."""
        self._choose(selecting.previous_sentence)

    def do_word_more(self) -> None:
        """One word more at the end."""
        self._choose(selecting.one_word_more)

    def do_word_less(self) -> None:
        """One word less at the end."""
        self._choose(selecting.one_word_less)

    def do_sentence_more(self) -> None:
        """One sentence more at the end."""
        self._choose(selecting.one_sentence_more)

    def do_sentence_less(self) -> None:
        """One sentence less at the end."""
        self._choose(selecting.one_sentence_less)

    def do_word_earlier(self) -> None:
        """One word more at the beginning."""
        self._choose(selecting.one_word_earlier)

    def do_word_later(self) -> None:
        """One word less at the beginning."""
        self._choose(selecting.one_word_later)

    def _choose(self, step: Step) -> None:
        self.open_answer.view.choose(step)
        self.show_codes()

    def _find(self, answer_id: int, text: str) -> None:
        self.app.call_from_thread(self.notify, _("Looking for sentences …"), timeout=1)
        self.warm()
        found = _sentences(text)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._begin, answer_id, found)

    def _begin(self, answer_id: int, sentences: Sequence[Range]) -> None:
        if self.answer is None or self.answer.id != answer_id:
            return
        if not sentences:
            self.notify(_("There is no sentence in this answer."), severity="warning", timeout=3)
            return
        self.add_class("piece")
        self.open_answer.begin(sentences)
        self.show_codes()


def _sentences(text: str) -> Sequence[Range]:
    from corpus.sentences import sentences

    return sentences(text)
