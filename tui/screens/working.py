"""A window over work that takes time: how far it is, and a way to stop it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from corpus.visible import visible
from tui.words import _

_BAR = 40


class Working(ModalScreen[None]):
    """Escape asks for the end, and the window stays until whoever opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop", show=False)]

    def __init__(self, title: str, otherwise: str, stop: Callable[[], None]) -> None:
        """`otherwise` says what stopping means, `stop` asks for it."""
        super().__init__()
        self._title = title
        self._otherwise = otherwise
        self._stop = stop
        self._is_stopping = False

    def compose(self) -> ComposeResult:
        """What is worked at, how far it is, what to press."""
        with Vertical(id="working"):
            yield Label(visible(self._title), classes="heading", markup=False)
            yield Label(_("Preparing ..."), id="far", markup=False)
            stop = _("escape: stop it. {otherwise}").format(otherwise=self._otherwise)
            yield Label(visible(stop), classes="quiet", markup=False)

    def show(self, done: int, total: int) -> None:
        """Show how far the work is, unless it is being stopped."""
        if not self._is_stopping:
            self._say(_bar(done, total))

    def action_stop(self) -> None:
        """Ask for the end of the work."""
        self._is_stopping = True
        self._say(_("Stopping ..."))
        self._stop()

    def _say(self, what: str) -> None:
        for label in self.query("#far").results(Label):
            label.update(what)


def _bar(done: int, total: int) -> str:
    share = min(_BAR, _BAR * done // total) if total else 0
    bar = "█" * share + "░" * (_BAR - share)
    return f"{100 * share // _BAR:>3} % {bar}"
