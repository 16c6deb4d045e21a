"""The answers that are likely to have a code: yes or no to each, then all at once."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from coder.workbench.levels import next_level
from corpus.problems import Problem
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.screens.command_screen import bindings_for
from tui.screens.confirming import Confirming
from tui.suggested.answer_lines import answer_lines, beginnings
from tui.suggested.finding import READING, FindingScreen, Shown
from tui.suggested.scored_lines import ScoredLine, ScoredLines
from tui.suggested.wordings import levels_line, percent, why_words
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.workbench.likely_desk import LikelyAnswer, LikelyDesk

YES, NO = "✓", "✗"


class LikelyScreen(FindingScreen):
    """Marks change nothing before they are taken; leaving with marks asks first."""

    SCOPE = Scope.LIKELY
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.LIKELY), *READING]
    LOOKING = later("Looking for likely answers")

    def __init__(self, desk: "LikelyDesk", show_list: Shown, banner: str = "") -> None:
        """`show_list` shows answers on the coding screen."""
        self._list = ScoredLines(self._line, lambda ids: beginnings(desk.bench, ids))
        super().__init__(desk, self._list, banner)
        self.desk = desk
        self._show_list = show_list

    def on_scored_lines_moved(self) -> None:
        """Show the answer under the cursor."""
        self._show_answer()

    def do_likely_yes(self) -> None:
        """It has the code."""
        self._mark(True)

    def do_likely_no(self) -> None:
        """It has not."""
        self._mark(False)

    def do_likely_unmark(self) -> None:
        """Take the latest mark back, and go to its answer."""
        answer = self.desk.unmark() if self.is_ready() else None
        if answer is not None:
            self.show(answer)

    def do_likely_take(self) -> None:
        """Do what the marks say, in a thread."""
        if not self.is_ready():
            return
        if not self.desk.marks:
            self.notify(_("Nothing is marked: y or n says whether it has the code."), timeout=3)
            return
        self.is_acting = True
        in_background(self, "take", self._take)

    def do_likely_less(self) -> None:
        """Also answers that are less likely."""
        self._to_level(next_level(self.desk.level, up=False))

    def do_likely_more(self) -> None:
        """Only answers that are likelier."""
        self._to_level(next_level(self.desk.level, up=True))

    def do_likely_again(self) -> None:
        """Look again: what is coded since makes other answers likely."""
        if self.is_ready():
            self.find()

    def do_likely_list(self) -> None:
        """Show these answers among all others."""
        if not self.is_ready() or not self.desk.answers:
            return
        name = _("likely {code}, {level} %").format(code=self.desk.name, level=self.desk.level)
        ids = [answer for each in self.desk.answers for answer in each.same]
        self._leave_asking(lambda: self._show_in_grid(name, ids))

    def do_undo(self) -> None:
        """Take back the latest action."""
        self.through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self.through_history(self.desk.redo, _("Done again"))

    def do_back(self) -> None:
        """Leave; with marks only after asking."""
        if self.is_finding or self.is_acting:
            super().do_back()
        else:
            self._leave_asking(self.leave)

    def do_quit(self) -> None:
        """Close the program; with marks only after asking."""
        self._leave_asking(self.app.exit)

    def show(self, at: int | None = None) -> None:
        """Show what is left, the cursor on its answer, or on this one."""
        wanted = self._cursor_id() if at is None else at
        answers = self.desk.answers
        places = (at for at, each in enumerate(answers) if each.id == wanted)
        self._list.empty = self._empty()
        self._list.show(len(answers), next(places, self._list.at))
        self._show_heading()
        self._show_answer()

    def _mark(self, has: bool) -> None:
        answer = self._cursor_id() if self.is_ready() else None
        if answer is None:
            return
        self.desk.mark(answer, has)
        following = self._next_unmarked()
        self.show(answer if following is None else following)
        if following is None:
            self.notify(_("All of these are marked; enter takes the marks."), timeout=4)

    def _next_unmarked(self) -> int | None:
        """The next answer without a mark, round the end."""
        answers, at = self.desk.answers, self._list.at
        order = chain(range(at + 1, len(answers)), range(at + 1))
        ids = (answers[place].id for place in order)
        return next((answer for answer in ids if answer not in self.desk.marks), None)

    def _take(self) -> None:
        """In a thread."""
        try:
            taken = self.desk.take()
        except Problem as problem:
            from_thread(self, self._not_taken, problem)
        else:
            from_thread(self, self._taken, *taken)

    def _not_taken(self, problem: Problem) -> None:
        self.is_acting = False
        self.tell(problem)
        self.look_again()

    def _taken(self, yes: int, no: int) -> None:
        self.is_acting = False
        given = plural("{count} answer got the code", "{count} answers got the code", yes)
        declined = plural("{count} is not proposed again", "{count} are not proposed again", no)
        self.notify(f"{given}, {declined}.", timeout=4)
        self.look_again()

    def _to_level(self, level: int) -> None:
        if self.is_ready():
            self.desk.to_level(level)
            self.show()

    def _show_in_grid(self, name: str, ids: Sequence[int]) -> None:
        self.leave()
        self._show_list(name, ids)

    def _leave_asking(self, go: Callable[[], object]) -> None:
        marks = len(self.desk.marks)
        if not marks:
            go()
            return

        def leave(agreed: bool | None) -> None:
            if agreed:
                self.desk.marks.clear()
                go()

        title = plural("Leave, and forget {count} mark?", "Leave, and forget {count} marks?", marks)
        lines = [_("Marks change nothing before enter takes them."), self._marks_words()]
        self.app.push_screen(Confirming(title, lines), leave)

    def _cursor(self) -> "LikelyAnswer | None":
        answers = self.desk.answers
        return answers[self._list.at] if self._list.at < len(answers) else None

    def _cursor_id(self) -> int | None:
        answer = self._cursor()
        return answer.id if answer else None

    def _line(self, place: int) -> ScoredLine:
        answer = self.desk.answers[place]
        sign = {True: YES, False: NO, None: ""}[self.desk.marks.get(answer.id)]
        return ScoredLine(answer.id, percent(answer.score), sign)

    def _empty(self) -> str:
        if not self.desk.bench.tally.coded:
            return _("Nothing is coded yet: nothing is known of what is likely.")
        said = _("No answer without {code} is likely to have it at {level} %.")
        return said.format(code=self.desk.name, level=self.desk.level)

    def _show_heading(self) -> None:
        desk = self.desk
        left = plural("{count} answer", "{count} answers", desk.counts[desk.level])
        self.put("suggested", _("{code} is likely: {left}").format(code=desk.name, left=left))
        self.put("levels", levels_line(desk.counts, desk.level, self.size.width - 2))
        self.put("marks", self._marks_words())

    def _marks_words(self) -> str:
        yes, no = (len(self.desk.marked(has)) for has in (True, False))
        if not yes and not no:
            return _("y: it has the code   n: it has not")
        return _("marked: {yes} yes, {no} no; enter takes them").format(yes=yes, no=no)

    def _show_answer(self) -> None:
        self.put("why", "")
        answer = self._cursor()
        found = self.desk.open(answer.id) if answer else None
        self.put_answer(answer_lines(self.desk.bench, found))
        if answer is not None and found is not None:
            self.find_why(lambda cancelled: why_words(self.desk.why(answer.id, cancelled)))
