"""The coding screen: what it shows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from codebooks.tree import CodeTree
from coder.segments import Segment
from coder.workbench.context import AnswerContext
from coder.workbench.doing import Chosen
from coder.workbench.filters import Filter, GridRow, Sort
from coder.workbench.twins import segment_in_twins
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.queries import Question
from corpus.visible import visible
from tui.coding.finder_pane import FinderPane
from tui.coding.open_answer import OpenAnswer
from tui.coding.pieces import Codes, held, signs
from tui.coding.session import Session
from tui.commands.registry import Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.banner import Banner
from tui.widgets.code_list import CodeList
from tui.widgets.code_rows import Coverage
from tui.widgets.footing import Footer
from tui.widgets.grid import AnswerGrid
from tui.widgets.marks import Marks
from tui.widgets.status_line import Status, StatusLine
from tui.words import _


class CodingView(CommandScreen):
    """Composes the widgets and shows in them what the study says."""

    SCOPE = Scope.CODING
    PARTS = (Scope.SEGMENTS,)
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.CODING)

    def __init__(self, bench: Workbench, session: Session | None = None) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (120, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (36, "-tall")]
        self.bench = bench
        self.session = session or Session()
        self.answer: AnswerContext | None = None
        self.banner = ""
        """Why the study can only be read, "" when it can be changed."""
        self.codes = Codes({})
        self._chips_of: CodeTree | None = None
        self.folded = True
        self.filter = Filter()
        self.order = Sort.FILE
        self.said = ("", "")
        self.shown = 0
        self._marked = Chosen(())
        self._marked_of: tuple[Marks, object] = (Marks(), None)
        self._hidden_of: tuple[Marks, Sequence[int], int] = (Marks(), (), 0)
        self._covered: dict[int, Coverage] = {}
        self._covered_of: tuple[Chosen, object, int] = (Chosen(()), None, 0)
        self._given: tuple[int, ...] = ()
        self._last: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """Answers; beside them the open one and the finder; with much room the codebook."""
        yield Banner(self.banner)
        yield Label(visible(_heading(self.bench)), id="question", markup=False)
        yield StatusLine()
        with Horizontal(id="desk"):
            yield AnswerGrid(self.rows, _("No answer is left by the filter."))
            with Vertical(id="open"):
                yield OpenAnswer()
                yield FinderPane()
            yield CodeList(_("No code yet: type one."))
        yield Footer()

    @property
    def question(self) -> Question:
        """The question that is coded."""
        return self.bench.question

    @property
    def grid(self) -> AnswerGrid:
        """The list of answers."""
        return self.query_one(AnswerGrid)

    @property
    def finder(self) -> FinderPane:
        """The finder."""
        return self.query_one(FinderPane)

    @property
    def open_answer(self) -> OpenAnswer:
        """The open answer."""
        return self.query_one(OpenAnswer)

    def rows(self, ids: Sequence[int]) -> Sequence[GridRow]:
        """The rows in view."""
        return self.bench.folded_rows(ids) if self.folded else self.bench.rows(ids)

    def on_answer_grid_marks_changed(self) -> None:
        """The lists show which of the marked answers have a code."""
        self.show_codes()

    def codes_on(self, chosen: Chosen) -> list[int]:
        """The codes that any of the chosen answers has."""
        return list(self._coverage(chosen))

    def chosen(self) -> Chosen:
        """What an action is on: the chosen piece, else the marked answers, else the open one."""
        grid, answer, segment = self.grid, self.answer, self.open_answer.segment
        if answer is None:
            return Chosen(())
        if segment is not None:
            return self._chosen_segment(answer, segment)
        if len(grid.marks):
            return self._all_marked()
        return Chosen(tuple(self.with_same([answer.id])), answer.respondent)

    def with_same(self, answers: Sequence[int]) -> Sequence[int]:
        """While identical answers stand as one row, all of them."""
        return self.bench.same.with_same(answers) if self.folded else answers

    def on_resize(self) -> None:
        """The codebook may have come into view."""
        self.call_after_refresh(self.show_codes)

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def tell(self, problem: Problem) -> None:
        """Say what went wrong and what to do."""
        said = f"{problem.sentence} {problem.hint}"
        self.notify(said, severity="error", timeout=6, markup=False)

    def show_changed(self, answers: Sequence[int] | None) -> None:
        """Show what an action changed in some answers, or in all.

        The list stays as it is until the coder asks for another.
        """
        if not self.is_attached:
            return
        self.know_codes()
        self.grid.forget(None if answers is None else self.bench.same.with_same(answers))
        self.open(self.grid.cursor)

    def know_codes(self) -> None:
        """Show the codes and their counts as they are now."""
        self.codes = Codes(self.bench.uses())
        self.finder.know(self.codes, self.codes.scale(self.bench.tree))
        if self._chips_of is not self.bench.tree:
            self._chips_of = self.bench.tree
            self.grid.chips = self.codes.chips()

    def open(self, answer_id: int | None) -> None:
        """Show an answer as it is now."""
        self.answer = None if answer_id is None else self.bench.open(answer_id)
        self.open_answer.show(self.answer, self.codes)
        self.show_codes()

    def show_codes(self) -> None:
        """Show which codes the chosen answers have, and how far the question is."""
        chosen = self.chosen()
        coverage = self._coverage(chosen)
        is_whole = not chosen.segments and not len(self.grid.marks)
        self.finder.beside(coverage, held(self.answer), is_whole)
        tree = self.query_one(CodeList)
        if tree.display:
            tree.rows = self.codes.rows(self.bench.tree, coverage)
        self.show_status()

    def show_status(self) -> None:
        """Show how far the question is, and what is shown."""
        tally = self.bench.tally
        self.query_one(StatusLine).status = Status(
            uncoded=tally.uncoded,
            shown=self.shown,
            total=tally.answered,
            filter=self.said[0],
            order=self.said[1],
            marked=len(self._all_marked().answers),
            hidden=self._hidden(),
            session=self.session.in_words(tally.uncoded),
        )

    def _all_marked(self) -> Chosen:
        """The marked answers and those that say the same; the same object for the same marks."""
        marks, of = self.grid.marks, (self.folded, self.bench.same)
        if marks is not self._marked_of[0] or of != self._marked_of[1]:
            self._marked_of = (marks, of)
            self._marked = Chosen(tuple(self.with_same(sorted(marks.ids))))
        return self._marked

    def _hidden(self) -> int:
        """How many marked rows the filter hides."""
        marks, ids = self.grid.marks, self.grid.ids
        if marks is not self._hidden_of[0] or ids is not self._hidden_of[1]:
            self._hidden_of = (marks, ids, len(marks.ids.difference(ids)) if len(marks) else 0)
        return self._hidden_of[2]

    def _coverage_of_marked(self) -> dict[int, Coverage]:
        """Read once for the same marks until something is done."""
        of = (self._all_marked(), self.bench.tally, self.bench.tally.changes)
        before = self._covered_of
        if of[0] is not before[0] or of[1] is not before[1] or of[2] != before[2]:
            self._covered_of = of
            self._covered = signs(self.bench.coverage(of[0].answers))
        return self._covered

    def _chosen_segment(self, answer: AnswerContext, segment: Segment) -> Chosen:
        twins = self.bench.texts(self.with_same([answer.id]))
        segments = segment_in_twins(answer.text, segment, twins)
        return Chosen(tuple(segments), answer.respondent, segments)

    def _coverage(self, chosen: Chosen) -> dict[int, Coverage]:
        if self.answer is None:
            return {}
        if not chosen.segments and chosen.answers == (self.answer.id,):
            return dict.fromkeys(held(self.answer), Coverage.ALL)
        if chosen is self._marked:
            return self._coverage_of_marked()
        if not chosen.segments:
            return signs(self.bench.coverage(chosen.answers))
        place = chosen.segments[self.answer.id]
        return {
            coding.code_id: Coverage.ALL
            for coding in self.answer.codings
            if (coding.start, coding.end) == (place.start, place.end)
            and coding.version == self.answer.version
        }


def _heading(bench: Workbench) -> str:
    question = bench.question
    return f"{question.full_key}  {' '.join(question.text.split())}"
