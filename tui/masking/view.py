"""What the review of quotes shows: how far it is, an answer, its wording, what was found."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coder.quoting.wording import ChoiceKind
from coder.workbench.masked_answer import Caution, Found, State
from tui.commands.registry import Scope
from tui.masking.found_lines import FoundLine, FoundLines
from tui.masking.reasons import becomes_words, flag_words, reason_words, state_words
from tui.masking.texts import Shown, lines_of, with_styles, wording_content
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.banner import Banner
from tui.widgets.cells import one_line
from tui.widgets.footing import Footer
from tui.words import _

if TYPE_CHECKING:
    from coder.quoting.printed_answers import PrintedAnswer
    from coder.workbench.masked_answer import Opened
    from coder.workbench.masking_desk import MaskingDesk

_SIGNS = {
    None: "■",
    ChoiceKind.MASK: "■",
    ChoiceKind.ADD: "■",
    ChoiceKind.RELEASE: "□",
    ChoiceKind.CUT: "×",
}
_OPEN, _SEEN = "!", "✓"
_SHOWN_STATES = (State.TO_REVIEW, State.LAPSED, State.NOTHING, State.UNREAD)


class MaskingView(CommandScreen):
    """Shows the answer that is open; `rows` are what was found in it and its cautions, sorted."""

    SCOPE = Scope.MASKING
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.MASKING),
        Binding("escape", "command('back')", "Back", show=False),
    ]

    def __init__(self, desk: "MaskingDesk", banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
        self.desk = desk
        self.opened: Opened | None = None
        self.rows: list[Found | Caution] = []
        self._banner = banner
        self._done = 0
        self._list = FoundLines()

    def compose(self) -> ComposeResult:
        """How far it is, the answer and its wording, what was found, the keys."""
        yield Banner(self._banner)
        yield Static(id="reviewed", markup=False)
        yield Static(id="whose", markup=False)
        with Container(id="both-texts"):
            with VerticalScroll(id="original", can_focus=False):
                yield Static(id="original-text")
            with VerticalScroll(id="wording", can_focus=False):
                yield Static(id="wording-text")
        yield self._list
        yield Static(id="why", markup=False)
        yield Footer()

    @property
    def answer(self) -> "PrintedAnswer | None":
        """The answer that is open."""
        return self.opened.answer if self.opened else None

    def row(self) -> Found | Caution | None:
        """What is under the cursor."""
        return self.rows[self._list.at] if self.rows else None

    def on_found_lines_moved(self) -> None:
        """Show where it stands in the answer."""
        self.show_texts()

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def open(self, answer: "PrintedAnswer | None", at: int = 0) -> None:
        """Show an answer, the cursor on one of its lines."""
        self.opened = self.desk.open(answer) if answer is not None else None
        self.rows = _rows(self.opened) if self.opened else []
        none = _("Nothing was found here. Read it: no search finds everything.")
        self._list.empty = none if self.opened else _("No answer is coded here yet.")
        self._list.show([_line(each, self.opened) for each in self.rows], at)
        self.show_heading()
        self.show_texts()
        for name in ("#original", "#wording"):
            self.query_one(name, VerticalScroll).scroll_home(animate=False)

    def show_heading(self) -> None:
        """Show how far the question is, and whose answer is open."""
        desk, states = self.desk, self.desk.states()
        total = len(desk.answers)
        parts = [
            _("Quotes of {question}").format(question=desk.question.full_key),
            _("{count} of {total} approved").format(count=states[State.APPROVED], total=total),
            *(f"{states[each]} {state_words(each)}" for each in _SHOWN_STATES if states[each]),
        ]
        self.query_one("#reviewed", Static).update(one_line(" · ".join(parts)))
        self.query_one("#whose", Static).update(one_line(self._whose()))

    def show_texts(self) -> None:
        """Show the answer and its wording, what is under the cursor standing out."""
        original, worded = Content(""), Content("")
        if self.opened is not None:
            original = with_styles(self.opened.answer.text, self._spans())
            worded = wording_content(self.opened.wording)
        self.query_one("#original-text", Static).update(original)
        self.query_one("#wording-text", Static).update(worded)
        row = self.row()
        self.query_one("#why", Static).update(one_line(_why(row)) if row is not None else "")
        self.call_after_refresh(self._scroll)

    def _scroll(self) -> None:
        """Bring what is under the cursor into view in both texts."""
        row = self.row()
        if row is None or self.opened is None:
            return
        start = _span(row)[0]
        pairs = (
            ("#original", self.opened.answer.text[:start]),
            ("#wording", self.opened.wording.before(start)),
        )
        for name, text in pairs:
            pane = self.query_one(name, VerticalScroll)
            height = max(1, pane.size.height)
            line = lines_of(text, max(8, pane.size.width - 2))
            if not pane.scroll_offset.y <= line < pane.scroll_offset.y + height:
                pane.scroll_to(y=max(0, line - height // 2), animate=False)

    def _whose(self) -> str:
        if self.opened is None:
            return ""
        answer, answers = self.opened.answer, self.desk.answers
        place = _("{at} of {total}").format(at=answers.index(answer) + 1, total=len(answers))
        state = state_words(self.opened.state)
        by = self.opened.decisions.approved_by
        if by and self.opened.state is State.APPROVED:
            state = _("approved by {coder}").format(coder=by)
        return " · ".join((place, answer.respondent, answer.band, state))

    def _spans(self) -> list[Shown]:
        assert self.opened is not None
        spans = [Shown(*each, "underline") for each in self.opened.answer.segments]
        spans += [Shown(*_span(each), _style(each)) for each in self.rows]
        row = self.row()
        return [*spans, Shown(*_span(row), "reverse")] if row is not None else spans


def _rows(opened: "Opened") -> list[Found | Caution]:
    rows: list[Found | Caution] = [*opened.found, *opened.cautions]
    return sorted(rows, key=_span)


def _span(row: Found | Caution) -> tuple[int, int]:
    return (row.flag.start, row.flag.end) if isinstance(row, Caution) else (row.start, row.end)


def _why(row: Found | Caution) -> str:
    if isinstance(row, Caution):
        said = _("seen: it may be printed") if row.answered else _("f: it was looked at")
        return f"{flag_words(row.flag.kind)} · {said}"
    return f"{becomes_words(row)} · {reason_words(row)}"


def _style(row: Found | Caution) -> str:
    if isinstance(row, Caution):
        return "italic"
    return "bold $text-success" if row.decided is ChoiceKind.RELEASE else "bold $text-accent"


def _line(row: Found | Caution, opened: "Opened | None") -> FoundLine:
    if isinstance(row, Found):
        settled = row.certain or row.decided is not None
        sign = _SIGNS[row.decided]
        return FoundLine(sign, row.text, becomes_words(row), reason_words(row), settled)
    text = opened.answer.text[row.flag.start : row.flag.end] if opened else ""
    said = _("seen") if row.answered else _("caution")
    sign = _SEEN if row.answered else _OPEN
    return FoundLine(sign, text, said, flag_words(row.flag.kind), row.answered)
