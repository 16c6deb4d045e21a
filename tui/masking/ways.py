"""The way to the review of quotes, from the questions and from the answers."""

from typing import TYPE_CHECKING

from corpus.problems import Problem
from tui.quotes_ways import QuotesWays
from tui.screens.questions import Questions

if TYPE_CHECKING:
    from tui.coding.screen import Coding


class MaskingWays(QuotesWays):
    """Puts the review up."""

    def on_questions_review_wanted(self, message: Questions.ReviewWanted) -> None:
        """Review the quotes of a question."""
        self._review(message.key)

    def on_coding_review_wanted(self, message: "Coding.ReviewWanted") -> None:
        """The same from its answers."""
        self._review(message.key)

    def _review(self, key: str) -> None:
        if self._study is None:
            return
        from coder.workbench.masking_desk import MaskingDesk
        from tui.masking.screen import Masking

        try:
            desk = MaskingDesk(self._study, key, self._coder)
        except Problem as problem:
            self._tell(problem)
            return
        self.push_screen(Masking(desk, self._banner()))
