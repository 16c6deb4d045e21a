"""The screens of the program: from the studies to a question to its answers."""

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from coder.overview import overview
from coder.study import Study
from coder.workbench.workbench import Workbench
from corpus.language import Language
from corpus.problems import Problem
from tui.commands.registry import Scope
from tui.recent import recent_studies, remember
from tui.screens.asking import Asking
from tui.screens.coding import Coding
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.helping import help_lines
from tui.screens.pages import Page
from tui.screens.questions import Questions
from tui.screens.start import Start
from tui.steps import step_line
from tui.words import _


class Fullkoding(App[None]):
    """Holds the open study and the way between the screens."""

    TITLE = "fullkoding"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.APP),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, recent: Path, coder: str, study: Path | None, question: str = "") -> None:
        """`recent` is the file of studies opened before; `study` is opened at once when given."""
        super().__init__()
        self._recent = recent
        self._coder = coder
        self._path = study
        self._question = question
        self._study: Study | None = None

    def on_mount(self) -> None:
        """Begin where the user asked to."""
        self.push_screen(Start(recent_studies(self._recent)))
        if self._path is not None:
            self._open(self._path)
            if self._question and self._study:
                self._code(self._question)

    def on_unmount(self) -> None:
        """Give the study back."""
        self._close()

    def on_start_chosen(self, message: Start.Chosen) -> None:
        """Open a study."""
        self._open(message.path)

    def on_questions_chosen(self, message: Questions.Chosen) -> None:
        """Open a question."""
        self._code(message.key)

    def action_command(self, command: str) -> None:
        """Carry out a command that holds everywhere."""
        screen = self.screen
        if isinstance(screen, CommandScreen):
            screen.action_command(command)
        elif command == "quit":
            self.exit()

    def do_help(self) -> None:
        """Keys and commands of this screen."""
        screen = self.screen
        scope = screen.SCOPE if isinstance(screen, CommandScreen) else Scope.APP
        self.push_screen(Page(_("Keys"), list(help_lines(scope))))

    def do_steps(self) -> None:
        """Everything that was done."""
        if self._study:
            lines = [step_line(step) for step in self._study.steps()]
            self.push_screen(Page(_("History"), lines, at_end=True))

    def do_back(self) -> None:
        """To the screen before; from the first one nowhere."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
            if isinstance(self.screen, Questions) and self._study:
                with self._study.read() as session:
                    self.screen.show(overview(session))

    def do_quit(self) -> None:
        """Close the program; everything is saved already."""
        self.exit()

    def do_undo(self) -> None:
        """Take back the latest action, where no screen does it itself."""
        self._through_history("undo")

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history("redo")

    def do_new(self) -> None:
        """Ask where, and make an empty study."""

        def make(name: str | None) -> None:
            if name and name.strip():
                self._make(Path(name.strip()), "nb")

        self.push_screen(Asking(_("Name of the new study"), "undersokelse.fullkoding"), make)

    def _make(self, path: Path, language: Language) -> None:
        try:
            Study.create(path, language).__exit__()
        except Problem as problem:
            self._tell(problem)
            return
        self._open(path)

    def _open(self, path: Path) -> None:
        self._close()
        try:
            self._study = Study(path)
            self._study.back_up_if_due()
            with self._study.read() as session:
                seen = overview(session)
        except Problem as problem:
            self._close()
            self._tell(problem)
            return
        remember(self._recent, path)
        self.push_screen(Questions(seen))

    def _code(self, key: str) -> None:
        if self._study is None:
            return
        try:
            bench = Workbench(self._study, key, self._coder)
        except Problem as problem:
            self._tell(problem)
            return
        self.push_screen(Coding(bench))

    def _through_history(self, which: str) -> None:
        if self._study is None:
            return
        try:
            move = self._study.undo if which == "undo" else self._study.redo
            self.notify(step_line(move(self._coder)), timeout=3, markup=False)
        except Problem as problem:
            self._tell(problem)
        if isinstance(self.screen, Questions):
            with self._study.read() as session:
                self.screen.show(overview(session))

    def _tell(self, problem: Problem) -> None:
        self.notify(f"{problem.sentence} {problem.hint}", severity="error", markup=False)

    def _close(self) -> None:
        if self._study is not None:
            self._study.__exit__()
            self._study = None
