"""The child process that compares answers, for the screens: kept ready, asked from threads."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from coder.suggest.process import POLL, Gone, Process
from coder.suggest.serving import Begin, Compare, GoOn, Reply, Take
from coder.suggest.source import Source
from corpus.problems import Problem

Told = Callable[[float], None]
"""Told how much is done, from 0 to 1."""

Watch = Callable[[], None]
"""Raises Cancelled when nobody wants the work any more."""

_TAKING = 0.6
"""How much of the work on new texts is done when all are taken in."""


class Cancelled(Exception):
    """The work was given up because nobody wants it any more."""


class Child:
    """At most one child process, and what it knows: the texts of one question, fitted.

    `prepare`, `order_like` and `like_examples` take time and are called from threads. They wait
    for each other, tell how much is done, and end with Cancelled some hundredths of a second after
    `cancelled` is true. A process that has ended is started
    again; when it ends once more at the same work, that is a Problem.
    """

    def __init__(self, start: Callable[[], Process] = Process) -> None:
        self._start = start
        self._process: Process | None = None
        self._fitted = ""
        self._done = 0.0
        self._closed = False
        self._turn, self._door = Lock(), Lock()

    @property
    def pid(self) -> int | None:
        """The number of the child process, when there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process; takes a few milliseconds. Its imports go on meanwhile."""
        self._running()

    def prepare(self, source: Source, told: Told, cancelled: Callable[[], bool]) -> None:
        """Fit the texts of a question, so that what is asked about them later is quick."""
        with self._at_work(told, cancelled) as watch:
            self._ask(source, None, told, watch)

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
        with self._at_work(told, cancelled) as watch:
            places, _ = self._compare(source, [answer_id], others, told, watch)
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
        with self._at_work(told, cancelled) as watch:
            places, scores = self._compare(source, examples, among, told, watch)
        return [(among[place], score) for place, score in zip(places, scores, strict=True)]

    def close(self) -> None:
        """End the process for good, whatever it is doing; who waits for it gets Cancelled."""
        with self._door:
            self._closed = True
            process, self._process = self._process, None
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

    def _compare(
        self,
        source: Source,
        examples: Sequence[int],
        among: Sequence[int],
        told: Told,
        watch: Watch,
    ) -> tuple["array[int]", "array[float]"]:
        request = Compare(array("q", examples).tobytes(), array("q", among).tobytes())
        reply = self._ask(source, request, told, watch)
        assert isinstance(reply, tuple)
        return array("i", reply[0]), array("f", reply[1])

    def _ask(self, source: Source, request: Compare | None, told: Told, watch: Watch) -> Reply:
        for _ in range(2):
            process = self._running()
            try:
                self._fit(process, source, told, watch)
                return process.ask(request, watch) if request else None
            except Gone:
                self._drop(process)
        raise Problem(
            "The comparison of answers stopped twice.",
            "Nothing is lost. Try again, or sort in another way.",
        )

    def _fit(self, process: Process, source: Source, told: Told, watch: Watch) -> None:
        if self._fitted == source.fingerprint:
            return

        def tell(done: float) -> None:
            self._done = done
            told(done)

        self._fitted, taken, fitted = "", 0, 0.0
        tell(0.0)
        process.ask(Begin(), watch)
        for texts in source.read():
            process.ask(Take(texts), watch)
            taken += len(texts)
            tell(_TAKING * taken / source.size)
        while fitted < 1:
            reply = process.ask(GoOn(), watch)
            assert isinstance(reply, float)
            fitted = reply
            tell(_TAKING + (1 - _TAKING) * fitted)
        self._fitted = source.fingerprint

    def _running(self) -> Process:
        with self._door:
            if self._closed:
                raise Cancelled
            if self._process is None:
                try:
                    self._process, self._fitted = self._start(), ""
                except OSError as error:
                    raise Problem(
                        f"The comparison of answers could not start: {error.strerror}.",
                        "Nothing is lost. Close other programs, or sort in another way.",
                    ) from error
            return self._process

    def _drop(self, process: Process) -> None:
        with self._door:
            if self._process is process:
                self._process = None
        process.close()
