"""The answers of one code sent to its parts, one key each."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coder.splitting import SplitItem
from coder.workbench.codebook_counts import Example
from coder.workbench.splitting_desk import SplittingDesk
from corpus.problems import Problem
from corpus.store.history import Step
from tui.codebook.details import example_line
from tui.codebook.split_lines import SplitLine, SplitLines
from tui.commands.registry import Scope
from tui.screens.asking import Asking
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.steps import step_words
from tui.widgets.banner import Banner
from tui.widgets.cells import cut_front, one_line
from tui.widgets.footing import Footer
from tui.words import _, plural

_DIGITS = "123456789"
_ALSO = "+"
"""Typed first, it sends an answer to a part beside those that it was sent to already."""

_LONGEST = 4_000
_NAME = 200


class Splitting(CommandScreen):
    """What is sent stays sent when the screen is left; each sending has its own undo."""

    SCOPE = Scope.SPLITTING
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.SPLITTING)

    def __init__(self, desk: SplittingDesk, banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
        self.desk = desk
        self._banner = banner
        self._typed = ""
        self.answers = SplitLines()

    def compose(self) -> ComposeResult:
        """What is split and how far it is, the answers, the one of the cursor, the parts."""
        yield Banner(self._banner)
        yield Static(id="split", markup=False)
        yield self.answers
        with VerticalScroll(id="whole", can_focus=False):
            yield Static(id="text")
        yield Static(id="part-typed", markup=False)
        yield Static(id="parts")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the first answer."""
        self.answers.focus()
        self.show(0)

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Carry out a key at once, before the next one is looked at."""
        if not self.is_mounted:
            return False
        if isinstance(event, events.Paste):
            self._type(self._typed + " ".join(event.text.split()))
        elif event.key == "escape":
            self._escape()
        elif event.key == "backspace":
            self._type(self._typed[:-1])
        elif event.key == "enter":
            self._enter()
        elif event.key == "space" and not self._typed:
            self.do_split_skip()
        elif event.character and event.character in _DIGITS and self._typed in ("", _ALSO):
            self._send_to_digit(int(event.character))
        elif event.is_printable and event.character:
            self._type(self._typed + event.character)
        else:
            return await self._run_bound(event.key)
        return True

    def on_split_lines_moved(self) -> None:
        """Show the answer under the cursor."""
        self._show_answer()

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def look_again(self) -> None:
        """Show what was changed elsewhere."""
        try:
            self.desk.refresh()
        except Problem as problem:
            self._tell(problem)
            self.call_later(self._leave)
            return
        self.show(self.answers.at)

    def do_split_skip(self) -> None:
        """Go on to the next answer that is not sent."""
        at = self._next()
        if at is None:
            self.notify(_("Every answer is sent."), timeout=3)
        else:
            self.answers.go(at)

    def do_split_new(self) -> None:
        """Ask for the name of a new part, and send the answer to it."""

        def make(name: str | None) -> None:
            if name is not None and name.strip():
                self._send(lambda items: self.desk.send_to_new(items, name))

        self.app.push_screen(Asking(_("A new part of {code}").format(code=self.desk.name)), make)

    def do_mark_answer(self) -> None:
        """Mark the answer under the cursor, or take its mark away; and go on to the one below."""
        if self.desk.items:
            self.answers.marks ^= {self.answers.at}
            self.answers.go(self.answers.at + 1)
            self._show_heading()

    def do_unmark_answers(self) -> None:
        """Take all marks away."""
        self.answers.marks = frozenset()
        self._show_heading()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self._through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(self.desk.redo, _("Done again"))

    def show(self, at: int) -> None:
        """Show how far it is, the cursor at a place."""
        lines = [SplitLine(item.text, self._sent_to(item)) for item in self.desk.items]
        self.answers.show(lines, at)
        self._show_heading()
        self._show_answer()
        self._show_parts()

    def chosen(self) -> list[SplitItem]:
        """The marked answers, else the one under the cursor with all that say the same."""
        items, marks = self.desk.items, self.answers.marks
        if not marks and self.answers.at < len(items):
            return self.desk.with_same(items[self.answers.at])
        return [items[place] for place in sorted(marks) if place < len(items)]

    def _enter(self) -> None:
        also = self._typed.startswith(_ALSO)
        typed = " ".join(self._typed.removeprefix(_ALSO).split())
        self._type("")
        known = [id_ for id_, name in self.desk.parts if name.casefold() == typed.casefold()]
        if known:
            self._send(lambda items: self.desk.send(items, known[0], also))
        elif typed:
            self._send(lambda items: self.desk.send_to_new(items, typed, also))

    def _send_to_digit(self, digit: int) -> None:
        parts, also = self.desk.parts, self._typed == _ALSO
        self._type("")
        if digit > len(parts):
            self.app.bell()
            self.notify(_("No part stands on this digit: type its name."), timeout=3)
            return
        part = parts[digit - 1][0]
        self._send(lambda items: self.desk.send(items, part, also))

    def _send(self, send: Callable[[Sequence[SplitItem]], int]) -> None:
        items = self.chosen()
        if not items:
            return
        try:
            sent = send(items)
        except Problem as problem:
            self._tell(problem)
            return
        if len(items) > 1 and sent:
            self.notify(plural("sent: {count} answer", "sent: {count} answers", sent), timeout=3)
        self.answers.marks = frozenset()
        following = self._next()
        self.show(self.answers.at if following is None else following)
        if following is None:
            self.notify(_("Every answer is sent."), timeout=4)

    def _next(self) -> int | None:
        """The next answer that is not sent, round the end."""
        items, at = self.desk.items, self.answers.at
        order = [*range(at + 1, len(items)), *range(at + 1)]
        left = (place for place in order if not self.desk.is_sent(items[place]))
        return next(left, None)

    def _type(self, typed: str) -> None:
        self._typed = "".join(sign for sign in typed if sign.isprintable())[:_NAME]
        self._show_parts()

    def _escape(self) -> None:
        if self._typed:
            self._type("")
        else:
            self.app.pop_screen()

    def _sent_to(self, item: SplitItem) -> str:
        """The parts of an answer; that it is sent is seen even when they are gone."""
        return ", ".join(self.desk.parts_of(item)) or ("–" if self.desk.is_sent(item) else "")

    def _show_heading(self) -> None:
        desk, marks = self.desk, len(self.answers.marks)
        parts = [
            _("Split {code}").format(code=desk.name),
            _("{count} of {total} sent").format(count=desk.sent, total=len(desk.items)),
            _("{count} marked").format(count=marks) if marks else "",
        ]
        self.query_one("#split", Static).update(one_line(" · ".join(filter(None, parts))))

    def _show_answer(self) -> None:
        items = self.desk.items
        text = _whole(items[self.answers.at]) if items else Content("")
        same = len(self.desk.with_same(items[self.answers.at])) if items else 0
        if same > 1:
            said = plural(
                "{count} answer says this",
                "{count} answers say this; they are sent together",
                same,
            )
            text = Content("\n").join([text, Content.styled(said, "dim")])
        self.query_one("#text", Static).update(text)
        self.query_one("#whole", VerticalScroll).scroll_home(animate=False)

    def _show_parts(self) -> None:
        room = max(8, self.size.width - 4)
        said = _("1-9 sends it; or type a new part")
        typed = cut_front(one_line(self._typed), room) if self._typed else said
        self.query_one("#part-typed", Static).update(f"› {typed}")
        lines = [
            f"{digit} {one_line(name)}  {self.desk.sent_to(id_)}"
            for digit, (id_, name) in zip(_DIGITS, self.desk.parts, strict=False)
        ]
        left = len(self.desk.parts) - len(lines)
        more = [plural("and {count} more by name", "and {count} more by name", left)]
        shown = lines + (more if left > 0 else [])
        self.query_one("#parts", Static).update(Content("\n".join(shown)))

    def _through_history(self, move: Callable[[], Step], what: str) -> None:
        try:
            step = move()
        except Problem as problem:
            self._tell(problem)
            return
        words = step_words(step.kind, step.parameters)
        self.notify(f"{what}: {words}", timeout=3, markup=False)
        self.show(self.answers.at)

    def _tell(self, problem: Problem) -> None:
        said = f"{problem.sentence} {problem.hint}"
        self.notify(said, severity="error", timeout=6, markup=False)

    def _leave(self) -> None:
        while self in self.app.screen_stack:
            self.app.pop_screen()

    async def _run_bound(self, key: str) -> bool:
        bound = self.active_bindings.get(key)
        if bound is None or not bound.enabled:
            return False
        await self.app.run_action(bound.binding.action, bound.node)
        return True


def _whole(item: SplitItem) -> Content:
    """The answer with who gave it, its coded piece underlined."""
    example = Example(
        item.answer_id, item.question, item.respondent, item.answer, item.start, item.end
    )
    return example_line(example, _LONGEST)
