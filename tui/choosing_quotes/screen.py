"""The screen on which quotes are chosen: taken one by one, or as they are proposed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coder.quoting.proposing import Asked, Kind, Limits
from corpus.problems import Problem
from tui.choosing_quotes.arranging import Order, Which
from tui.choosing_quotes.view import QuotesView
from tui.choosing_quotes.wordings import KINDS, ORDERS, caution_words, usage_lines
from tui.coding.background import from_thread, in_background
from tui.screens.asking import Asking
from tui.screens.choosing import Choosing
from tui.screens.confirming import Confirming
from tui.screens.pages import Page
from tui.words import _, plural

if TYPE_CHECKING:
    from coder.quoting.piece import Piece

_AT_A_TIME = 5
_MOST = 100
_LENGTHS = re.compile(r"\s*([0-9]{1,4})\s*-\s*([0-9]{1,4})\s*")


class ChoosingQuotes(QuotesView):
    """What is chosen stays chosen when the screen is left; each action has its own undo."""

    _number = _AT_A_TIME
    _limits = Limits()
    _passed: Sequence["Piece"] = ()
    """What was proposed before and not taken: other ones come next."""

    def load(self) -> None:
        """Another theme has nothing that was proposed before."""
        if self.themes.cursor != self.theme:
            self._passed = ()
        super().load()

    def do_quote_toggle(self) -> None:
        """Choose the piece under the cursor, or put it back; and go on to the one below."""
        piece, theme = self.current(), self.theme
        if piece is None or theme is None:
            return
        following = self.shown[min(self.lines.at + 1, len(self.shown) - 1)]
        if piece.chosen is not None:
            self._act(lambda: self.desk.unchoose(theme, [piece]), following)
        elif self.desk.may_tell_who(piece):
            self._ask_to_choose(theme, piece, following)
        else:
            self._act(lambda: self.desk.choose(theme, [piece]), following)

    def do_quote_propose(self) -> None:
        """Propose quotes unlike each other; when asked again, others."""
        self._propose(Kind.SPREAD)

    def do_quote_kind(self) -> None:
        """Choose what kind of quotes is proposed."""

        def take(kind: str | None) -> None:
            if kind is not None:
                self._propose(Kind(kind))

        options = [(kind, _(name), _(hint)) for kind, (name, hint) in KINDS.items()]
        self.app.push_screen(Choosing(_("Propose which quotes?"), options), take)

    def do_quote_number(self) -> None:
        """Ask how many are proposed at a time."""

        def take(text: str | None) -> None:
            if text is None:
                return
            if not (text.strip().isdecimal() and 0 < int(text) <= _MOST):
                self.tell(Problem(_("This takes a whole number from 1 to 100."), ""))
                return
            self._number = int(text)

        self.app.push_screen(Asking(_("How many quotes at a time"), text=str(self._number)), take)

    def do_quote_length(self) -> None:
        """Ask how many words a quote may have that is proposed."""

        def take(text: str | None) -> None:
            found = _LENGTHS.fullmatch(text or "")
            fewest, most = (int(found[1]), int(found[2])) if found else (1, 0)
            if text is None:
                return
            if not 0 < fewest <= most:
                self.tell(Problem(_("This takes two numbers, such as 6-60."), ""))
                return
            self._limits = Limits(fewest, most)

        known = f"{self._limits.fewest}-{self._limits.most}"
        self.app.push_screen(Asking(_("Words of a quote, at least and at most"), text=known), take)

    def do_quote_take(self) -> None:
        """Choose what is proposed as one step; with nothing proposed, go to the pieces."""
        proposed, theme = self.proposed, self.theme
        if not proposed or theme is None:
            self.go_to_side(self.lines)
            return
        self.proposed, self._passed = (), ()
        taken = self._act(lambda: self.desk.choose(theme, proposed, True), self.current())
        if taken is not None:
            said = plural("{count} quote is chosen.", "{count} quotes are chosen.", taken)
            self.notify(said, timeout=3)

    def do_quote_sort(self) -> None:
        """Choose the order of the pieces."""

        def take(order: Order | None) -> None:
            if order is not None:
                self.view = replace(self.view, order=order)
                self.show_pieces(self.pieces)

        options = [(order, _(name), "") for order, name in ORDERS.items()]
        at = list(ORDERS).index(self.view.order)
        self.app.push_screen(Choosing(_("Order of the pieces"), options, at), take)

    def do_quote_band(self) -> None:
        """Only pieces of one size band, or of all."""

        def take(band: str | None) -> None:
            if band is not None:
                self.view = replace(self.view, band=band)
                self.show_pieces(self.pieces)

        names = [
            name
            for name in self.desk.facts.scheme.names
            if any(piece.band == name for piece in self.pieces)
        ]
        said = [str(sum(piece.band == name for piece in self.pieces)) for name in names]
        options = [("", _("(every size band)"), ""), *zip(names, names, said, strict=True)]
        at = names.index(self.view.band) + 1 if self.view.band in names else 0
        self.app.push_screen(Choosing(_("Only pieces from"), options, at), take)

    def do_quote_which(self) -> None:
        """Everything, then only chosen ones, the others, those flagged while coding."""
        ways = list(Which)
        which = ways[(ways.index(self.view.which) + 1) % len(ways)]
        self.view = replace(self.view, which=which)
        self.show_pieces(self.pieces)

    def do_quote_lead_in(self) -> None:
        """Ask for the sentence that introduces the theme in print."""
        theme = self.theme
        if theme is None:
            return

        def take(text: str | None) -> None:
            if text is None:
                return
            try:
                self.desk.write_lead_in(theme, text)
            except Problem as problem:
                self.tell(problem)
            self.show_pieces(self.pieces)

        asked = _("Lead-in of {code}").format(code=self.desk.path(theme))
        hint = _("{n} of {base} ({percent} percent), {phrase}, say ...")
        known = self.desk.lead_ins.get(theme, "")
        self.app.push_screen(Asking(asked, hint, known), take)

    def do_quote_up(self) -> None:
        """Print the quote under the cursor before the one above it."""
        self._put(-1)

    def do_quote_down(self) -> None:
        """Print it after the one below it."""
        self._put(1)

    def do_quote_usage(self) -> None:
        """Which quotes are used where, and how often each respondent is quoted."""
        lines = list(usage_lines(self.desk, self.found))
        self.app.push_screen(Page(_("Quotes used"), lines))

    def do_quote_warnings(self) -> None:
        """Everything that speaks against the choice."""
        lines = [caution_words(each) for each in self.found]
        said = lines or [_("Nothing speaks against the chosen quotes.")]
        self.app.push_screen(Page(_("To look at"), said))

    def do_quote_side(self) -> None:
        """From the themes to the pieces and back."""
        self.go_to_side(self.lines if self.themes.has_focus else self.themes)

    def do_leave(self) -> None:
        """Drop what is proposed; then go from the pieces to the themes; then leave."""
        if self.proposed:
            self.proposed = ()
            self.show_pieces(self.pieces)
        elif self.lines.has_focus:
            self.go_to_side(self.themes)
        else:
            self.app.pop_screen()

    def do_undo(self) -> None:
        """Take back the latest action."""
        self.through_history(self.desk.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self.through_history(self.desk.redo, _("Done again"))

    def _ask_to_choose(self, theme: int, piece: "Piece", following: "Piece") -> None:
        def take(agreed: bool | None) -> None:
            if agreed:
                self._act(lambda: self.desk.choose(theme, [piece]), following)

        said = plural("{count} word", "{count} words", piece.words)
        lines = [
            _("{name}: {words}, and its size band ({band}) has fewer than 20 respondents.").format(
                name=piece.name, words=said, band=piece.band
            ),
            _("So much may tell who wrote it; a part of it, coded as a piece, tells less."),
        ]
        self.app.push_screen(Confirming(_("Choose so long a quote?"), lines), take)

    def _propose(self, kind: Kind) -> None:
        pieces, theme = self.pieces, self.theme
        passed = (*self._passed, *self.proposed)
        asked = Asked(self._number, kind, self.desk.facts.seed, self._limits, passed)

        def find() -> None:
            found = self.desk.propose(pieces, asked)
            again = [] if found or not passed else self.desk.propose(pieces, fresh)
            from_thread(self, self._show_proposed, theme, found or again, passed if found else ())

        fresh = replace(asked, passed=())
        in_background(self, "propose", find)

    def _show_proposed(
        self, theme: int | None, found: "Sequence[Piece]", passed: "Sequence[Piece]"
    ) -> None:
        if theme != self.theme:
            return
        self.proposed, self._passed = found, passed
        if not found:
            said = _("Nothing is left to propose: of these lengths, by somebody not quoted enough.")
            self.notify(said, timeout=5)
        self.show_pieces(self.pieces, found[0].place if found else None)
        if found:
            self.go_to_side(self.lines)

    def _put(self, by: int) -> None:
        piece = self.current()
        if piece is None:
            return
        if piece.chosen is None:
            self.notify(_("Only chosen quotes have an order: space chooses."), timeout=3)
            return
        if piece.order + by > 0:
            self._act(lambda: self.desk.put(piece, piece.order + by), piece)

    def _act(self, act: Callable[[], int], then: "Piece | None") -> int | None:
        """Do something, and show what became of it, the cursor on a piece; None: it was refused."""
        try:
            done = act()
        except Problem as problem:
            self.tell(problem)
            self.look_again()
            return None
        proposed = {piece.place for piece in self.desk.again(self.proposed) if piece.chosen is None}
        self.proposed = [piece for piece in self.proposed if piece.place in proposed]
        self.show_tree()
        self.show_pieces(self.desk.again(self.pieces), then.place if then else None)
        self.look_for_cautions()
        return done
