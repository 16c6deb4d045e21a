"""What is wanted latest is worked on in a thread of its own; nobody waits for it."""

from collections.abc import Callable, Sequence
from threading import Condition, Thread
from time import monotonic

from coder.suggest.child import Cancelled

Stopped = Callable[[], bool]
"""Says whether the work is not wanted any more."""

Wanted = Callable[[], Sequence[int]]
"""Finds out which answers are wanted, the most urgent first; called in the thread."""

PAUSE = 0.03
"""Seconds for which nothing else must be wanted: who goes through a list is not disturbed."""

REST = 30.0
"""Seconds without work after something went wrong."""


class Asker:
    """Asks about answers, one after the other, until others are wanted."""

    def __init__(
        self,
        prepare: Callable[[Stopped], None],
        ask: Callable[[int, Stopped], None],
        failed: Callable[[Exception], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """All three are called in the thread; `prepare` once before the rest, and after a fault."""
        self._prepare, self._ask, self._failed, self._clock = prepare, ask, failed, clock
        self._news = Condition()
        self._wanted: Wanted | None = None
        self._thread: Thread | None = None
        self._is_open, self._is_ready = False, False
        self._rests_until = float("-inf")

    def start(self) -> None:
        """Begin to work on what is wanted."""
        with self._news:
            self._is_open = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._work, daemon=True, name="suggestions")
                self._thread.start()
            self._news.notify()

    def want(self, wanted: Wanted) -> None:
        """Work on this from now on; what was wanted before is given up."""
        with self._news:
            self._wanted = wanted
            self._news.notify()

    def stop(self) -> None:
        """Give up what is under way, and do nothing any more until the next start."""
        with self._news:
            self._is_open, self._wanted = False, None
            self._news.notify()

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            try:
                self._carry_out(wanted)
            except Cancelled:
                continue
            except Exception as error:
                self._is_ready, self._rests_until = False, self._clock() + REST
                self._failed(error)

    def _carry_out(self, wanted: Wanted) -> None:
        if self._clock() < self._rests_until:
            return
        if not self._is_ready:
            self._prepare(lambda: not self._is_open)
            self._is_ready = True
        for answer in wanted():
            if self._wanted is not None or not self._is_open:
                return
            self._ask(answer, lambda: self._wanted is not None or not self._is_open)

    def _next(self) -> Wanted | None:
        """What is wanted when nothing else has been wanted for a moment; None at the end."""
        with self._news:
            while self._is_open:
                wanted = self._wanted
                self._news.wait(None if wanted is None else PAUSE)
                if wanted is not None and self._wanted is wanted:
                    self._wanted = None
                    return wanted
            self._thread = None
            return None
