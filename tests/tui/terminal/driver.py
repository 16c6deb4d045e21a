"""The program in a terminal of its own: keys go in as bytes, the screen is read as text."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 30.0
PROGRAM = (sys.executable, "-m", "tui")
KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
    "backspace": b"\x7f",
    "tab": b"\t",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
}

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[<u")
_AT_ONCE = 65536


class Terminal:
    """A program in a pseudo-terminal of some size; `raw` is everything that it has written.

    `program` and the arguments are the words it is started with. A key is one of `KEYS`, `ctrl+`
    with a letter, or text that is sent as it is.
    """

    def __init__(
        self,
        *arguments: object,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.raw = bytearray()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._child = pexpect.spawn(
            program[0],
            [*program[1:], *map(str, arguments)],
            dimensions=(rows, columns),
            env={**os.environ, **_PLAIN, **(environment or {})},
            timeout=PATIENCE,
            preexec_fn=_hear_signals,
        )
        self._child.delaybeforesend = None
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_open:
            self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The process of the program."""
        return int(self._child.pid)

    @property
    def text(self) -> str:
        """The screen as lines without spaces at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def write(self, data: bytes | str) -> None:
        """Send these bytes or this text as it is."""
        rest = data.encode() if isinstance(data, str) else data
        while rest:
            rest = rest[os.write(self._child.child_fd, rest) :]
            self.read(0)

    def press(self, *keys: str) -> None:
        """Send keys, one after the other."""
        for key in keys:
            self.write(coded(key))

    def read(self, seconds: float = 0.1) -> bool:
        """Take in what the program writes within this time; whether there was any."""
        if not self._is_open:
            time.sleep(seconds)
            return False
        try:
            data = self._child.read_nonblocking(_AT_ONCE, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += data
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    def until(self, predicate: Callable[[], object], seconds: float = PATIENCE) -> float:
        """Read until the predicate holds; returns the seconds it took, fails with the screen."""
        began = time.perf_counter()
        while not predicate():
            self.read(0.02)
            passed = time.perf_counter() - began
            assert passed < seconds, f"it never came to hold:\n{self.text}"
        return time.perf_counter() - began

    def shows(self, text: str) -> float:
        """Read until this text stands on the screen."""
        return self.until(lambda: text in self.text)

    def changed_by(self, key: str) -> float:
        """Send a key and read until the screen is another; returns the seconds it took."""
        before = self.text
        self.press(key)
        return self.until(lambda: self.text != before)

    def settled(self, quiet: float = 0.3) -> None:
        """Read until nothing has been written for this time."""
        while self.read(quiet):
            pass

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    @property
    def is_as_before(self) -> bool:
        """Whether everything that full screens ask of a terminal has been taken back."""
        return all(
            self.raw.rfind(asked) < self.raw.rfind(taken_back) for asked, taken_back in _ASKED
        )

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        self._is_open = False
        self._child.ptyproc.fileobj.close()

    def attributes(self) -> list[object]:
        """What the terminal does with what is typed, as termios tells it."""
        import termios

        return list(termios.tcgetattr(self._child.child_fd)[:4])

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait for the end of the program, reading on; returns its exit code, -N for signal N."""
        until = time.perf_counter() + seconds
        while self._child.isalive():
            if time.perf_counter() > until:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"the program did not end:\n{self.text}")
            self.read(0.05)
        code, number = self._child.exitstatus, self._child.signalstatus
        return int(code) if code is not None else -int(number)


def _hear_signals() -> None:
    """Signals that whoever runs the tests ignores (nohup) are heard by the program all the same."""
    for each in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)


def coded(key: str) -> bytes:
    """The bytes that a terminal sends for a key."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1]) - ord("a") + 1])
    return KEYS.get(key, key.encode())


def pasted(text: str) -> bytes:
    """The bytes that a terminal sends for text that is pasted at once."""
    return b"\x1b[200~" + text.encode() + b"\x1b[201~"


_ASKED = (
    (b"\x1b[?1049h", b"\x1b[?1049l"),
    (b"\x1b[?25l", b"\x1b[?25h"),
    (b"\x1b[?7l", b"\x1b[?7h"),
    (b"\x1b[?1000h", b"\x1b[?1000l"),
    (b"\x1b[?1003h", b"\x1b[?1003l"),
    (b"\x1b[?1004h", b"\x1b[?1004l"),
    (b"\x1b[?1006h", b"\x1b[?1006l"),
    (b"\x1b[?1015h", b"\x1b[?1015l"),
    (b"\x1b[?2004h", b"\x1b[?2004l"),
    (b"\x1b[>", b"\x1b[<u"),
)
"""Alternate screen, cursor, wrapping, mouse, focus, paste, keyboard: asked for, and taken back."""

_PLAIN = {
    "PYTHONPATH": str(ROOT),
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANGUAGE": "en",
    "TEXTUAL_ANIMATIONS": "none",
    "PYTHONWARNINGS": "",
}
