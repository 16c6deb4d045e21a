"""The way to the quotes of a question."""

from corpus.problems import Problem
from tui.screens.questions import Questions
from tui.tables_ways import TablesWays


class QuotesWays(TablesWays):
    """Puts the screen up on which quotes are chosen."""

    def on_questions_quotes_wanted(self, message: Questions.QuotesWanted) -> None:
        """Choose the quotes of a question."""
        if self._study is None:
            return
        from coder.workbench.quotes_desk import QuotesDesk
        from tui.choosing_quotes.screen import ChoosingQuotes

        try:
            desk = QuotesDesk(self._study, message.key, self._coder)
        except Problem as problem:
            self._tell(problem)
            return
        self.push_screen(ChoosingQuotes(desk, self._banner()))
