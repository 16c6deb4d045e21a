"""The screens of the program: from the studies to a question to its answers."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path, PurePath
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events

from coder.overview import Overview, overview
from coder.study import Study
from coder.suggest.child import Cancelled, Child
from corpus.problems import Problem
from corpus.queries import study_facts
from corpus.store.history import Step
from corpus.store.holding import Holder
from tui.coding.left_off import LeftOff
from tui.coding.session import Session
from tui.holders import read_only_words
from tui.masking.ways import MaskingWays
from tui.recent import remember
from tui.screens.command_screen import CommandScreen
from tui.screens.questions import Questions
from tui.screens.start import Start
from tui.settings import Settings
from tui.steps import step_words
from tui.words import _

if TYPE_CHECKING:
    from tui.coding.suggestions import CodingSuggestions

_LOOK_SECONDS = 2.0
"""How often it is looked whether another program has changed the study, or let go of it."""


_LATER = (
    *("tui.coding.screen", "tui.codebook.screen", "tui.screens.history", "tui.screens.memo"),
    "tui.screens.importing",
)
"""What the first screen does not need."""


class Fullkoding(MaskingWays):
    """Holds the open study and the way between the screens."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/coding.tcss",
        "styles/importing.tcss",
        "styles/history.tcss",
        "styles/codebook.tcss",
        "styles/growth.tcss",
        "styles/tables.tcss",
        "styles/suggested.tcss",
        "styles/quotes.tcss",
        "styles/masking.tcss",
    ]

    def __init__(
        self,
        recent: Path,
        coder: str,
        study: Path | None,
        question: str = "",
        settings: Settings | None = None,
    ) -> None:
        """`recent` is the file of studies opened before; `study` is opened at once when given."""
        super().__init__(settings or Settings(coder))
        self._recent = recent
        self._coder = coder
        self._path = study
        self._question = question
        self._study: Study | None = None
        self._holder: Holder | None = None
        self._session: Session | None = None
        self._child = Child()
        self.when_loaded: Callable[[], None] = lambda: None
        """Called in a thread when the first screen stands and the others are loaded."""

    def on_mount(self) -> None:
        """Begin where the user asked to."""
        self.push_screen(self.start_screen())
        if self._path is not None:
            self._open(self._path)
            if self._question and self._study:
                self._code(self._question)
        self.set_interval(_LOOK_SECONDS, self.look_outside)
        self.call_after_refresh(self._load_ahead)

    async def on_event(self, event: events.Event) -> None:
        """Count the keys of a coding session, and let a screen take what is typed in order."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if isinstance(event, events.Key) and self._session is not None:
                self._session.key(monotonic())
            if isinstance(self.screen, CommandScreen) and await self.screen.take(event):
                return
        await super().on_event(event)

    def on_unmount(self) -> None:
        """Give the study back."""
        self._child.close()
        self._close()

    def on_start_chosen(self, message: Start.Chosen) -> None:
        """Open a study."""
        self._open(message.path)

    def on_questions_chosen(self, message: Questions.Chosen) -> None:
        """Open a question."""
        self._code(message.key)

    def on_questions_memo_wanted(self, message: Questions.MemoWanted) -> None:
        """Write on a question."""
        if self._study is not None:
            from coder.workbench.memo_desk import MemoDesk
            from tui.screens.memo import open_memos

            desk = MemoDesk(self._study, self._coder)
            open_memos(self, desk, [(message.place, message.label, "")], lambda _changed: None)

    def on_coding_suggestions_suggest_wanted(
        self, message: "CodingSuggestions.SuggestWanted"
    ) -> None:
        """Suggest codes in another way, in every question."""
        self.suggest_like(message.wanted)

    def look_outside(self) -> None:
        """Show what other programs have done with the study."""
        if self._study is None:
            return
        if self._holder is not None:
            self._holder = self._study.hold(self._coder)
            banner = self._banner()
            for screen in self.screen_stack:
                if isinstance(screen, CommandScreen):
                    screen.say(banner)
        if self._study.changed_elsewhere():
            for screen in self.screen_stack:
                if isinstance(screen, CommandScreen):
                    screen.look_again()

    def on_history_changed(self) -> None:
        """What was taken back or done again is seen when the history is left."""
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen) and screen is not self.screen:
                screen.look_again()

    def do_steps(self) -> None:
        """Everything that was done."""
        if self._study is not None:
            from coder.workbench.logbook import Logbook
            from tui.screens.history import History

            self.push_screen(History(Logbook(self._study, self._coder)))

    def do_back(self) -> None:
        """To the screen before; from the first one nowhere."""
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def do_undo(self) -> None:
        """Take back the latest action, where no screen does it itself."""
        self._through_history(Study.undo, _("Undone"))

    def do_redo(self) -> None:
        """Do again what was taken back."""
        self._through_history(Study.redo, _("Done again"))

    def _open(self, path: Path) -> None:
        self._close()
        try:
            self._study = Study(path)
            self._holder = self._study.hold(self._coder)
            self._study.changed_elsewhere()
            screen = Questions(self._overview, self._banner())
        except Problem as problem:
            self._close()
            self._tell(problem)
            return
        remember(self._recent, path)
        self.push_screen(screen)
        study = self._study
        self.run_worker(lambda: self._back_up(study), thread=True, exit_on_error=False)
        if self.settings.suggest.on:
            self.call_after_refresh(self._start_child)

    def _start_child(self) -> None:
        """Let the process that suggests codes load what it needs while questions are looked at."""
        with suppress(Cancelled, Problem):
            self._child.start()

    def _back_up(self, study: Study) -> None:
        """Meant for a thread: the copy of a large study takes seconds."""
        try:
            study.back_up_if_due()
        except Problem as problem:
            self.call_from_thread(self._tell, problem)

    def _load_ahead(self) -> None:
        """Load the other screens while the first one is read."""

        def load() -> None:
            for name in _LATER:
                import_module(name)
            self.when_loaded()

        self.run_worker(load, thread=True, exit_on_error=False)

    def _overview(self) -> Overview:
        assert self._study is not None
        with self._study.read() as session:
            return overview(session)

    def _banner(self) -> str:
        read_only = self._study is not None and self._study.read_only
        return read_only_words(self._holder) if read_only else ""

    def _code(self, key: str) -> None:
        if self._study is None:
            return
        from coder.workbench.workbench import Workbench
        from tui.coding.screen import Coding

        try:
            bench = Workbench(self._study, key, self._coder)
            with self._study.read() as session:
                guid = study_facts(session).guid
        except Problem as problem:
            self._tell(problem)
            return
        self._session = Session()
        left_off = LeftOff(self._recent.with_name("places.json"))
        suggest = self.settings.suggest
        screen = Coding(bench, self._child, left_off, guid, self._session, suggest)
        screen.banner = self._banner()
        self.push_screen(screen)

    def _through_history(self, move: Callable[[Study, str], Step], said: str) -> None:
        if self._study is None:
            return
        try:
            step = move(self._study, self._coder)
            words = step_words(step.kind, step.parameters)
            self.notify(f"{said}: {words}", timeout=3, markup=False)
        except Problem as problem:
            self._tell(problem)
        if isinstance(self.screen, Questions):
            self.screen.look_again()

    def _tell(self, problem: Problem) -> None:
        self.notify(f"{problem.sentence} {problem.hint}", severity="error", markup=False)

    def _close(self) -> None:
        if self._study is not None:
            self._study.__exit__()
            self._study = None
            self._holder = None
