"""The child process that compares answers and suggests codes: kept ready, asked from threads."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TypeVar

from coder.suggest.learning import NOTHING_CODED, Coding, news
from coder.suggest.process import POLL, Gone, Process
from coder.suggest.requests import Begin, Compare, GoOn, Learn, Purpose, Reply, Request, Take
from coder.suggest.source import Source
from corpus.problems import Problem

Told = Callable[[float], None]
"""Told how much is done, from 0 to 1."""

Watch = Callable[[], None]
"""Raises Cancelled when nobody wants the work any more."""

Ask = Callable[[Request], Reply]
"""Asks the process, and waits for its reply."""

T = TypeVar("T")

_TAKING = 0.6
"""How much of the work on new texts is done when all are taken in."""


class Cancelled(Exception):
    """The work was given up because nobody wants it any more."""


@dataclass(frozen=True)
class Need:
    """What the process must know before it is asked: texts for a purpose, and their coding."""

    purpose: Purpose
    source: Source
    coding: Coding = NOTHING_CODED


@dataclass
class _Handed:
    """What a process was handed: by purpose the texts, those of them it has fitted, and coding."""

    taken: dict[Purpose, str] = field(default_factory=dict)
    fitted: dict[Purpose, str] = field(default_factory=dict)
    coding: Coding = NOTHING_CODED


class Child:
    """At most one child process, and what it knows: the texts of a question, and their coding.

    All but `start` and `close` take time and are called from threads. They wait for each other,
    tell how much is done, and end with Cancelled some hundredths of a second after `cancelled` is
    true. A process that has ended is started again and handed everything; when it ends once more
    at the same work, that is a Problem.
    """

    def __init__(self, start: Callable[[], Process] = Process) -> None:
        self._start = start
        self._process: Process | None = None
        self._handed = _Handed()
        self._done = 0.0
        self._closed = False
        self._companion: Child | None = None
        self._turn, self._door = Lock(), Lock()

    @property
    def pid(self) -> int | None:
        """The number of the child process, when there is one."""
        return self._process.pid if self._process else None

    def companion(self) -> "Child":
        """A second process for work that takes long; it is closed with this one."""
        with self._door:
            if self._companion is None:
                self._companion = Child(self._start)
            return self._companion

    def start(self) -> None:
        """Start the process; takes a few milliseconds. Its imports go on meanwhile."""
        self._running()

    def prepare(self, source: Source, told: Told, cancelled: Callable[[], bool]) -> None:
        """Fit the texts of a question, so that comparing them later is quick."""
        self.carry_out(Need(Purpose.COMPARE, source), lambda _: None, told, cancelled)

    def order_like(
        self,
        source: Source,
        answer_id: int,
        ids: Sequence[int],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> list[int]:
        """The ids, those most like an answer first, itself before all others."""
        others = [id_ for id_ in ids if id_ != answer_id]
        first = [answer_id] * (len(others) < len(ids))
        request = Compare(_packed([answer_id]), _packed(others))
        places, _ = self._compared(source, request, told, cancelled)
        return first + [others[place] for place in places]

    def like_examples(
        self,
        source: Source,
        examples: Sequence[int],
        among: Sequence[int],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> list[tuple[int, float]]:
        """The ids of `among` with their likeness to the examples (0 to 1), most first."""
        request = Compare(_packed(examples), _packed(among))
        places, scores = self._compared(source, request, told, cancelled)
        return [(among[place], score) for place, score in zip(places, scores, strict=True)]

    def carry_out(
        self,
        need: Need | None,
        work: Callable[[Ask], T],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> T:
        """Hand over what is needed, if anything, and do some work, which may ask several times.

        `told` is told how much of the handing over is done. When the process ends, all is done
        once more.
        """
        with self._at_work(told, cancelled) as watch:
            for _ in range(2):
                process = self._running()
                try:
                    if need is not None:
                        self._fit(process, need, told, watch)
                        self._teach(process, need, watch)
                    return work(partial(process.ask, waiting=watch))
                except Gone:
                    self._drop(process)
        raise Problem(
            "The process that compares answers stopped twice.",
            "Nothing is lost. Try again, or sort in another way.",
        )

    def close(self) -> None:
        """End the process for good, whatever it is doing; who waits for it gets Cancelled."""
        with self._door:
            self._closed = True
            process, self._process = self._process, None
            companion = self._companion
        if companion:
            companion.close()
        if process:
            process.close()

    @contextmanager
    def _at_work(self, told: Told, cancelled: Callable[[], bool]) -> Iterator[Watch]:
        def watch() -> None:
            if self._closed or cancelled():
                raise Cancelled

        while not self._turn.acquire(timeout=POLL):
            watch()
            told(self._done)
        try:
            yield watch
        finally:
            self._turn.release()

    def _compared(
        self, source: Source, request: Compare, told: Told, cancelled: Callable[[], bool]
    ) -> tuple["array[int]", "array[float]"]:
        need = Need(Purpose.COMPARE, source)
        reply = self.carry_out(need, lambda ask: ask(request), told, cancelled)
        assert isinstance(reply, tuple)
        return array("i", reply[0]), array("f", reply[1])

    def _fit(self, process: Process, need: Need, told: Told, watch: Watch) -> None:
        purpose, source, handed = need.purpose, need.source, self._handed
        if handed.fitted.get(purpose) == source.fingerprint:
            return

        def tell(done: float) -> None:
            self._done = done
            told(done)

        if handed.taken.get(purpose) != source.fingerprint:
            self._hand_over(process, need, tell, watch)
        fitted = 0.0
        while fitted < 1:
            reply = process.ask(GoOn(purpose), watch)
            assert isinstance(reply, float)
            fitted = reply
            tell(_TAKING + (1 - _TAKING) * fitted)
        handed.fitted[purpose] = source.fingerprint

    def _hand_over(self, process: Process, need: Need, tell: Told, watch: Watch) -> None:
        purpose, source, handed = need.purpose, need.source, self._handed
        handed.taken.pop(purpose, None)
        handed.fitted.pop(purpose, None)
        if purpose is Purpose.SUGGEST:
            handed.coding = NOTHING_CODED
        tell(0.0)
        process.ask(Begin(purpose), watch)
        taken = 0
        for texts in source.read():
            meanings = source.meanings([id_ for id_, _ in texts]) if source.meanings else ()
            process.ask(Take(purpose, texts, meanings), watch)
            taken += len(texts)
            tell(_TAKING * taken / source.size)
        handed.taken[purpose] = source.fingerprint

    def _teach(self, process: Process, need: Need, watch: Watch) -> None:
        if need.purpose is not Purpose.SUGGEST:
            return
        handed = self._handed
        new = news(handed.coding, need.coding)
        if not new:
            return

        def learned() -> None:
            handed.coding = need.coding

        try:
            process.ask(Learn(new), watch, learned)
        except RuntimeError:
            handed.taken.pop(need.purpose, None)
            handed.fitted.pop(need.purpose, None)
            raise

    def _running(self) -> Process:
        with self._door:
            if self._closed:
                raise Cancelled
            if self._process is None:
                try:
                    self._process, self._handed = self._start(), _Handed()
                except OSError as error:
                    raise Problem(
                        f"The process that compares answers could not start: {error.strerror}.",
                        "Nothing is lost. Close other programs, or sort in another way.",
                    ) from error
            return self._process

    def _drop(self, process: Process) -> None:
        with self._door:
            if self._process is process:
                self._process = None
        process.close()


def _packed(ids: Sequence[int]) -> bytes:
    return array("q", ids).tobytes()
