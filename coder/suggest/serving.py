"""The child process: it replies to one request after the other, and works ahead in between."""

import importlib
import pickle
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING

from coder.suggest.comparer import Comparer
from coder.suggest.requests import (
    Begin,
    Compare,
    Encode,
    Failed,
    GoOn,
    Purpose,
    Reply,
    Request,
    Take,
)
from coder.suggest.suggester import Suggester

if TYPE_CHECKING:
    from coder.suggest.encoding.encoder import Encoder

_REST = 0.05
"""Seconds without a request after which work ahead is done."""


class Bench:
    """What the child process keeps: for each purpose the texts, and what was made of them."""

    def __init__(self) -> None:
        self._comparer, self._suggester = Comparer(), Suggester()
        self._encoder: Encoder | None = None

    def reply(self, request: Request) -> Reply:
        """Carry out a request."""
        match request:
            case Begin(purpose):
                self._begin(purpose)
            case Take(purpose, texts, meanings):
                self._of(purpose).take(texts, meanings)
            case GoOn(purpose):
                return self._of(purpose).go_on()
            case Compare():
                return self._comparer.compare(request)
            case Encode(texts):
                return self._encode(texts)
            case _:
                return self._suggester.reply(request)
        return None

    def idle(self) -> None:
        """Work ahead while nobody asks; what fails will fail again, and be told, when asked for."""
        with suppress(Exception):
            self._suggester.idle()

    def _encode(self, texts: Sequence[str]) -> list[bytes]:
        from coder.suggest.encoding.encoder import Encoder
        from coder.suggest.encoding.packing import pack

        if self._encoder is None:
            self._encoder = Encoder()
        return [pack(vector) for vector in self._encoder.encode(texts)]

    def _begin(self, purpose: Purpose) -> None:
        self._of(purpose).close()
        if purpose is Purpose.COMPARE:
            self._comparer = Comparer()
        else:
            self._suggester = Suggester()

    def _of(self, purpose: Purpose) -> Comparer | Suggester:
        return self._comparer if purpose is Purpose.COMPARE else self._suggester


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Reply to one request after the other until nobody is there any more.

    A first reply, None, says that the slow imports are done.
    """
    importlib.import_module("scipy.sparse")
    bench = Bench()
    _send(replies, None)
    waiting: SimpleQueue[Request | None] = SimpleQueue()
    Thread(target=_read, args=(requests, waiting), daemon=True).start()
    while (request := _next(waiting, bench)) is not None:
        try:
            reply = bench.reply(request)
        except Exception:
            reply = Failed(traceback.format_exc())
        _send(replies, reply)


def main() -> None:
    """Serve over the standard streams; whatever prints meanwhile goes to the error stream."""
    replies, sys.stdout = sys.stdout.buffer, sys.stderr
    serve(sys.stdin.buffer, replies)


def _next(waiting: "SimpleQueue[Request | None]", bench: Bench) -> Request | None:
    try:
        return waiting.get(timeout=_REST)
    except Empty:
        bench.idle()
        return waiting.get()


def _read(requests: IO[bytes], waiting: "SimpleQueue[Request | None]") -> None:
    try:
        while True:
            waiting.put(pickle.load(requests))
    except EOFError:
        waiting.put(None)


def _send(replies: IO[bytes], reply: Reply) -> None:
    replies.write(pickle.dumps(reply))
    replies.flush()
