"""How the screens end when the system says so, or the terminal goes away."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Timer
from typing import Any

HUNG_UP = 129
"""The exit code of a program whose terminal is gone."""

PATIENCE = 8.0
"""Seconds that a program which was told to end has for it."""

_TAKEN_BACK = (
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[<u"
    b"\x1b[?7h\x1b[?1049l\x1b[?25h"
)
_IN, _OUT = 0, 1
_ENDS = ("SIGHUP", "SIGINT", "SIGTERM")
_AFTER_A_SIGNAL = 128


def on_signals(leave: Callable[[int], object], sure: Callable[[int], object]) -> None:
    """Call `leave` with the exit code when the program is told to end; before it, at once, `sure`.

    `leave` is called by the loop of the screens, `sure` whatever that is doing. A second signal
    ends the program at once. On Windows, and for signals that were to be ignored from the beginning
    (nohup), nothing is changed.
    """
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    numbers = [getattr(signal, name) for name in _ENDS]

    def closed(code: int) -> None:
        is_alone()
        leave(code)

    def end(number: int, _frame: object) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_DFL)
        code = _AFTER_A_SIGNAL + number
        sure(code)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(closed, code)

    with suppress(ValueError):
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, end)


def is_alone() -> bool:
    """Whether the terminal is gone; then what is still written goes nowhere instead of to it."""
    streams = [stream for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__) if stream]
    if os.isatty(streams[0].fileno()):
        return False
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in streams:
        if not os.isatty(stream.fileno()):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    return True


def end_for_sure(code: int, attributes: Sequence[Any] = ()) -> Timer:
    """End the program with this code when it has not ended by itself after PATIENCE seconds.

    The terminal gets back what the screens asked of it, and its `attributes` (termios). Nothing is
    lost: every action was on the disk before it was seen. Who has ended well cancels the timer.
    """

    def end() -> None:
        with suppress(OSError):
            os.write(_OUT, _TAKEN_BACK)
        if attributes:
            import termios

            with suppress(OSError, termios.error):
                termios.tcsetattr(_IN, termios.TCSANOW, list(attributes))
        os._exit(code)

    timer = Timer(PATIENCE, end)
    timer.daemon = True
    timer.start()
    return timer
