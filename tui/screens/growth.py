"""How a code list grew while answers were coded, and whether it is saturated."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coder.growth_curve import LAST, Growth
from corpus.problems import Problem
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.growth_words import (
    bin_lines,
    number_lines,
    short_bins,
    short_verdict,
    title_words,
    verdict_words,
)
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.pages import Page
from tui.widgets.cells import one_line
from tui.widgets.footing import Footer
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.workbench.growth_desk import GrowthDesk

_LOW = 14
_MOST_LAST = 100_000


class GrowthScreen(CommandScreen):
    """The curve, new codes per 50 answers, and the rule of saturation."""

    SCOPE = Scope.GROWTH
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.GROWTH),
        Binding("escape", "command('back')", "Back", show=False),
    ]

    def __init__(self, desk: "GrowthDesk") -> None:
        super().__init__()
        self.desk = desk
        self.growth: Growth | None = None
        """What is shown, None while it is counted for the first time."""
        self._coder = ""
        self._shared = False
        self._last = LAST

    def compose(self) -> ComposeResult:
        """What is shown, what comes of it, the curve, its numbers, the keys."""
        from tui.widgets.growth_plot import GrowthPlot

        yield Static(id="growth_title")
        yield Static(id="verdict")
        yield GrowthPlot(id="curve")
        yield Static(id="bins")
        yield Footer()

    def on_mount(self) -> None:
        """Count for the first time."""
        self._put("growth_title", _("Growth"))
        self._put("verdict", _("Counting …"))

    def on_screen_resume(self) -> None:
        """Count again: there may be more codings than when this was left."""
        self.look_again()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self.call_after_refresh(self._draw)

    def look_again(self) -> None:
        """Count again, and show what has changed."""
        in_background(self, "growth", self._count)

    def do_growth_numbers(self) -> None:
        """All numbers behind the curve."""
        if self.growth is not None:
            self.app.push_screen(Page(_("Growth"), number_lines(self.growth, self._last)))

    def do_growth_last(self) -> None:
        """Ask how many answers without a new code make the list saturated."""

        def take(text: str | None) -> None:
            if text is None:
                return
            if not (text.strip().isdecimal() and 0 < int(text) <= _MOST_LAST):
                self.tell(Problem(_("This takes a whole number, 1 or more."), ""))
                return
            self._last = int(text)
            self._draw()

        asked = _("Saturated when so many answers brought no new code")
        self.app.push_screen(Asking(asked, text=str(self._last)), take)

    def do_growth_questions(self) -> None:
        """Over all questions that share the codebook, or only this one."""
        try:
            if not self._shared and not self.desk.is_shared():
                self.tell(Problem(_("No other question shares this codebook."), ""))
                return
        except Problem as problem:
            self.tell(problem)
            return
        self._shared = not self._shared
        self.look_again()

    def do_growth_coder(self) -> None:
        """Choose whose codings are counted."""
        try:
            coders = self.desk.coders()
        except Problem as problem:
            self.tell(problem)
            return

        def take(name: str | None) -> None:
            if name is not None:
                self._coder = name
                self.look_again()

        said = [plural("{count} answer", "{count} answers", answers) for _name, answers in coders]
        names = [name for name, _answers in coders]
        options = [("", _("(every coder)"), ""), *zip(names, names, said, strict=True)]
        at = names.index(self._coder) + 1 if self._coder in names else 0
        self.app.push_screen(Choosing(_("Only codings by"), options, at), take)

    def tell(self, problem: Problem) -> None:
        """Say why something cannot be."""
        said = f"{problem.sentence} {problem.hint}".strip()
        self.notify(said, severity="warning", timeout=5, markup=False)

    def _count(self) -> None:
        """In a thread: the growth as it is now."""
        try:
            from_thread(self, self._show, self.desk.growth(self._coder, self._shared))
        except Problem as problem:
            from_thread(self, self._fail, problem)

    def _show(self, growth: Growth) -> None:
        self.growth = growth
        self._draw()

    def _fail(self, problem: Problem) -> None:
        self._put("verdict", f"{problem.sentence} {problem.hint}")

    def _draw(self) -> None:
        if self.growth is None or not self.is_mounted:
            return
        low, width = self.size.height < _LOW, self.size.width - 2
        verdict = short_verdict if low else verdict_words
        self._put("growth_title", title_words(self.growth))
        self._put("verdict", verdict(self.growth, self._last))
        lines = [short_bins(self.growth, width)] if low else bin_lines(self.growth, width)
        lines = lines if self.growth.codes else []
        self.query_one("#bins", Static).update(Content("\n".join(lines)))
        self.call_after_refresh(self._draw_curve)

    def _draw_curve(self) -> None:
        from tui.widgets.growth_plot import GrowthPlot, Steps

        growth = self.growth
        if growth is None:
            return
        places = [at for at, new in enumerate(growth.new, start=1) if new]
        heights = [growth.cumulative[at - 1] for at in places]
        names = _("codes in use by answers coded"), _("the last new code")
        self.query_one("#curve", GrowthPlot).show(Steps(places, heights, growth.answers, *names))

    def _put(self, where: str, text: str) -> None:
        self.query_one(f"#{where}", Static).update(Content(one_line(text)))
