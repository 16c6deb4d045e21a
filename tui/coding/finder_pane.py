"""The finder: what is typed, the codes found or ready on their digits, and a code to be made."""

from collections.abc import Collection, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from codebooks.paths import is_path
from tui.coding.pieces import Codes
from tui.coding_keys import LONGEST, Effect, FindText, Key, Shown, Typing, entered, paste, press
from tui.coding_keys import NewCode as EntersNew
from tui.finder import Finder
from tui.finding.codes import Hit as Found
from tui.finding.similar import similar
from tui.finding.slots import Slots
from tui.widgets.cells import cut_front, one_line
from tui.widgets.code_rows import Coverage
from tui.widgets.fitting import SEPARATOR
from tui.widgets.hits import Hits, NewCode
from tui.widgets.labels import show
from tui.words import _


class FinderPane(Vertical):
    """Takes keys and gives effects; a digit keeps its code while an answer is looked at."""

    DEFAULT_CSS = """
    FinderPane {
        height: auto;
        & > #typed { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.typing = Typing()
        self.theme = ""
        self._codes = Codes({})
        self._finder = Finder(())
        self._finder_of: Codes | None = None
        self._slots = Slots()
        self._scale: Sequence[int | None] | None = None
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
        self._scale = scale
        self._found = tuple(hit for hit in self._found if hit.code_id in codes.by_id)
        if self.theme:
            themes = {SEPARATOR.join(use.path) for use in codes.by_id.values()}
            self.theme = self.theme if self.theme in themes else ""

    def next_answer(self) -> None:
        """Another answer is looked at: what was typed goes, ready codes may take new places."""
        self.typing = Typing()
        self._slots = self._slots.renewed(self._codes.for_finder)

    def beside(self, coverage: Mapping[int, Coverage], held: Collection[int]) -> None:
        """Show which codes the chosen answers have."""
        self._coverage, self._held = coverage, held
        self._show()

    def path_of(self, name: str) -> str:
        """Where a new code of this name goes: under the theme, unless levels are written in it."""
        return f"{self.theme}{SEPARATOR}{name}" if self.theme and not is_path(name) else name

    def press(self, pressed: str | Key) -> Effect | None:
        """A key; returns what the screen is to do, None when nothing."""
        shown = Shown(self._ready(), self._found)
        return self._typed(*press(self.typing, pressed, shown))

    def paste(self, text: str) -> None:
        """Text that comes at once."""
        self._typed(*paste(self.typing, text))

    def _typed(self, typing: Typing, effect: Effect | None) -> Effect | None:
        self.typing = typing
        if isinstance(effect, FindText):
            self._found = self._with_all_codes().find(effect.text, self._held)
            effect = None
        self._show()
        return effect

    def _with_all_codes(self) -> Finder:
        """The finder, made anew when something is typed and the codes have changed."""
        if self._finder_of is not self._codes:
            self._finder_of = self._codes
            self._finder = Finder(self._codes.for_finder, self._finder)
        return self._finder

    def _ready(self) -> Sequence[int | None]:
        places = self._slots.places if self._scale is None else self._scale
        return tuple(code if code in self._codes.by_id else None for code in places)

    def _show(self) -> None:
        typing, hits = self.typing, self.query_one(Hits)
        if typing.idle:
            self._found = ()
            hits.hits = self._codes.hits(self._ready(), self._coverage)
            hits.new = None
        else:
            hits.hits = self._codes.found(self._found, self._coverage)
            hits.new = self._new(typing)
        hits.first = bool(self._found) and self._found[0].exact and not typing.naming
        line = self.query_one("#typed", Static)
        room = (line.content_size.width or LONGEST) - 2
        said = _("type a code, or 1-9") if typing.idle else cut_front(one_line(typing.text), room)
        show(line, f"› {said}")

    def _new(self, typing: Typing) -> NewCode | None:
        effect = entered(Typing(typing.text, naming=True), ())
        if typing.number or not isinstance(effect, EntersNew):
            return None
        alike = similar(effect.name, self._codes.for_finder)
        theme = () if self.path_of(effect.name) == effect.name else (self.theme,)
        return NewCode(effect.name, theme, similar=alike[0].path if alike else ())
