"""The finder: what is typed, the codes found or ready on their digits, and a code to be made."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from time import monotonic

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from codebooks.paths import is_path
from tui.coding.pieces import Codes
from tui.coding_keys import (
    LONGEST,
    ApplyCode,
    Effect,
    FindText,
    Key,
    Shown,
    TakeTicked,
    Typing,
    entered,
    paste,
    press,
)
from tui.coding_keys import NewCode as EntersNew
from tui.finder import Finder
from tui.finding.codes import Hit as Found
from tui.finding.offer import NOTHING, Offer
from tui.finding.similar import similar
from tui.finding.standing import Places, Standing
from tui.widgets.cells import cells, cut, cut_front, one_line
from tui.widgets.code_rows import Coverage
from tui.widgets.fitting import SEPARATOR
from tui.widgets.hits import Hits, NewCode
from tui.widgets.labels import show
from tui.words import _

STILL_OLD = 0.25
"""Seconds after new codes have come on the digits in which a digit means what it meant before."""


class FinderPane(Vertical):
    """Takes keys and gives effects; a digit keeps its code while an answer is looked at."""

    DEFAULT_CSS = """
    FinderPane {
        height: auto;
        & > #typed { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    }
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.typing = Typing()
        self.theme = ""
        self._codes = Codes({})
        self._finder = Finder(())
        self._finder_of: Codes | None = None
        self._standing = Standing()
        self._likely: Mapping[int, int] = {}
        self._clock = clock
        self._old: tuple[float, Places] = (float("-inf"), ())
        self._paths: Mapping[int, Sequence[str]] = {}
        self._note = ""
        self._is_whole = True
        self._found: Sequence[Found] = ()
        self._held: Collection[int] = ()
        self._coverage: Mapping[int, Coverage] = {}

    def compose(self) -> ComposeResult:
        """One line that is typed in, ten lines of codes."""
        yield Static("", id="typed", markup=False)
        yield Hits()

    def on_resize(self) -> None:
        """What is typed is seen up to its end."""
        self._show()

    def know(self, codes: Codes, scale: Sequence[int | None] | None) -> None:
        """The codes, and those that always stand on their digits (a scale), are these now."""
        self._codes = codes
        self._standing = replace(self._standing, scale=scale)
        if any(_path(codes, code) != path for code, path in self._paths.items()):
            self._forget_offer()
        self._found = tuple(hit for hit in self._found if hit.code_id in codes.by_id)
        if self.theme:
            themes = {SEPARATOR.join(use.path) for use in codes.by_id.values()}
            self.theme = self.theme if self.theme in themes else ""

    def next_answer(self, offer: Offer | None = None) -> None:
        """Another answer is looked at: what was typed goes, ready codes may take new places.

        What is offered for it is not drawn yet.
        """
        self.typing = Typing()
        self._old = (float("-inf"), ())
        self._standing = self._standing.next_answer(self._codes.for_finder, offer)
        self._remember(offer or NOTHING)

    @property
    def is_offering(self) -> bool:
        """Whether suggestions stand on the digits."""
        return self._standing.offer is not NOTHING

    @property
    def ticked(self) -> Mapping[int, int]:
        """The codes that are ticked ahead, with how likely they are (thousandths)."""
        if not self._is_whole:
            return {}
        codes = self._standing.ticked(self._codes.by_id, self._held)
        return {code: self._standing.offer.shares[code] for code in codes}

    def offer(self, offer: Offer) -> None:
        """Put suggestions on the digits of the answer that is looked at."""
        self._old = (self._clock() + STILL_OLD, self._standing.places)
        self._standing = self._standing.offered(offer)
        self._remember(offer)
        self._show()

    def order_by(self, likely: Mapping[int, int]) -> None:
        """Find codes from now on by how likely they are; what stands there already stays."""
        self._likely = likely

    def withdraw(self) -> None:
        """Say no more of the codes than that they stand on their digits."""
        self._forget_offer()
        self._show()

    def say_note(self, note: str) -> None:
        """Say something short beside what is typed."""
        if note != self._note:
            self._note = note
            self._show()

    def beside(
        self, coverage: Mapping[int, Coverage], held: Collection[int], is_whole: bool = True
    ) -> None:
        """Show which codes the chosen answers have.

        `held` are those of the open one; `is_whole`: it alone is chosen, and all of it.
        """
        self._coverage, self._held, self._is_whole = coverage, held, is_whole
        self._show()

    def path_of(self, name: str) -> str:
        """Where a new code of this name goes: under the theme, unless levels are written in it."""
        return f"{self.theme}{SEPARATOR}{name}" if self.theme and not is_path(name) else name

    def press(self, pressed: str | Key) -> Effect | None:
        """A key; returns what the screen is to do, None when nothing."""
        offer = self._standing.offer
        shown = Shown(self._pressed(), self._found, offer.shares, [*self.ticked], offer.names)
        return self._typed(*press(self.typing, pressed, shown))

    def paste(self, text: str) -> None:
        """Text that comes at once."""
        self._typed(*paste(self.typing, text))

    def _typed(self, typing: Typing, effect: Effect | None) -> Effect | None:
        self.typing = typing
        if isinstance(effect, FindText):
            self._found = self._with_all_codes().find(effect.text, self._held, self._likely)
            effect = None
        elif isinstance(effect, ApplyCode | TakeTicked):
            self._decide(effect)
        self._show()
        return effect

    def _with_all_codes(self) -> Finder:
        """The finder, made anew when something is typed and the codes have changed."""
        if self._finder_of is not self._codes:
            self._finder_of = self._codes
            self._finder = Finder(self._codes.for_finder, self._finder)
        return self._finder

    def _decide(self, effect: ApplyCode | TakeTicked) -> None:
        codes = [effect.code_id] if isinstance(effect, ApplyCode) else effect.shares
        self._standing = self._standing.decided(codes)

    def _remember(self, offer: Offer) -> None:
        self._likely = offer.likely
        self._paths = {code: _path(self._codes, code) for code in offer.shares}

    def _forget_offer(self) -> None:
        self._standing = self._standing.withdrawn()
        self._remember(NOTHING)

    def _pressed(self) -> Places:
        """What the digits mean: when they have just changed, what stood there before."""
        until, places = self._old
        return self._known(places if self._clock() < until else self._standing.places)

    def _known(self, places: Places) -> Places:
        return tuple(code if code in self._codes.by_id else None for code in places)

    def _show(self) -> None:
        typing, hits = self.typing, self.query_one(Hits)
        if typing.idle:
            offer = replace(self._standing.offer, ticked=tuple(self.ticked))
            ready = self._known(self._standing.places)
            self._found = ()
            hits.hits = self._codes.hits(ready, self._coverage, offer)
            hits.new, hits.names = None, offer.names
        else:
            hits.hits = self._codes.found(self._found, self._coverage)
            hits.new, hits.names = self._new(typing), ()
        hits.first = bool(self._found) and self._found[0].exact and not typing.naming
        self._show_typed()

    def _show_typed(self) -> None:
        line = self.query_one("#typed", Static)
        room = (line.content_size.width or LONGEST) - 2
        said, more = self._said()
        said = cut_front(one_line(said), room)
        if more and cells(said) + 3 < room:
            said += "   " + cut(one_line(more), room - cells(said) - 3)
        show(line, f"› {said}")

    def _said(self) -> tuple[str, str]:
        """What is typed or could be, and what is said beside it."""
        typing, names = self.typing, self._standing.offer.names
        if typing.idle:
            ticked = _("type a code, or 1-9, or enter: all ◌")
            return ticked if self.ticked else _("type a code, or 1-9"), self._note
        if typing.proposed is not None and len(names) > 1:
            return typing.text, f"0: {names[(typing.proposed + 1) % len(names)]}"
        return typing.text, ""

    def _new(self, typing: Typing) -> NewCode | None:
        effect = entered(Typing(typing.text, naming=True), ())
        if typing.number or not isinstance(effect, EntersNew):
            return None
        alike = similar(effect.name, self._codes.for_finder)
        theme = () if self.path_of(effect.name) == effect.name else (self.theme,)
        return NewCode(effect.name, theme, similar=alike[0].path if alike else ())


def _path(codes: Codes, code_id: int) -> Sequence[str]:
    """Where a code stands; nothing when it is offered no more."""
    use = codes.by_id.get(code_id)
    return use.path if use else ()
