"""Commands in a terminal of their own, and a person who answers."""

import os
import pty
import select
import signal
import time
from collections.abc import Sequence

from tests.tui.cli.running import command, surroundings

_PATIENCE = 30.0
_AGAIN = 0.5
INTERRUPT = "\x03"
Said = tuple[str, str]


def talk(*arguments: object, answers: Sequence[Said] = ()) -> tuple[int, str]:
    """Run a command in a pseudo-terminal; returns its exit code and all that the screen got.

    `answers` are pairs: when the first has appeared, the second is typed; an interrupt is typed
    again until it is heeded, as people do.
    """
    words, environment = command(*arguments), surroundings()
    pid, screen = pty.fork()
    if pid == 0:
        os.execvpe(words[0], words, environment)
    try:
        seen = _converse(screen, list(answers))
    finally:
        os.close(screen)
        status = _end(pid)
    return os.waitstatus_to_exitcode(status), seen.decode("utf-8", "replace")


def _converse(screen: int, answers: list[Said]) -> bytes:
    seen, looked_at, interrupted = b"", 0, 0.0
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        ready, _, _ = select.select([screen], [], [], 0.1)
        if ready:
            try:
                more = os.read(screen, 65536)
            except OSError:
                break
            if not more:
                break
            seen += more
        if interrupted and time.monotonic() - interrupted > _AGAIN:
            interrupted = time.monotonic()
            os.write(screen, INTERRUPT.encode())
        if answers and (at := seen.find(answers[0][0].encode(), looked_at)) >= 0:
            looked_at = at + len(answers[0][0].encode())
            typed = answers.pop(0)[1]
            os.write(screen, typed.encode())
            interrupted = time.monotonic() if typed == INTERRUPT else 0.0
    return seen


def _end(pid: int) -> int:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]
