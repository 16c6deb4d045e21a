"""What the history shows: its lines, those that a filter leaves, and everything of one step."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coder.workbench.logbook import CodeName, Logbook, Wanted
from corpus.problems import Problem
from corpus.queries import Question
from tui.coding.background import cancelled, from_thread, in_background
from tui.commands.registry import Scope
from tui.history_words import details_lines, entry_words
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.pages import Page
from tui.times import local
from tui.widgets.cells import cells, one_line
from tui.widgets.footing import Footer
from tui.widgets.step_list import StepLine, StepList
from tui.words import _, plural

T = TypeVar("T")
Option = tuple[T, str, str]

_EVERY = -1


class _Stopped(Exception):
    """Nobody waits for what is searched for any more."""


@dataclass(frozen=True)
class Shown:
    """A filter and its parts in words."""

    wanted: Wanted = field(default_factory=Wanted)
    coder: str = ""
    code: str = ""
    question: str = ""

    def in_words(self) -> str:
        """All parts with plus signs between; "" when it lets everything through."""
        words = _("“{words}”").format(words=self.wanted.words) if self.wanted.words else ""
        return " + ".join(filter(None, (self.coder, self.code, self.question, words)))


class HistoryView(CommandScreen):
    """A list of steps that can be filtered and looked into."""

    SCOPE = Scope.HISTORY
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.HISTORY)

    def __init__(self, logbook: Logbook, zone: tzinfo | None = None) -> None:
        """`zone` is the reader's time zone, None for that of the system."""
        super().__init__()
        self.logbook = logbook
        self._zone = zone
        self.shown = Shown()
        self._total = 0
        self.steps = StepList(self._lines)

    def compose(self) -> ComposeResult:
        """What is shown of how many, the steps, the keys."""
        yield Static(id="what")
        yield self.steps
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the latest step."""
        self.steps.focus()
        names = [one_line(coder) for coder, _count in self.logbook.coders()]
        self.steps.longest_coder = max(map(cells, names), default=1)
        self.list_again()

    def look_again(self) -> None:
        """Show what another program has done."""
        self.list_again()

    def list_again(self) -> None:
        """Show what the filter leaves now, the cursor on its step."""
        if self.shown == Shown():
            self._show(self.logbook.ids(Wanted(), entry_words, lambda: None))
            return
        self._say(_("Searching …"))
        in_background(self, "search", self._search)

    def do_history_show(self) -> None:
        """Everything that the step under the cursor changed."""
        step = self.steps.cursor
        if step is None:
            return
        (entry,) = self.logbook.rows([step])
        at = local(entry.step.at, self._zone)
        lines = list(details_lines(entry, self.logbook.details(step), at))
        self.app.push_screen(Page(_("Step {number}").format(number=step), lines))

    def do_history_words(self) -> None:
        """Ask for words; an empty text takes this part of the filter away."""

        def narrow(words: str | None) -> None:
            if words is not None:
                wanted = replace(self.shown.wanted, words=" ".join(words.split()))
                self._narrow(replace(self.shown, wanted=wanted))

        asked = Asking(_("Only steps with these words"), text=self.shown.wanted.words)
        self.app.push_screen(asked, narrow)

    def do_history_coder(self) -> None:
        """Choose whose steps are shown."""
        coders = [(name, name, str(count)) for name, count in self.logbook.coders()]

        def narrow(name: str | None) -> None:
            if name is not None:
                wanted = replace(self.shown.wanted, coder=name)
                self._narrow(replace(self.shown, wanted=wanted, coder=name))

        every = ("", _("(every coder)"), "")
        self._choose(_("Only steps by"), [every, *coders], self.shown.wanted.coder, narrow)

    def do_history_question(self) -> None:
        """Choose the question whose steps are shown."""
        found = {question.id: question for question in self.logbook.questions()}
        options = [(id_, each.full_key, each.text) for id_, each in found.items()]

        def narrow(question: int | None) -> None:
            if question is not None:
                self._narrow_to_question(found.get(question))

        every = (_EVERY, _("(every question)"), "")
        at = self.shown.wanted.question or _EVERY
        self._choose(_("Only steps on"), [every, *options], at, narrow)

    def do_history_code(self) -> None:
        """Choose the code or theme whose steps are shown."""
        found = {code.id: code for code in self.logbook.codes()}
        options = [(code.id, " / ".join(code.path), "") for code in found.values()]

        def narrow(code: int | None) -> None:
            if code is not None:
                self._narrow_to_code(found.get(code))

        every = (_EVERY, _("(every code)"), "")
        self._choose(_("Only steps on"), [every, *options], _EVERY, narrow)

    def do_history_all(self) -> None:
        """Show all steps."""
        self._narrow(Shown())

    def tell(self, problem: Problem) -> None:
        """Say why something cannot be."""
        said = f"{problem.sentence} {problem.hint}"
        self.notify(said, severity="warning", timeout=5, markup=False)

    def _choose(
        self,
        title: str,
        options: Sequence[Option[T]],
        current: T,
        then: Callable[[T | None], None],
    ) -> None:
        values = [value for value, _label, _hint in options]
        at = values.index(current) if current in values else 0
        self.app.push_screen(Choosing(title, options, at), then)

    def _narrow_to_question(self, question: Question | None) -> None:
        wanted = replace(self.shown.wanted, question=question.id if question else 0)
        key = question.full_key if question else ""
        self._narrow(replace(self.shown, wanted=wanted, question=key))

    def _narrow_to_code(self, code: CodeName | None) -> None:
        codes = self.logbook.under(code) if code else frozenset[int]()
        path = " / ".join(code.path) if code else ""
        wanted = replace(self.shown.wanted, codes=codes)
        self._narrow(replace(self.shown, wanted=wanted, code=path))

    def _narrow(self, shown: Shown) -> None:
        self.shown = shown
        self.list_again()

    def _search(self) -> None:
        """In a thread: what the filter leaves."""
        is_cancelled = cancelled()

        def heed() -> None:
            if is_cancelled():
                raise _Stopped

        try:
            with suppress(_Stopped):
                ids = self.logbook.ids(self.shown.wanted, entry_words, heed)
                from_thread(self, self._show, ids)
        except Problem as problem:
            from_thread(self, self.tell, problem)

    def _show(self, ids: Sequence[int]) -> None:
        is_all = self.shown == Shown()
        if is_all:
            self._total = len(ids)
        nothing = _("Nothing was done yet.") if is_all else _("No step is left by the filter.")
        self.steps.empty = nothing
        self.steps.show(ids, self.steps.cursor)
        if is_all:
            self._say(plural("{count} step", "{count} steps", len(ids)))
        else:
            of = _("{count} of {total} steps:").format(count=len(ids), total=self._total)
            self._say(f"{of} {self.shown.in_words()}")

    def _say(self, what: str) -> None:
        title = _("History")
        self.query_one("#what", Static).update(Content(one_line(f"{title}   {what}")))

    def _lines(self, ids: Sequence[int]) -> list[StepLine]:
        return [
            StepLine(
                entry.id,
                local(entry.step.at, self._zone),
                entry.step.coder,
                entry_words(entry),
                not entry.step.in_effect,
            )
            for entry in self.logbook.rows(ids)
        ]
