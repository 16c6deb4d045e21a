"""The ways to the saved tables, and from their cells to the answers."""

from typing import TYPE_CHECKING

from corpus.problems import Problem
from tui.screens.command_screen import CommandScreen
from tui.suggested_ways import SuggestedWays

if TYPE_CHECKING:
    from tui.tables.screen import Tables


class TablesWays(SuggestedWays):
    """The answers of a cell lie over the tables, so that one comes back to the same cell."""

    def do_question_tables(self) -> None:
        """Show the saved tables."""
        if self._study is None:
            return
        from coder.workbench.tables_desk import TablesDesk
        from tui.tables.screen import Tables

        below = self.screen
        try:
            screen = Tables(TablesDesk(self._study, self._coder), self._banner())
        except Problem as problem:
            self._tell(problem)
            return
        if isinstance(below, CommandScreen):
            below.going()
        self.push_screen(screen)

    def do_answer_tables(self) -> None:
        """The same from the answers; tables that lie open under them are gone back to."""
        from tui.tables.screen import Tables

        if isinstance(self.screen_stack[-2], Tables):
            self.pop_screen()
        else:
            self.do_question_tables()

    def on_tables_answers_wanted(self, message: "Tables.AnswersWanted") -> None:
        """Show the answers behind a cell."""
        from tui.coding.screen import Coding

        self._code(message.question)
        if isinstance(self.screen, Coding):
            self.screen.list_later(message.name, message.answers)
