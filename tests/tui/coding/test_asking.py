"""Suggestions are asked for in a thread that always works on what is wanted latest."""

from collections.abc import Iterator
from threading import Event

import pytest

from coder.suggest.child import Cancelled
from tui.coding.asking import REST, Asker, Stopped

PATIENCE = 10


class Work:
    """What the thread did; `hold` makes it wait inside a question until that is cancelled."""

    def __init__(self) -> None:
        self.prepared, self.asked, self.failed = 0, list[int](), list[Exception]()
        self.hold: int | None = None
        self.holding, self.done = Event(), Event()
        self.last: int | None = None
        self.now, self.fault = 0.0, 0
        self.asker = Asker(self.prepare, self.ask, self.fail, lambda: self.now)

    def prepare(self, stopped: Stopped) -> None:
        """Once before anything is asked."""
        self.prepared += 1
        if self.fault:
            self.fault -= 1
            raise OSError("no process")

    def ask(self, answer: int, stopped: Stopped) -> None:
        """Work on one answer."""
        self.asked.append(answer)
        if answer == self.hold:
            self.holding.set()
            while not stopped():
                Event().wait(0.001)
            raise Cancelled
        if answer == self.last:
            self.done.set()

    def fail(self, error: Exception) -> None:
        """Something went wrong."""
        self.failed.append(error)
        self.done.set()

    def want(self, *answers: int) -> None:
        """Want answers and wait until the last of them is done, or a fault."""
        self.last = answers[-1]
        self.done.clear()
        self.asker.want(lambda: answers)
        assert self.done.wait(PATIENCE)


@pytest.fixture
def work() -> Iterator[Work]:
    """A thread at work, which ends with the test."""
    work = Work()
    work.asker.start()
    yield work
    work.asker.stop()


def test_all_that_is_wanted_is_asked_in_its_order(work: Work) -> None:
    work.want(3, 1, 2)
    assert (work.asked, work.prepared) == ([3, 1, 2], 1)


def test_it_prepares_once(work: Work) -> None:
    work.want(1)
    work.want(2)
    assert (work.asked, work.prepared) == ([1, 2], 1)


def test_what_is_wanted_later_stops_what_is_under_way(work: Work) -> None:
    work.hold = 5
    work.asker.want(lambda: (5, 6))
    assert work.holding.wait(PATIENCE)
    work.want(7)
    assert work.asked == [5, 7]


def test_after_a_fault_it_rests_and_prepares_anew(work: Work) -> None:
    work.fault = 1
    work.want(1)
    work.asker.want(lambda: (2,))
    work.now = REST + 1
    work.want(3)
    assert work.asked[-1] == 3
    assert (len(work.failed), work.prepared) == (1, 2)


def test_stopped_it_asks_nothing_until_it_is_started_again(work: Work) -> None:
    work.asker.stop()
    work.asker.want(lambda: (1,))
    work.asker.start()
    work.want(2)
    assert work.asked[-1] == 2


def test_stopping_ends_what_is_under_way(work: Work) -> None:
    work.hold = 5
    work.asker.want(lambda: (5,))
    assert work.holding.wait(PATIENCE)
    thread = work.asker._thread
    work.asker.stop()
    assert thread is not None
    thread.join(PATIENCE)
    assert not thread.is_alive()
