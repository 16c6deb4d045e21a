"""The process that compares answers: asked, cancelled, killed, closed."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coder.suggest.child import Cancelled, Child
from coder.suggest.process import Process
from coder.suggest.source import Source, Texts, portions
from corpus.problems import Problem
from tests.coder.suggest.asking import SAID, never, nobody, order, running, source

MANY = [f"svar nummer {number} om bolig og tid" for number in range(5_000)]


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """A process that is asked by many tests."""
    with closing(Child()) as started:
        started.start()
        yield started


def test_answers_are_put_in_order_the_one_asked_about_first(child: Child) -> None:
    assert order(child) == [1, 3, 2, 4, 5]
    assert order(child, answer=4)[:2] == [4, 2]


def test_an_answer_that_is_not_shown_can_be_asked_about(child: Child) -> None:
    assert child.order_like(source(), 1, [4, 5, 3], nobody, never) == [3, 4, 5]


def test_the_likeness_to_examples_is_told(child: Child) -> None:
    found = child.like_examples(source(), [1], [2, 3], nobody, never)
    assert [id_ for id_, _ in found] == [3, 2]
    assert 1 > found[0][1] > found[1][1] >= 0


def test_the_same_texts_are_read_only_once(child: Child) -> None:
    reads: list[int] = []

    def read() -> Iterator[Texts]:
        reads.append(1)
        yield from portions(enumerate(SAID, start=1))

    for _ in range(2):
        order(child, Source("read once", len(SAID), read))
    assert reads == [1]


def test_texts_that_have_changed_are_compared_as_they_are_now(child: Child) -> None:
    before, after = source(), source((SAID[3], *SAID[1:]))
    assert order(child, before)[1] == 3
    assert order(child, after)[1] == 4


def test_how_much_is_done_is_told_until_all_is_done(child: Child) -> None:
    told: list[float] = []
    child.prepare(source(MANY, "told"), told.append, never)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert len(told) > 5


def test_nothing_to_compare_is_no_trouble(child: Child) -> None:
    assert child.order_like(source(()), 1, [], nobody, never) == []
    assert child.like_examples(source(()), [], [7], nobody, never) == [(7, 0)]


def test_work_that_nobody_wants_any_more_ends_and_the_next_goes_on(child: Child) -> None:
    told: list[float] = []
    with pytest.raises(Cancelled):
        child.prepare(source(MANY, "cancelled"), told.append, lambda: len(told) > 2)
    assert told[-1] < 1
    assert order(child)[:2] == [1, 3]


def test_two_that_ask_at_once_both_get_their_order(child: Child) -> None:
    orders: list[list[int]] = []
    threads = [
        threading.Thread(target=lambda at=at: orders.append(order(child, source(name=f"{at}"))))
        for at in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert orders == [[1, 3, 2, 4, 5]] * 4


def test_whoever_waits_for_another_can_cancel(child: Child) -> None:
    holding, free = threading.Event(), threading.Event()

    def read() -> Iterator[Texts]:
        holding.set()
        free.wait()
        yield from portions(enumerate(SAID, start=1))

    slow = Source("slow", len(SAID), read)
    other = threading.Thread(target=child.prepare, args=(slow, nobody, never))
    other.start()
    holding.wait()
    with pytest.raises(Cancelled):
        child.prepare(source(), nobody, lambda: True)
    free.set()
    other.join()


def test_a_process_that_was_killed_is_started_again(child: Child) -> None:
    before = running(child)
    os.kill(before, signal.SIGKILL)
    assert order(child) == [1, 3, 2, 4, 5]
    assert running(child) != before


def test_a_process_that_is_killed_at_work_is_started_again(child: Child) -> None:
    killed: list[int] = []

    def kill_once(_: float) -> None:
        if not killed:
            killed.append(running(child))
            os.kill(killed[0], signal.SIGKILL)

    ids = list(range(1, len(MANY) + 1))
    found = child.order_like(source(MANY, "killed"), 8, ids, kill_once, never)
    assert found[0] == 8
    assert sorted(found) == ids


def test_a_process_that_ends_twice_is_a_problem_in_words_and_may_be_tried_again(
    child: Child,
) -> None:
    with pytest.raises(Problem, match="stopped twice"):
        child.prepare(
            source(MANY, "twice"), lambda _: os.kill(running(child), signal.SIGKILL), never
        )
    assert order(child) == [1, 3, 2, 4, 5]


def test_what_fails_in_the_process_is_reported_here_and_the_process_stays(child: Child) -> None:
    before = order(child), child.pid
    with pytest.raises(RuntimeError, match="casefold"):
        child.prepare(Source("wrong", 1, lambda: iter([[(1, None)]])), nobody, never)  # type: ignore[list-item]
    assert (order(child), child.pid) == before


def test_a_process_that_cannot_start_is_a_problem_in_words() -> None:
    with (
        closing(Child(lambda: Process([sys.executable, "-c", "pass"]))) as child,
        pytest.raises(Problem, match="stopped twice"),
    ):
        order(child)


def test_a_process_that_the_system_refuses_is_a_problem_in_words(tmp_path: Path) -> None:
    with (
        closing(Child(lambda: Process([str(tmp_path / "no such program")]))) as child,
        pytest.raises(Problem, match="could not start"),
    ):
        child.start()


def test_a_closed_child_ends_the_work_that_goes_on_and_starts_nothing_new() -> None:
    child, ended = Child(), threading.Event()

    def work() -> None:
        with pytest.raises(Cancelled):
            child.prepare(source(MANY), lambda _: at_work.set(), never)
        ended.set()

    at_work = threading.Event()
    thread = threading.Thread(target=work)
    thread.start()
    at_work.wait()
    pid = running(child)
    child.close()
    thread.join()
    assert ended.is_set()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(Cancelled):
        child.start()


def test_closing_without_having_started_or_twice_is_no_trouble() -> None:
    child = Child()
    child.close()
    child.close()
    assert child.pid is None
