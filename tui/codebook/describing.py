"""A window for what a code means: definition, rules, colour, symbol."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Label

from codebooks.describing import Description
from codebooks.tree import Code
from corpus.problems import Problem
from corpus.visible import visible
from tui.screens.choosing import Choosing
from tui.widgets.note_area import NoteArea
from tui.words import _, later

_FIELDS = {
    "definition": later("Definition"),
    "include": later("Include: given when"),
    "exclude": later("Exclude: not given when"),
    "color": later("Colour, such as #1F77B4"),
    "symbol": later("Symbol: one character"),
}
_SHORT = ("color", "symbol")


class Describing(ModalScreen[bool]):
    """Gives back whether the code was described anew; what is wrong is told and can be mended."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("escape", "leave", "Leave", show=False),
    ]

    def __init__(self, code: Code, save: Callable[[Description], None]) -> None:
        """`save` is given what was changed, and raises a Problem when it cannot be."""
        super().__init__()
        self._code = code
        self._save = save
        self._fields = {field: NoteArea(getattr(code, field), id=field) for field in _FIELDS}
        self._before = {field: area.text for field, area in self._fields.items()}

    def compose(self) -> ComposeResult:
        """The fields, one under the other, and what to press."""
        with Vertical(id="describing"):
            yield Label(visible(self._code.name), classes="heading", markup=False)
            with VerticalScroll(id="fields", can_focus=False):
                for field, title in _FIELDS.items():
                    area = self._fields[field]
                    area.set_class(field in _SHORT, "short")
                    with Vertical(classes="field"):
                        yield Label(_(title), classes="quiet", markup=False)
                        yield area
            keys = _("ctrl+s: save   escape: leave   tab: next field")
            yield Label(keys, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the definition."""
        self._fields["definition"].focus(scroll_visible=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The title of a field is in view with it."""
        field = event.widget.parent
        if isinstance(field, Vertical) and field.has_class("field"):
            field.scroll_visible(animate=False)

    def action_save(self) -> None:
        """Save what was changed."""
        changed = self._changed()
        try:
            if changed:
                self._save(Description(**changed))
        except Problem as problem:
            said = f"{problem.sentence} {problem.hint}"
            self.notify(said, severity="error", timeout=6, markup=False)
            return
        self.dismiss(bool(changed))

    def action_leave(self) -> None:
        """Close; what is not saved is asked about."""
        if not self._changed():
            self.dismiss(False)
            return
        options = [
            ("save", _("Save it"), ""),
            ("drop", _("Throw it away"), ""),
            ("stay", _("Go on writing"), ""),
        ]
        self.app.push_screen(Choosing(_("What you wrote is not saved."), options), self._answered)

    def _answered(self, what: str | None) -> None:
        if what == "save":
            self.action_save()
        elif what == "drop":
            self.dismiss(False)

    def _changed(self) -> dict[str, str]:
        return {
            field: area.text
            for field, area in self._fields.items()
            if area.text != self._before[field]
        }
