"""What the child process does: it takes in texts and says how alike they are."""

import importlib
import pickle
import sys
import traceback
from array import array
from dataclasses import dataclass
from typing import IO

from coder.suggest.likeness import Fitting, Gathering, Likeness, fit
from coder.suggest.source import Texts


@dataclass(frozen=True)
class Begin:
    """Forget everything: other texts come."""


@dataclass(frozen=True)
class Take:
    """Take in some of the texts."""

    texts: Texts


@dataclass(frozen=True)
class GoOn:
    """Do the next step of fitting; the reply is how much is done, 1 at the end."""


@dataclass(frozen=True)
class Compare:
    """Put ids in order, those most like the examples first; both are arrays of `q` in bytes.

    The reply is a pair of bytes: places in `among` (an array of `i`), and likeness (of `f`).
    """

    examples: bytes
    among: bytes


@dataclass(frozen=True)
class Failed:
    """The reply to a request that failed: the traceback."""

    report: str


Request = Begin | Take | GoOn | Compare
Reply = float | tuple[bytes, bytes] | Failed | None


class Bench:
    """What the child process keeps: the texts that come, then what is made of them."""

    def __init__(self) -> None:
        self._gathering = Gathering()
        self._fitting: Fitting | None = None
        self._likeness: Likeness | None = None

    def reply(self, request: Request) -> Reply:
        """Carry out a request."""
        match request:
            case Begin():
                self._gathering, self._fitting, self._likeness = Gathering(), None, None
            case Take(texts):
                self._gathering.add(texts)
            case GoOn():
                return self._go_on()
            case Compare(examples, among):
                return self._compare(examples, among)
        return None

    def _go_on(self) -> float:
        if self._fitting is None:
            self._fitting = fit(self._gathering)
        try:
            return next(self._fitting)
        except StopIteration as end:
            self._gathering, self._fitting, self._likeness = Gathering(), None, end.value
            return 1.0

    def _compare(self, examples: bytes, among: bytes) -> tuple[bytes, bytes]:
        if self._likeness is None:
            raise RuntimeError("asked before the texts were fitted")
        order, scores = self._likeness.order_like(array("q", examples), array("q", among))
        return order.astype("i").tobytes(), scores.tobytes()


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Reply to one request after the other until nobody is there any more.

    A first reply, None, says that the slow imports are done.
    """
    importlib.import_module("scipy.sparse")
    bench = Bench()
    _send(replies, None)
    while True:
        try:
            request = pickle.load(requests)
        except EOFError:
            return
        try:
            reply = bench.reply(request)
        except Exception:
            reply = Failed(traceback.format_exc())
        _send(replies, reply)


def main() -> None:
    """Serve over the standard streams; whatever prints meanwhile goes to the error stream."""
    replies, sys.stdout = sys.stdout.buffer, sys.stderr
    serve(sys.stdin.buffer, replies)


def _send(replies: IO[bytes], reply: Reply) -> None:
    replies.write(pickle.dumps(reply))
    replies.flush()
