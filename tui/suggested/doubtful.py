"""Codings that look wrong or forgotten: changed or confirmed with one key each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from coder.workbench.doubts_desk import sureness
from coder.workbench.levels import next_level
from corpus.problems import Problem
from tui.commands.registry import Scope
from tui.screens.command_screen import bindings_for
from tui.suggested.answer_lines import answer_lines, beginnings
from tui.suggested.finding import READING, FindingScreen
from tui.suggested.scored_lines import ScoredLine, ScoredLines
from tui.suggested.wordings import levels_line, percent, why_words
from tui.words import _, later, plural

if TYPE_CHECKING:
    from coder.suggest.ranker.suggestion import Doubt
    from coder.workbench.doubts_desk import DoubtsDesk

OFF, ON = "-", "+"
"""The code looks wrong, or forgotten."""


class DoubtfulScreen(FindingScreen):
    """What is settled leaves the list; each change has its own undo."""

    SCOPE = Scope.DOUBTFUL
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.DOUBTFUL), *READING]
    LOOKING = later("Looking for doubtful codings")

    def __init__(
        self, desk: "DoubtsDesk", open_answer: Callable[[int], None], banner: str = ""
    ) -> None:
        """`open_answer` opens an answer on the coding screen."""
        self._list = ScoredLines(self._line, lambda ids: beginnings(desk.bench, ids, each=True))
        super().__init__(desk, self._list, banner)
        self.desk = desk
        self._open_answer = open_answer

    def on_scored_lines_moved(self) -> None:
        """Show the answer under the cursor."""
        self.desk.at = self._cursor()
        self._show_answer()

    def do_doubt_change(self) -> None:
        """Take the code off, or put it on."""
        doubt = self._cursor() if self.is_ready() else None
        if doubt is not None:
            said = _("{code} was taken off.") if doubt.given else _("{code} was put on.")
            self._settle(doubt, self.desk.change, said)

    def do_doubt_keep(self) -> None:
        """It is right as it stands."""
        doubt = self._cursor() if self.is_ready() else None
        if doubt is not None:
            said = _("{code} stays.") if doubt.given else _("{code} stays off.")
            self._settle(doubt, self.desk.keep, said)

    def do_doubt_open(self) -> None:
        """The answer on the coding screen."""
        doubt = self._cursor() if self.is_ready() else None
        if doubt is not None:
            self.leave()
            self._open_answer(doubt.answer)

    def do_doubt_less(self) -> None:
        """Also codings that are less doubtful."""
        self._to_level(next_level(self.desk.level, up=False))

    def do_doubt_more(self) -> None:
        """Only the most doubtful."""
        self._to_level(next_level(self.desk.level, up=True))

    def do_doubt_again(self) -> None:
        """Look again: what is coded since says more."""
        if self.is_ready():
            self.find()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self.through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self.through_history(self.desk.redo, _("Done again"))

    def show(self) -> None:
        """Show what is left, the cursor where it was."""
        doubts = self.desk.doubts
        place = doubts.index(self.desk.at) if self.desk.at in doubts else self._list.at
        self._list.empty = self._empty()
        codes = {doubt.code for doubt in doubts}
        self._list.show(len(doubts), place, map(self.desk.name, codes))
        self.desk.at = self._cursor()
        left = plural("{count} doubtful coding", "{count} doubtful codings", len(doubts))
        self.put("suggested", left)
        self.put("levels", levels_line(self.desk.counts, self.desk.level, self.size.width - 2))
        self._show_answer()

    def _settle(self, doubt: "Doubt", settle: "Callable[[Doubt], None]", said: str) -> None:
        code = self.desk.name(doubt.code)
        try:
            settle(doubt)
        except Problem as problem:
            self.tell(problem)
            self.look_again()
            return
        self.notify(said.format(code=code), timeout=3, markup=False)
        self.show()

    def _to_level(self, level: int) -> None:
        if self.is_ready():
            self.desk.to_level(level)
            self.show()

    def _cursor(self) -> "Doubt | None":
        doubts = self.desk.doubts
        return doubts[self._list.at] if self._list.at < len(doubts) else None

    def _line(self, place: int) -> ScoredLine:
        doubt = self.desk.doubts[place]
        sign = OFF if doubt.given else ON
        return ScoredLine(doubt.answer, percent(sureness(doubt)), sign, self.desk.name(doubt.code))

    def _empty(self) -> str:
        if not self.desk.bench.tally.coded:
            return _("Nothing is coded yet: nothing can be doubtful.")
        return _("No coding is doubtful at {level} %.").format(level=self.desk.level)

    def _show_answer(self) -> None:
        doubt = self._cursor()
        self.put("why", self._said(doubt) if doubt else "")
        self.put("marks", self._keys(doubt) if doubt else "")
        found = self.desk.open(doubt.answer) if doubt else None
        self.put_answer(answer_lines(self.desk.bench, found))
        if doubt is not None and not doubt.given and found is not None:
            self.find_why(lambda cancelled: self._why(doubt, cancelled))

    def _said(self, doubt: "Doubt") -> str:
        said = (
            _("has {code}, likely by {percent} % only")
            if doubt.given
            else _("has not {code}, likely by {percent} %")
        )
        return said.format(code=self.desk.name(doubt.code), percent=round(100 * doubt.probability))

    def _keys(self, doubt: "Doubt") -> str:
        if doubt.given:
            return _("c: take the code off   k: it stays")
        return _("c: put the code on   k: it stays off")

    def _why(self, doubt: "Doubt", cancelled: Callable[[], bool]) -> str:
        """In a thread."""
        why = why_words(self.desk.why(doubt, cancelled))
        return f"{self._said(doubt)}: {why}" if why else self._said(doubt)
