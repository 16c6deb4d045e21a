"""A small form for a new study: what it is called, and the language of its outputs."""

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from coder.intake.founding import NewStudy
from coder.study import SUFFIX
from corpus.language import LANGUAGES
from corpus.visible import visible
from tui.folders import lead, shown_path
from tui.widgets.cells import cut_front, one_line
from tui.widgets.one_of import OneOf
from tui.widgets.path_line import PathLine
from tui.words import _


class NewStudyForm(ModalScreen[NewStudy | None]):
    """Gives the study that is wanted back, or None when escape was pressed.

    A name that is taken, or a folder that is not there, is said while one types.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, title: str, folder: Path, name: str = "", otherwise: str = "") -> None:
        """`folder` is where a bare name leads to; `otherwise` says what to do when it is taken."""
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
        self._title = title
        self._folder = folder.absolute()
        self._begins = name
        self._otherwise = otherwise

    def compose(self) -> ComposeResult:
        """The name, the file it leads to, the language, what to press."""
        labels = [_("bokmål"), _("nynorsk"), _("English")]
        with Vertical(id="new-study"):
            yield Label(visible(self._title), classes="heading", markup=False)
            yield Label(_("Name"), classes="field", markup=False)
            yield PathLine(self._begins, placeholder=_("survey, or a folder and a name"))
            yield Label(id="becomes", markup=False)
            yield Label(_("Language of tables and quotes"), classes="field", markup=False)
            yield OneOf(labels)
            keys = _("enter: make it   escape: leave   tab: name, language")
            yield Label(keys, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """What is typed goes to the name."""
        self.query_one(PathLine).focus()

    def on_resize(self) -> None:
        """The end of the path is what matters."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Show what the name leads to."""
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the form, when the study can be made."""
        self._submit()

    def on_one_of_submitted(self) -> None:
        """Enter takes the form, when the study can be made."""
        self._submit()

    def on_path_line_completed(self) -> None:
        """Tab goes on to the language."""
        self.query_one(OneOf).focus()

    def action_leave(self) -> None:
        """Escape leaves everything as it was."""
        self.dismiss(None)

    def _submit(self) -> None:
        path = self._path()
        if path is None or self._fault(path):
            self._show()
            self.query_one(PathLine).focus()
            return
        self.dismiss(NewStudy(path, LANGUAGES[self.query_one(OneOf).at]))

    def _path(self) -> Path | None:
        typed = self.query_one(PathLine).value.strip()
        if not typed:
            return None
        path = lead(self._folder, typed)
        ending = "" if path.suffix.casefold() == SUFFIX else SUFFIX
        return path.with_name(path.name + ending) if path.name else None

    def _show(self) -> None:
        label, path = self.query_one("#becomes", Label), self._path()
        if path is None:
            said = _("In the folder {folder}.").format(folder=shown_path(self._folder))
        else:
            said = self._fault(path)
        label.set_class(bool(path and said), "-fault")
        width = label.size.width or self.size.width
        shown = shown_path(path) if path and not said else ""
        label.update(visible(said) if said else cut_front(one_line(shown), width))

    def _fault(self, path: Path) -> str:
        """Why a study cannot be made here, or ""."""
        try:
            if os.path.lexists(path):
                taken = _("{path} exists already.").format(path=shown_path(path))
                return f"{taken} {self._otherwise or _('Choose another name.')}"
            if not path.parent.is_dir():
                return _("There is no folder {folder}.").format(folder=shown_path(path.parent))
            if not os.access(path.parent, os.W_OK):
                where = shown_path(path.parent)
                return _("Nothing can be written in {folder}.").format(folder=where)
        except (OSError, ValueError):
            return _("No file can have this name.")
        return ""
