"""How the screens end when the system says so, or the terminal goes away."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

HUNG_UP = 129
"""The exit code of a program whose terminal is gone."""

_ENDS = ("SIGHUP", "SIGINT", "SIGTERM")
_AFTER_A_SIGNAL = 128


def on_signals(leave: Callable[[int], object]) -> None:
    """Call `leave` with the exit code when the program is told to end.

    A second signal ends the program at once. Where signals are not known this way (Windows), and
    for those that were to be ignored from the beginning (nohup), nothing is changed.
    """
    loop = asyncio.get_running_loop()
    numbers = [number for name in _ENDS if (number := getattr(signal, name, None))]

    def end(number: int) -> None:
        for each in numbers:
            loop.remove_signal_handler(each)
        is_alone()
        leave(_AFTER_A_SIGNAL + number)

    with suppress(NotImplementedError, ValueError, RuntimeError):
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                loop.add_signal_handler(number, end, number)


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
