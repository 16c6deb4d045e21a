"""The coding screen: what it points out by itself, without a key and without waiting."""

from coder.workbench.doing import Chosen
from coder.workbench.filters import Filter
from coder.workbench.proposing import near_answers
from coder.workbench.rereading import earlier_answers
from tui.coding.background import from_thread, in_background
from tui.coding.suggested_lists import CodingSuggestedLists
from tui.coding_keys import Effect
from tui.words import _, plural

_AT_ONCE = 5_000
"""Answers up to which similar ones are looked for after each coding."""


class CodingHints(CodingSuggestedLists):
    """Codes made late, answers left that say nearly the same, a question that is done."""

    _hinted: int | None = None
    _left = 0

    def carry_out(self, effect: Effect | None) -> None:
        """Remember how much was left before."""
        self._left = self.bench.tally.uncoded
        super().carry_out(effect)

    def made(self, code_id: int) -> None:
        """A code that is new when many answers are coded is offered for these."""
        super().made(code_id)
        in_background(self, "made", lambda: self._look_back(code_id))

    def coded(self, chosen: Chosen) -> None:
        """Point out what is left that is much like it, or that nothing is left."""
        if not self.bench.tally.uncoded:
            if not self._left:
                return
            done = _("Every answer to {question} has a code.")
            self.notify(done.format(question=self.question.full_key), timeout=5, markup=False)
        elif self.answer and not chosen.segments and not len(self.grid.marks):
            answer_id = self.answer.id
            if answer_id != self._hinted and self.bench.tally.answered <= _AT_ONCE:
                self._hinted = answer_id
                in_background(self, "hint", lambda: self._look_around(answer_id))

    def _look_back(self, code_id: int) -> None:
        code = self.bench.tree.by_id.get(code_id)
        if code is None:
            return
        with self.bench.study.read() as session:
            found = earlier_answers(session, self.question, code)
        if found.is_late:
            said = plural(
                "{count} answer was coded before this code; ctrl+r lists what may have it.",
                "{count} answers were coded before this code; ctrl+r lists what may have it.",
                len(found.earlier),
            )
            from_thread(self, lambda: self.notify(said, timeout=6))

    def _look_around(self, answer_id: int) -> None:
        study, left = self.bench.study, Filter(uncoded=True)
        found = near_answers(study, self.question, answer_id, left)
        if found:
            said = plural(
                "{count} answer without a code says nearly the same; ctrl+l lists it.",
                "{count} answers without a code say nearly the same; ctrl+l lists them.",
                len(found),
            )
            from_thread(self, lambda: self.notify(said, timeout=5))
