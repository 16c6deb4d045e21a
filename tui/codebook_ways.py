"""The ways to a codebook and from it: the tree, its answers, its growth, its size bands."""

from typing import TYPE_CHECKING

from corpus.problems import Problem
from tui.screens.questions import Questions
from tui.way_in import WayIn

if TYPE_CHECKING:
    from coder.workbench.growth_desk import GrowthDesk
    from tui.codebook.screen import Codebook
    from tui.coding.screen import Coding


class CodebookWays(WayIn):
    """Puts screens up over each other; none of them is there twice in a row."""

    def _code(self, key: str) -> None:
        raise NotImplementedError

    def _banner(self) -> str:
        raise NotImplementedError

    def on_questions_codebook_wanted(self, message: Questions.CodebookWanted) -> None:
        """Show the codebook of a question."""
        self._show_codebook(message.key)

    def on_coding_codebook_wanted(self, message: "Coding.CodebookWanted") -> None:
        """The same from its answers."""
        self._show_codebook(message.key)

    def on_codebook_answers_wanted(self, message: "Codebook.AnswersWanted") -> None:
        """Show the answers with a code."""
        from tui.coding.screen import Coding

        below = self.screen_stack[-2]
        if isinstance(below, Coding) and below.question.full_key == message.question:
            self.pop_screen()
        else:
            self._code(message.question)
        if isinstance(self.screen, Coding):
            self.screen.show_answers_with(message.code_id)

    def on_codebook_growth_wanted(self, message: "Codebook.GrowthWanted") -> None:
        """Show when codes were made."""
        from tui.screens.growth import GrowthScreen

        desk = self._growth_desk(message.question)
        if desk is not None:
            self.push_screen(GrowthScreen(desk))

    def on_codebook_profile_wanted(self, message: "Codebook.ProfileWanted") -> None:
        """Show the codes over the size bands."""
        from tui.screens.band_profile import ProfileScreen

        desk = self._growth_desk(message.question)
        if desk is not None:
            self.push_screen(ProfileScreen(desk))

    def _growth_desk(self, question: str) -> "GrowthDesk | None":
        """What the two ask; None, and told why, when the question is gone."""
        if self._study is None:
            return None
        from coder.workbench.growth_desk import GrowthDesk

        try:
            return GrowthDesk(self._study, question)
        except Problem as problem:
            self._tell(problem)
            return None

    def _show_codebook(self, key: str) -> None:
        """Show a codebook; one that lies open under the answers already is gone back to."""
        if self._study is None:
            return
        from coder.workbench.codebook_desk import CodebookDesk
        from tui.codebook.screen import Codebook

        below = self.screen_stack[-2]
        if isinstance(below, Codebook) and below.desk.question.full_key == key:
            self.pop_screen()
            return
        try:
            desk = CodebookDesk(self._study, key, self._coder)
        except Problem as problem:
            self._tell(problem)
            return
        self.push_screen(Codebook(desk, self._banner()))
