"""The way in: from nothing, from a study somewhere, or from a file, to the questions."""

from pathlib import Path
from typing import TYPE_CHECKING

from coder.intake.founding import NewStudy
from coder.study import SUFFIX, Study
from corpus.problems import Problem
from corpus.reading.files import SUFFIXES
from tui.recent import forget, recents
from tui.screens.choosing_file import ChoosingFile
from tui.screens.new_study import NewStudyForm
from tui.screens.start import Start
from tui.shell import Shell
from tui.words import _

if TYPE_CHECKING:
    from tui.screens.importing import Importing


class WayIn(Shell):
    """Carries out new, open and import. The app says which study is open, and opens them."""

    _recent: Path
    _coder: str
    _study: Study | None
    _last_folder: Path | None = None

    def _open(self, path: Path) -> None:
        raise NotImplementedError

    def _tell(self, problem: Problem) -> None:
        raise NotImplementedError

    def do_back(self) -> None:
        """To the screen before."""
        raise NotImplementedError

    def start_screen(self) -> Start:
        """The first screen."""
        return Start(lambda: recents(self._recent))

    def on_start_forgotten(self, message: Start.Forgotten) -> None:
        """Take a study off the list."""
        forget(self._recent, message.path)
        if isinstance(self.screen, Start):
            self.screen.show()

    def on_importing_done(self, message: "Importing.Done") -> None:
        """Go on with the questions of the study that has the answers now."""
        self.do_back()
        if self._study is None or self._study.path != message.study:
            self._open(message.study)

    def do_new(self) -> None:
        """Ask for name and language, and make an empty study."""

        def make(new: NewStudy | None) -> None:
            if new is not None:
                self._make(new)

        self.push_screen(NewStudyForm(_("A new study"), self._folder()), make)

    def do_open(self) -> None:
        """Choose a study that stands somewhere."""

        def go_on(path: Path | None) -> None:
            if path is not None:
                self._last_folder = path.parent
                self._open(path)

        self.push_screen(ChoosingFile(_("Open which study?"), (SUFFIX,), self._folder()), go_on)

    def do_import(self) -> None:
        """Choose a file of answers, and make a study of it."""
        self._import_into(None)

    def do_import_more(self) -> None:
        """Choose a file of answers, and bring them into the open study."""
        if self._study is not None:
            self._import_into(self._study)

    def _import_into(self, study: Study | None) -> None:
        def go_on(path: Path | None) -> None:
            if path is not None:
                self._last_folder = path.parent
                from coder.workbench.importing import FileImport
                from tui.screens.importing import Importing

                self.push_screen(Importing(FileImport(path, study, self._coder)))

        title = _("Import which file?")
        self.push_screen(ChoosingFile(title, SUFFIXES, self._folder()), go_on)

    def _make(self, new: NewStudy) -> None:
        try:
            Study.create(new.path, new.language).__exit__()
        except Problem as problem:
            self._tell(problem)
            return
        self._open(new.path)

    def _folder(self) -> Path:
        """Where files are looked for first: where one was found last, or where the program runs."""
        folder = self._last_folder
        return folder if folder is not None and folder.is_dir() else Path.cwd()
