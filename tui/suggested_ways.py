"""The ways from a codebook to the answers that a code is likely for, and from them to the grid."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coder.study import Study
from coder.suggest.child import Child
from corpus.problems import Problem
from tui.codebook_ways import CodebookWays

if TYPE_CHECKING:
    from tui.codebook.screen import Codebook
    from tui.coding.screen import Coding
    from tui.suggested.likely import LikelyScreen


class SuggestedWays(CodebookWays):
    """What is known for the answers under the codebook is used again."""

    _child: Child
    _coder: str
    _study: Study | None

    def on_codebook_likely_wanted(self, message: "Codebook.LikelyWanted") -> None:
        """Go through the answers that are likely to have a code."""
        below = self._coding_below(message.question)
        if below is not None:
            below.go_through_likely(message.code_id)
            return
        try:
            screen = self._likely(message.question, message.code_id)
        except Problem as problem:
            self._tell(problem)
        else:
            self.push_screen(screen)

    def _likely(self, question: str, code_id: int) -> "LikelyScreen":
        from coder.workbench.likely_desk import LikelyDesk
        from coder.workbench.suggesting import Suggesting
        from coder.workbench.workbench import Workbench
        from tui.suggested.likely import LikelyScreen

        assert self._study is not None
        bench = Workbench(self._study, question, self._coder)
        desk = LikelyDesk(bench, Suggesting(bench, self._child), code_id)

        def show_list(name: str, answers: Sequence[int]) -> None:
            self._code(question)
            found = self._coding_below(question)
            if found is not None:
                found.list_later(name, answers)

        return LikelyScreen(desk, show_list, self._banner())

    def _coding_below(self, question: str) -> "Coding | None":
        from tui.coding.screen import Coding

        found = (
            screen
            for screen in self.screen_stack
            if isinstance(screen, Coding) and screen.question.full_key == question
        )
        return next(found, None)
