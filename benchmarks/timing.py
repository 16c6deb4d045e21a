"""Measuring: medians with their spread, because machines are noisy."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Seconds:
    """Several runs of the same thing."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.runs)


@dataclass(frozen=True)
class Line:
    """One result: what, how long (seconds), against which baseline, and the goal in words."""

    what: str
    seconds: Seconds
    baseline: Seconds | None = None
    goal: str = ""
    note: str = ""

    @staticmethod
    def head() -> str:
        return f"{'what':<58}{'median s':>10}{'min':>9}{'max':>9}{'ratio':>8}  goal"

    def __str__(self) -> str:
        runs = self.seconds.runs
        ratio = f"{self.seconds.median / self.baseline.median:.1f}x" if self.baseline else ""
        figures = f"{self.seconds.median:>10.4f}{min(runs):>9.4f}{max(runs):>9.4f}{ratio:>8}"
        return f"{self.what:<58}{figures}  {self.goal}  {self.note}".rstrip()


def measure(
    action: Callable[[], object],
    runs: int,
    before: Callable[[], object] = lambda: None,
) -> Seconds:
    """Run something several times; `before` is done each time and not measured."""
    seconds = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return Seconds(tuple(seconds))
