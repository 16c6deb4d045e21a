"""Everything said under a theme in view, with what is chosen of it and what speaks against it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from corpus.problems import Problem
from corpus.store.history import Step
from corpus.visible import visible
from tui.choosing_quotes.arranging import View, arranged
from tui.choosing_quotes.piece_lines import PieceLine, PieceLines
from tui.choosing_quotes.quote_tree import QuoteTree, quote_rows
from tui.choosing_quotes.wordings import cautions_line, piece_lines, view_words
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.fault_log import write_down
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.steps import step_words
from tui.widgets.banner import Banner
from tui.widgets.cells import one_line
from tui.widgets.footing import Footer
from tui.widgets.labels import show
from tui.words import _

if TYPE_CHECKING:
    from coder.quoting.cautions import Caution
    from coder.quoting.piece import Piece, Place
    from coder.workbench.quotes_desk import QuotesDesk

_NARROW, _LOW = 60, 18


class QuotesView(CommandScreen):
    """Themes beside their pieces, the piece under the cursor below; what is read comes late."""

    SCOPE = Scope.QUOTES
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.QUOTES),
        Binding("escape", "command('leave')", "Back", show=False),
    ]

    def __init__(self, desk: "QuotesDesk", banner: str = "") -> None:
        """`banner` says why the study can only be read."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_NARROW, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-high")]
        self.desk = desk
        self.theme: int | None = None
        """The theme whose pieces are in view."""
        self.pieces: Sequence[Piece] = ()
        """All pieces of the theme."""
        self.shown: Sequence[Piece] = ()
        """Those in view, in order."""
        self.proposed: Sequence[Piece] = ()
        self.found: Sequence[Caution] = ()
        self.view = View()
        self._typical: dict[Place, float] = {}
        self._banner = banner
        self.themes = QuoteTree(_("Nothing is coded here yet."))
        self.lines = PieceLines(_("No piece is in view."))

    def compose(self) -> ComposeResult:
        """How many are chosen, themes and pieces, what speaks against it, the piece, the keys."""
        yield Banner(self._banner)
        yield Static(id="quotes", markup=False)
        with Horizontal(id="choice"):
            yield self.themes
            yield self.lines
        yield Static(id="quotes-view", markup=False)
        with VerticalScroll(id="piece", can_focus=False):
            yield Static(id="piece-text")
        yield Static(id="cautions", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the themes."""
        self.go_to_side(self.themes)
        self.show_tree()
        self.load()
        self.look_for_cautions()

    def on_code_list_cursor_moved(self, message: QuoteTree.CursorMoved) -> None:
        """Show the pieces of another theme."""
        message.stop()
        self.load()

    def on_code_list_chosen(self, message: QuoteTree.Chosen) -> None:
        """Enter on a theme takes the proposal, else goes to its pieces."""
        message.stop()
        self.action_command("quote_take")

    def on_piece_lines_moved(self) -> None:
        """Show the piece under the cursor."""
        self.show_piece()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what went wrong in a thread."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            if isinstance(error, Problem):
                self.tell(error)
            else:
                self.notify(visible(write_down(error)), severity="error", markup=False)

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def look_again(self) -> None:
        """Show what was changed elsewhere; leave when the question is gone."""
        try:
            self.desk.refresh()
        except Problem as problem:
            self.tell(problem)
            self.call_later(self._leave)
            return
        self.show_anew()

    def show_anew(self) -> None:
        """Show everything as it was just read."""
        self.theme = None
        self.show_tree()
        self.load()
        self.look_for_cautions()

    def go_to_side(self, side: QuoteTree | PieceLines) -> None:
        """Put the keys to one side, which is the one seen where there is room for one."""
        self.set_class(side is self.themes, "-themes")
        side.focus()

    def current(self) -> "Piece | None":
        """The piece under the cursor."""
        return self.shown[self.lines.at] if self.lines.at < len(self.shown) else None

    def load(self) -> None:
        """Read the pieces of the theme under the cursor, in a thread."""
        theme = self.themes.cursor
        if theme == self.theme and theme is not None:
            return
        self.theme, self.proposed, self._typical = theme, (), {}
        if theme is None:
            self.show_pieces(())
            return
        in_background(self, "pieces", lambda: self._read(theme))

    def look_for_cautions(self) -> None:
        """Find out in a thread what speaks against the choice."""
        in_background(self, "cautions", lambda: from_thread(self, self._warn, self.desk.cautions()))

    def show_tree(self) -> None:
        """Show how many are chosen, theme by theme."""
        self.themes.rows = quote_rows(self.desk.tree, self.desk.amounts)
        self.show_heading()

    def show_heading(self) -> None:
        """The question, the theme, and how many are chosen."""
        parts = [
            _("Quotes of {question}").format(question=self.desk.question.full_key),
            _("{count} chosen").format(count=self.desk.chosen_here),
            self.desk.path(self.theme) if self.theme in self.desk.tree.by_id else "",
        ]
        if self.proposed:
            hint = _("{count} proposed: enter takes them, escape does not")
            parts.insert(0, hint.format(count=len(self.proposed)))
        show(self.query_one("#quotes", Static), one_line(" · ".join(filter(None, parts))))

    def show_pieces(self, pieces: Sequence["Piece"], at: "Place | None" = None) -> None:
        """Show the pieces of the theme, the cursor on this one, else where it was."""
        before = self.current()
        wanted = at or (before.place if before else None)
        self.pieces = pieces
        places = [piece.place for piece in self.proposed]
        bands = self.desk.facts.scheme.names
        self.shown = arranged(pieces, self.view, self._typical, bands, places)
        found = (at for at, piece in enumerate(self.shown) if piece.place == wanted)
        self.lines.show(
            [_line(piece, piece.place in places) for piece in self.shown], next(found, 0)
        )
        said = view_words(self.view, len(self.shown), len(pieces))
        if self.theme is not None and (led := self.desk.lead_ins.get(self.theme)):
            said = f"{said} · “{led}”"
        show(self.query_one("#quotes-view", Static), one_line(said))
        self.show_heading()
        self.show_piece()

    def show_piece(self) -> None:
        """The whole of the piece under the cursor."""
        piece = self.current()
        lines: list[Content] = []
        if piece is not None:
            lines = list(piece_lines(self.desk, piece, self._typical.get(piece.place)))
        self.query_one("#piece-text", Static).update(Content("\n").join(lines))
        self.query_one("#piece", VerticalScroll).scroll_home(animate=False)

    def through_history(self, move: Callable[[], Step], what: str) -> None:
        """Undo or redo, and show what became of it."""
        try:
            step = move()
        except Problem as problem:
            self.tell(problem)
            return
        words = step_words(step.kind, step.parameters)
        self.notify(f"{what}: {words}", timeout=3, markup=False)
        self.show_anew()

    def tell(self, problem: Problem) -> None:
        """Say why something cannot be."""
        said = f"{problem.sentence} {problem.hint}".strip()
        self.notify(said, severity="error", timeout=6, markup=False)

    def _read(self, theme: int) -> None:
        """In a thread: the pieces, then how typical each is."""
        pieces = self.desk.pieces(theme)
        from_thread(self, self._show_read, theme, pieces)
        typical = self.desk.typical(pieces)
        places = [piece.place for piece in pieces]
        from_thread(self, self._show_typical, theme, dict(zip(places, typical, strict=True)))

    def _show_read(self, theme: int, pieces: Sequence["Piece"]) -> None:
        if theme == self.theme:
            self.show_pieces(self.desk.again(pieces))

    def _show_typical(self, theme: int, typical: "dict[Place, float]") -> None:
        if theme == self.theme:
            self._typical = typical
            self.show_pieces(self.pieces)

    def _warn(self, found: "Sequence[Caution]") -> None:
        self.found = found
        show(self.query_one("#cautions", Static), one_line(cautions_line(found)))

    def _leave(self) -> None:
        while self in self.app.screen_stack:
            self.app.pop_screen()


def _line(piece: "Piece", is_proposed: bool) -> PieceLine:
    return PieceLine(piece.text, piece.band, piece.words, piece.order, is_proposed, piece.flagged)
