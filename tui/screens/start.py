"""The first screen: studies opened before, and how to get one."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Label, Static

from corpus.visible import visible
from tui.commands.registry import Scope
from tui.folders import shown_path
from tui.recent import Recent
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.widgets.footing import Footer
from tui.widgets.study_list import StudyLine, StudyList
from tui.words import _


class Start(CommandScreen):
    """Choose a study with enter, or get a new one."""

    SCOPE = Scope.START
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.START)

    class Chosen(Message):
        """A study is to be opened."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Forgotten(Message):
        """A study is to be taken off the list."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, recents: Callable[[], Sequence[Recent]]) -> None:
        """`recents` gives the studies opened before, newest first, each time the screen is seen."""
        super().__init__()
        self._recents = recents
        self._studies: Sequence[Recent] = ()

    def compose(self) -> ComposeResult:
        """The studies, or how to get one."""
        yield Label(_("Studies"), classes="heading", markup=False)
        yield StudyList()
        yield Static("\n".join(_first_steps()), id="first-steps", markup=False)
        yield Label(id="said", markup=False)
        yield Footer()

    def on_screen_resume(self) -> None:
        """Other studies may have been opened since."""
        self.show()

    def show(self) -> None:
        """Show the studies as they are now."""
        self._studies = self._recents()
        self.query_one(StudyList).show([_line(each) for each in self._studies])
        self.set_class(not self._studies, "-empty")
        self._say("")

    def on_study_list_chosen(self, message: StudyList.Chosen) -> None:
        """Open a study, or say that it is gone."""
        study = self._studies[message.place]
        if study.is_there:
            self.post_message(self.Chosen(study.path))
            return
        gone = _("{path} is not there now. Delete takes it off this list.")
        self._say(gone.format(path=shown_path(study.path)))

    def do_forget(self) -> None:
        """Take the study under the cursor off the list."""
        if self._studies:
            self.post_message(self.Forgotten(self._studies[self.query_one(StudyList).at].path))

    def _say(self, sentence: str) -> None:
        label = self.query_one("#said", Label)
        label.update(visible(sentence))
        label.display = bool(sentence)


def _first_steps() -> Iterator[str]:
    yield _("No study yet.")
    yield ""
    yield _("i  import a file of answers (.xlsx, .ods, .csv): it becomes a study")
    yield _("n  make an empty study")
    yield _("o  open a study that stands somewhere")
    yield ""
    yield _("To look around first: fullkoding demo")


def _line(study: Recent) -> StudyLine:
    folder = shown_path(study.path.parent)
    return StudyLine(study.path.stem, folder, _day(study.opened), study.is_there)


def _day(opened: str) -> str:
    """The day of a time, where the user is; "" when it is not known."""
    try:
        return datetime.fromisoformat(opened).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""
