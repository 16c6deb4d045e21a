"""Keys on the coding screen in a real terminal, in a study of 100,000 answers and 500 codes."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from tests.tui.terminal.driver import Terminal

_QUIET = 0.12
_SIZES = ((80, 24), (160, 48))


@dataclass(frozen=True)
class KeyLine:
    """Milliseconds from a key to the first change of the screen, and to the last before quiet."""

    what: str
    taken: Sequence["Taken"]
    goal: str = ""

    def __str__(self) -> str:
        first = _figures([each.first for each in self.taken])
        last = _figures([each.last for each in self.taken])
        return f"{self.what:<44}first {first}   last {last}   n {len(self.taken)}  {self.goal}"


class Taken(NamedTuple):
    """Seconds from a key to the first and to the last change of the screen."""

    first: float
    last: float


def _figures(seconds: Sequence[float]) -> str:
    runs = sorted(1000 * each for each in seconds)
    p95 = runs[min(len(runs) - 1, round(0.95 * len(runs)))]
    return f"p50 {statistics.median(runs):>6.1f} p95 {p95:>6.1f}"


def run(folder: Path, runs: int) -> Iterator[KeyLine | str]:
    """The study is made once; every size opens it anew. `runs` times ten keys of each kind."""
    source, codings, path = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 100_000, 1, 12)
    write_codings(codings, 100_000, 500, 100_000)
    fullkoding("new", path)
    fullkoding("import", path, source, "--yes")
    fullkoding("code", path, "--from", codings)
    home = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    for columns, rows in _SIZES:
        size = f"{columns}x{rows}"
        bare = [sys.executable, "-m", "benchmarks.bare_app"]
        with Terminal(columns=columns, rows=rows, program=bare) as terminal:
            terminal.shows("0")
            yield KeyLine(f"{size} bare Textual app", _keys(terminal, "x", 10 * runs))
        began = time.perf_counter()
        with Terminal("open", path, columns=columns, rows=rows, environment=home) as terminal:
            terminal.shows("k1.1")
            opened = time.perf_counter() - began
            yield KeyLine(f"{size} open: to the questions", _once(opened), "<= 1200 ms")
            terminal.press("enter")
            yield KeyLine(f"{size} open a question", _once(terminal.shows("UNCODED ")))
            terminal.settled(6)
            yield from _measured(terminal, size, runs)
            yield _memory(terminal, size)


def _measured(terminal: Terminal, size: str, runs: int) -> Iterator[KeyLine]:
    many, goal = 10 * runs, "p50 <= 20, p95 <= 40"
    yield KeyLine(f"{size} move down", _keys(terminal, "down", many), goal)
    yield KeyLine(f"{size} put a code on and off", _keys(terminal, "1", many), goal)
    yield KeyLine(f"{size} type a letter in the finder", _typed(terminal, many), goal)
    on = [_each(terminal, ["down", "2"])[-1] for _ in range(many)]
    yield KeyLine(f"{size} code the next answer", on, goal)
    yield KeyLine(f"{size} on to the next uncoded", _keys(terminal, "space", runs))
    by_code = []
    for at in range(runs):
        _each(terminal, ["f3", f"kode {17 * at + 5}"])
        by_code.append(_timed(terminal, lambda: terminal.press("enter")))
        _each(terminal, ["ctrl+g"])
    yield KeyLine(f"{size} filter by code", by_code, goal)
    by_word = []
    for word in ("kom", "hel*", '"ser us"', "arb", "sam*")[:runs]:
        _each(terminal, ["f2", "\x15" + word])
        by_word.append(_timed(terminal, lambda: terminal.press("enter")))
        _each(terminal, ["ctrl+g"])
    yield KeyLine(f"{size} filter by words", by_word, "<= 150 ms")
    yield KeyLine(f"{size} all answers again", [_timed(terminal, lambda: terminal.press("ctrl+g"))])
    yield KeyLine(
        f"{size} sort by likeness", _once(_alike(terminal)) + _once(_alike(terminal)), "<= 2000 ms"
    )


def _keys(terminal: Terminal, key: str, count: int) -> list[Taken]:
    return _each(terminal, [key] * count)


def _typed(terminal: Terminal, count: int) -> list[Taken]:
    taken: list[Taken] = []
    for word in ("kode", "tema", "12kode"):
        taken += _each(terminal, list(word))
        _each(terminal, ["escape"])
    return taken[:count]


def _each(terminal: Terminal, keys: Sequence[str]) -> list[Taken]:
    return [_timed(terminal, lambda key=key: terminal.press(key)) for key in keys]  # type: ignore[misc]


def _timed(terminal: Terminal, action: Callable[[], None]) -> Taken:
    began = time.perf_counter()
    action()
    first = last = 0.0
    quiet = began + 5
    while time.perf_counter() < quiet:
        if terminal.read(_QUIET):
            last = time.perf_counter() - began
            first = first or last
            quiet = began + last + _QUIET
    return Taken(first, last)


def _once(seconds: float) -> list[Taken]:
    return [Taken(seconds, seconds)]


def _alike(terminal: Terminal) -> float:
    terminal.press("ctrl+g")
    terminal.settled()
    terminal.press("f5")
    terminal.shows("Order of the answers")
    began = time.perf_counter()
    terminal.press("6")
    terminal.until(lambda: "most like one answer first" in terminal.text.split("Order of")[0])
    return time.perf_counter() - began


def _memory(terminal: Terminal, size: str) -> str:
    used = psutil.Process(terminal.pid).memory_info().rss / 1e6
    return f"{size} memory of the program without its child: {used:.0f} MB  <= 350 MB"
