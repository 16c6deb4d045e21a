"""The way to a terminal that may go away while it is written to (not on Windows)."""

from contextlib import suppress
from types import FrameType
from typing import IO, Any, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Textual's own, which without this waits forever for a terminal that was closed.

    A closed terminal refuses what is written, and sends the signal to continue as well: without
    having been stopped, nothing is to be continued.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        file: Any = self._file
        self._file = cast(Any, _Lenient(file))

    def _sigcont_application(self, _number: int, _frame: FrameType | None) -> None:
        if self._must_signal_resume:
            super()._sigcont_application()


class _Lenient:
    """A file that takes no notice of what cannot be written."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()
