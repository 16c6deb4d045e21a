"""What the coding screen shows, and what its keys do: answers, one of them open, the finder."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Label, Static

from coder.workbench.context import AnswerContext
from coder.workbench.filters import Filter, Sort
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from corpus.visible import visible
from tui.coding_keys import (
    ApplyCode,
    Effect,
    FindText,
    Key,
    NewCode,
    NextUncoded,
    Refused,
    RepeatLast,
    Shown,
    Typing,
    press,
)
from tui.commands.registry import Scope
from tui.finder import Finder
from tui.finding.codes import Hit as Found
from tui.finding.similar import similar
from tui.finding.slots import Slots
from tui.screens.coding_pieces import Codes, codes_in_words, facts_in_words, filter_in_words, held
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.answer_view import AnswerText, AnswerView
from tui.widgets.chips import Chip
from tui.widgets.grid import AnswerGrid
from tui.widgets.hits import Hits
from tui.widgets.hits import NewCode as NewLine
from tui.widgets.marks import Marks
from tui.widgets.segment_signs import CodedSegment
from tui.widgets.status_line import Status, StatusLine
from tui.words import _, plural

_KEYS = {"enter": Key.ENTER, "backspace": Key.BACKSPACE, "escape": Key.ESCAPE}
_SIGNS = "●■▲◆★○□△◇☆"


class CodingView(CommandScreen):
    """Routes keys to the finder, effects to the workbench, and what changed to the widgets."""

    SCOPE = Scope.CODING
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.CODING)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.filter = Filter()
        self.sort = Sort.FILE
        self._words = ""
        self.typing = Typing()
        self._slots = Slots()
        self._codes = Codes({})
        self._finder = Finder(())
        self._found: Sequence[Found] = ()
        self.answer: AnswerContext | None = None
        self._last: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """Answers at the left; at the right the open answer, its codes, the finder."""
        yield StatusLine()
        with Horizontal():
            yield AnswerGrid(self.bench.rows, _("No answer is left by the filter."))
            with Vertical(id="open"):
                yield Label("", id="facts", markup=False)
                yield AnswerView()
                yield Label("", id="codes", markup=False)
                yield Static("", id="finder", markup=False)
                yield Hits()
        yield Footer()

    def on_mount(self) -> None:
        """Show the question from its first answer without a code."""
        self.query_one(AnswerView).can_focus = False
        self._read_codes()
        self._slots = self._slots.renewed(self._codes.for_finder())
        self._list()
        self._go_on(from_here=True)
        self.query_one(AnswerGrid).focus()
        self.run_worker(self.bench.index_words, thread=True, exit_on_error=False, name="words")

    def on_key(self, event: events.Key) -> None:
        """Characters, enter, backspace and escape go to the finder."""
        pressed = _KEYS.get(event.key) or (event.character if event.is_printable else None)
        if pressed is None:
            return
        event.stop()
        slots = [hit.code_id for hit in self.query_one(Hits).hits]
        self.type(*press(self.typing, pressed, Shown(slots, self._found)))

    def on_answer_grid_cursor_moved(self, message: AnswerGrid.CursorMoved) -> None:
        """Another answer is open: the ready codes may take new places now."""
        self.typing = Typing()
        self._slots = self._slots.renewed(self._codes.for_finder())
        self._open(message.answer_id)

    def on_answer_grid_marks_changed(self) -> None:
        """The lists show which of the marked answers have a code."""
        self._show_status()
        self._show_finder()

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case FindText(text):
                self._found = self._finder.find(text, held(self.answer))
            case ApplyCode(code_id):
                self._toggle(code_id)
            case NewCode(name):
                self._make(name)
            case NextUncoded():
                self._go_on()
            case RepeatLast():
                for code_id in self._last:
                    self._apply(code_id)
            case Refused(why):
                self.app.bell()
                self.notify(_(why), severity="warning", timeout=2)

    def _toggle(self, code_id: int) -> None:
        """A code that all chosen answers have is taken off, else it is put on them."""
        answers = self.chosen()
        if answers and self.bench.coverage(answers).get(code_id) == "all":
            self._report(_("taken off"), self.bench.remove(code_id, answers))
            self.show_changed(answers)
            return
        self._last = (code_id,) if not held(self.answer) else (*self._last, code_id)
        self._apply(code_id)

    def _apply(self, code_id: int) -> None:
        answers = self.chosen()
        if not answers or code_id not in self._codes.by_id:
            return
        self._report(_("applied"), self.bench.apply(code_id, answers))
        self.show_changed(answers)

    def _make(self, name: str) -> None:
        answers = self.chosen()
        if not answers:
            return
        try:
            code = self.bench.apply_new(name, answers)
        except Problem as problem:
            self.notify(f"{problem.sentence} {problem.hint}", severity="error", markup=False)
            return
        self._last = (code.id,) if not held(self.answer) else (*self._last, code.id)
        self.show_changed(answers)

    def chosen(self) -> list[int]:
        """The marked answers, or the open one."""
        grid = self.query_one(AnswerGrid)
        if len(grid.marks):
            return sorted(grid.marks.ids)
        return [] if grid.cursor is None else [grid.cursor]

    def show_changed(self, answers: Sequence[int] | None) -> None:
        """Show what an action changed in some answers, or in all.

        The list stays as it is until the coder asks for another.
        """
        self._read_codes()
        self.query_one(AnswerGrid).forget(answers)
        self._open(self.query_one(AnswerGrid).cursor)
        self._show_status()

    def narrow(self, wanted: Filter) -> None:
        """Show the answers that a filter leaves."""
        self.filter = wanted
        self._words = filter_in_words(wanted, self.bench)
        self._list()

    def order(self, order: Sort) -> None:
        """Show the answers in another order."""
        self.sort = order
        self._list()

    def mark_only(self, answers: Sequence[int]) -> None:
        """Mark these answers and no others."""
        self.query_one(AnswerGrid).mark(Marks(frozenset(answers)))

    def paths_of_answer(self) -> list[str]:
        """The codes of the open answer, as paths."""
        held_codes = [coding.code_id for coding in self.answer.codings] if self.answer else []
        known = self._codes.by_id
        return [" / ".join(known[code].path) for code in held_codes if code in known]

    def type(self, typing: Typing, effect: Effect | None) -> None:
        """What is typed now, and what is to be done."""
        self.typing = typing
        if effect is not None:
            self._carry_out(effect)
        self._show_finder()

    def _report(self, what: str, count: int) -> None:
        if len(self.query_one(AnswerGrid).marks):
            counted = plural("{count} answer", "{count} answers", count)
            self.notify(f"{what}: {counted}", timeout=3, markup=False)

    def _go_on(self, from_here: bool = False) -> None:
        """To the next answer without a code after this one, round the end of the list.

        `from_here`: the open answer itself will do.
        """
        grid = self.query_one(AnswerGrid)
        open_ids = set(self.bench.ids(Filter(uncoded=True), Sort.FILE))
        at = grid.at - 1 if from_here else grid.at
        order = [*grid.ids[at + 1 :], *grid.ids[: at + 1]]
        following = next((answer for answer in order if answer in open_ids), None)
        if following is None:
            self.notify(_("Every answer that is shown has a code."), timeout=3)
        else:
            grid.move_to(following)

    def _read_codes(self) -> None:
        self._codes = Codes.of(self.bench.uses())
        self._finder = Finder(self._codes.for_finder(), self._finder)
        self.query_one(AnswerGrid).chips = {
            use.code.id: Chip(use.code.name, _SIGNS[use.code.number % len(_SIGNS)])
            for use in self._codes.by_id.values()
        }

    def _list(self) -> None:
        grid = self.query_one(AnswerGrid)
        grid.show(self.bench.ids(self.filter, self.sort))
        self._open(grid.cursor)
        self._show_status()

    def _open(self, answer_id: int | None) -> None:
        self.answer = None if answer_id is None else self.bench.answer(answer_id)
        answer = self.answer
        self.query_one(AnswerView).answer = _shown(answer, self._codes)
        self.query_one("#facts", Label).update(visible(facts_in_words(answer)) if answer else "")
        words = codes_in_words(answer, self._codes) if answer else ""
        self.query_one("#codes", Label).update(visible(words) or _("no code"))
        self._show_finder()

    def _show_finder(self) -> None:
        typing, hits = self.typing, self.query_one(Hits)
        coverage = self.bench.coverage(self.chosen())
        if typing.idle:
            self._found = ()
            hits.hits = self._codes.shown(self._slots.places, coverage)
            hits.new = None
        else:
            hits.hits = self._codes.found(self._found, coverage)
            hits.new = self._new_line(typing.text)
        hits.first = bool(self._found) and self._found[0].exact and not typing.naming
        prompt = visible(typing.text) if not typing.idle else _("type a code, or 1-9")
        self.query_one("#finder", Static).update(f"› {prompt}")

    def _new_line(self, text: str) -> NewLine | None:
        name = " ".join(text.split())
        if not name or name.startswith("#"):
            return None
        alike = similar(name, self._codes.for_finder())
        return NewLine(name, similar=alike[0].path if alike else ())

    def _show_status(self) -> None:
        grid, standing = self.query_one(AnswerGrid), self.bench.standing()
        hidden = len(grid.marks.ids.difference(grid.ids)) if len(grid.marks) else 0
        self.query_one(StatusLine).status = Status(
            uncoded=standing.uncoded,
            shown=len(grid.ids),
            total=standing.total,
            filter=self._words,
            order="" if self.sort is Sort.FILE else _("by {order}").format(order=self.sort),
            marked=len(grid.marks),
            hidden=hidden,
        )


def _shown(answer: AnswerContext | None, codes: Codes) -> AnswerText:
    if answer is None:
        return AnswerText()
    segments = tuple(
        CodedSegment(coding.start, coding.end, codes.by_id[coding.code_id].code.name)
        for coding in answer.codings
        if coding.start is not None and coding.end is not None and coding.code_id in codes.by_id
    )
    return AnswerText(answer.text, segments)
