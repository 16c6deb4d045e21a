"""The codes of a question over the size bands of those who answered."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coder.results.profile_cells import Profile, ProfileRow
from corpus.problems import Problem
from tui.coding.background import from_thread, in_background
from tui.commands.registry import Scope
from tui.profile_words import (
    cell_words,
    code_lines,
    heads_of,
    line_of,
    method_lines,
    short_words,
    title_words,
)
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.pages import Page
from tui.widgets.cells import one_line
from tui.widgets.footing import Footer
from tui.widgets.profile_list import ProfileHeads, ProfileList
from tui.words import _

if TYPE_CHECKING:
    from coder.workbench.growth_desk import GrowthDesk

_LOW = 14


class ProfileScreen(CommandScreen):
    """Shares by band, the typical ones marked; the cell under the cursor in sentences."""

    SCOPE = Scope.PROFILE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.PROFILE),
        Binding("escape", "command('back')", "Back", show=False),
    ]

    def __init__(self, desk: "GrowthDesk") -> None:
        super().__init__()
        self.desk = desk
        self.profile: Profile | None = None
        """What is shown, None while it is counted for the first time."""
        self.codes = ProfileList(_("Counting …"))
        self._rows: list[ProfileRow] = []
        self._only_typical = False

    def compose(self) -> ComposeResult:
        """What is shown, the bands, the codes, the cell under the cursor, the keys."""
        yield Static(id="profile_title")
        yield ProfileHeads(self.codes)
        yield self.codes
        yield Static(id="profile_cell")
        yield Footer()

    def on_mount(self) -> None:
        """Keys go to the codes."""
        self._put("profile_title", _("Size bands"))
        self.codes.focus()

    def on_screen_resume(self) -> None:
        """Count again: there may be more codings than when this was left."""
        self.look_again()

    def on_resize(self) -> None:
        """Say it at the length there is room for."""
        self.call_after_refresh(self._tell_cell)

    def look_again(self) -> None:
        """Count again, and show what has changed."""
        in_background(self, "profile", self._count)

    def on_profile_list_moved(self) -> None:
        """Tell of another cell."""
        self._tell_cell()

    def do_profile_code(self) -> None:
        """The code under the cursor in every band."""
        row = self.row
        if self.profile is not None and row is not None:
            lines = code_lines(self.profile, row)
            self.app.push_screen(Page(" / ".join(row.path), lines))

    def do_profile_typical(self) -> None:
        """Only what is typical, or all."""
        self._only_typical = not self._only_typical
        self._draw()

    def do_profile_method(self) -> None:
        """How it is compared."""
        self.app.push_screen(Page(_("Size bands"), method_lines()))

    @property
    def row(self) -> ProfileRow | None:
        """The code under the cursor."""
        return self._rows[self.codes.at] if self._rows else None

    def _count(self) -> None:
        """In a thread: the profile as it is now."""
        try:
            from_thread(self, self._show, self.desk.profile())
        except Problem as problem:
            from_thread(self, self._fail, problem)

    def _show(self, profile: Profile) -> None:
        self.profile = profile
        self._draw()

    def _fail(self, problem: Problem) -> None:
        self._put("profile_cell", f"{problem.sentence} {problem.hint}")

    def _draw(self) -> None:
        profile = self.profile
        if profile is None:
            return
        here = self.row.code if self.row else ""
        rows = profile.rows
        if self._only_typical:
            rows = tuple(row for row in rows if any(cell.mark for cell in row.cells))
        self._rows = list(rows)
        nothing = _("No code is typical of a band.")
        self.codes.empty = nothing if self._only_typical else _("No code is in use yet.")
        at = next((at for at, row in enumerate(rows) if row.code == here), 0)
        self.codes.show(heads_of(profile), [line_of(row) for row in rows], at)
        self._put("profile_title", title_words(profile, self._only_typical))
        self._tell_cell()

    def _tell_cell(self) -> None:
        row = self.row
        said = ""
        if self.profile is not None and row is not None and row.cells:
            words = short_words if self.size.height < _LOW else cell_words
            said = words(self.profile, row, self.codes.band)
        self._put("profile_cell", said)
        self.query_one(ProfileHeads).refresh()

    def _put(self, where: str, text: str) -> None:
        self.query_one(f"#{where}", Static).update(Content(one_line(text)))
