"""A child process that replies to one request after the other."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

from coder.suggest.requests import Failed, Reply, Request

POLL = 0.02
"""Seconds between two looks at whether to go on waiting."""

_SERVE = "import sys; sys.path[:] = sys.argv[1:]; from coder.suggest.serving import main; main()"
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Gone(Exception):
    """The child process has ended."""


class Process:
    """A child process of its own, from start to `close`.

    It is a plain process with two pipes: `multiprocessing` would start a second one beside it,
    run the main module again and let the child write to the terminal until our code runs in it.
    The child is in a session of its own, so ctrl+c does not reach it. It ends by itself when its
    pipe ends, however this process ends.
    """

    def __init__(self, command: Sequence[str] = ()) -> None:
        """Start it; takes a few milliseconds. `command` is another program, for tests."""
        self._child = subprocess.Popen(
            command or [sys.executable, "-c", _SERVE, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._child.stdin
        assert self._child.stdout
        self._requests: IO[bytes] = self._child.stdin
        self._replies: SimpleQueue[Reply | Gone] = SimpleQueue()
        self._owed = 1
        Thread(target=_read, args=(self._child.stdout, self._replies), daemon=True).start()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._child.pid

    def ask(
        self,
        request: Request,
        waiting: Callable[[], None],
        sent: Callable[[], None] = lambda: None,
    ) -> Reply:
        """The reply to a request.

        `waiting` is called every 20 ms; what it raises ends the waiting, and a later reply is
        passed over. `sent` is called when the request will be carried out, whoever waits for it.
        Raises Gone when the process ends, RuntimeError when the request failed there.
        """
        while self._owed:
            self._next(waiting)
        waiting()
        self._owed += 1
        try:
            self._requests.write(pickle.dumps(request))
            self._requests.flush()
        except (OSError, ValueError) as error:
            raise Gone from error
        sent()
        reply = self._next(waiting)
        if isinstance(reply, Failed):
            raise RuntimeError(reply.report)
        return reply

    def close(self) -> None:
        """End it at once, whatever it is doing."""
        self._child.kill()
        self._child.wait()
        with suppress(OSError):
            self._requests.close()

    def _next(self, waiting: Callable[[], None]) -> Reply:
        while True:
            try:
                reply = self._replies.get(timeout=POLL)
            except Empty:
                waiting()
                continue
            if isinstance(reply, Gone):
                self._replies.put(reply)
                raise Gone
            self._owed -= 1
            return reply


def _read(pipe: IO[bytes], replies: "SimpleQueue[Reply | Gone]") -> None:
    with pipe, suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            replies.put(pickle.load(pipe))
    replies.put(Gone())
