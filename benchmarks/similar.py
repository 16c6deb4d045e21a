"""Answers most like one of 100,000, asked of the child process as the coding screen does."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_wide
from benchmarks.timing import Line, Seconds, measure
from coder.study import Study
from coder.suggest.child import Cancelled, Child
from coder.suggest.source import Source
from coder.workbench.comparing import source_of
from coder.workbench.filters import Filter
from coder.workbench.listing import answer_ids
from corpus.queries import find_question


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Cold with the start of the process and its imports, warm when the texts are fitted.

    The note says for how long at most another thread of this process stood still meanwhile.
    """
    wide, path = folder / "wide.csv", folder / "a.fullkoding"
    write_wide(wide, 100_000, 1, 40)
    fullkoding("new", path)
    fullkoding("import", path, wide, "--yes")
    with Study(path) as study, closing(Child()) as child:
        with study.read() as session:
            question = find_question(session, "k1.1")
            ids = answer_ids(session, question, Filter())
        source = source_of(study, question)
        yield _line("nothing, for half a second", lambda: time.sleep(0.5), runs)
        yield _line("its texts found", lambda: source_of(study, question), runs, "<= 0.2 s")
        yield Line("process started, imports done", measure(_start, runs))
        yield _line("sort by similarity, cold", partial(_order, child, source, ids), 1)
        yield _line("sort by similarity, warm", partial(_order, child, source, ids), runs, "<= 2 s")
        alike = partial(child.like_examples, source, ids[:20], ids, _nobody, _never)
        yield _line(f"like 20 examples; child {memory(child)} MiB", alike, runs)
        other = Source("other", source.size, source.read)
        delays = [0.3 + run * 1.5 / runs for run in range(runs)]
        waited = Seconds(tuple(_cancel_after(delay, child, other, ids) for delay in delays))
        yield Line("from cancel to its end", waited, None, "<= 0.05 s")
        yield Line("child closed", measure(child.close, 1))


def _start() -> None:
    with closing(Child()) as child:
        child.prepare(Source("none", 0, lambda: iter(())), _nobody, _never)


def _order(child: Child, source: Source, ids: Sequence[int]) -> None:
    child.order_like(source, ids[len(ids) // 2], ids, _nobody, _never)


def _nobody(_: float) -> None:
    """Nobody is told how much is done."""


def _never() -> bool:
    return False


def memory(child: Child) -> int:
    """What the child holds now, in MiB."""
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(child.pid)], capture_output=True, text=True, check=True
    )
    return int(shown.stdout) // 1024


def _line(what: str, action: Callable[[], object], runs: int, goal: str = "") -> Line:
    stalls: list[float] = []
    seconds = measure(lambda: stalls.append(_longest_stall(action)), runs)
    return Line(what, seconds, None, goal, f"stall {max(stalls) * 1000:.0f} ms, goal < 20 ms")


def _longest_stall(action: Callable[[], object]) -> float:
    """How much too late a thread woke at most that sleeps a millisecond at a time."""
    worker = threading.Thread(target=action)
    worker.start()
    longest, before = 0.0, time.perf_counter()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, before = max(longest, now - before - 0.001), now
    return longest


def _cancel_after(delay: float, child: Child, source: Source, ids: Sequence[int]) -> float:
    """From the wish to cancel, so many seconds after the beginning, until nobody waits any more."""
    wished: list[float] = []
    threading.Timer(delay, lambda: wished.append(time.perf_counter())).start()
    try:
        child.order_like(source, ids[0], ids, _nobody, lambda: bool(wished))
    except Cancelled:
        return time.perf_counter() - wished[0]
    raise RuntimeError("done before it was cancelled")
