"""Start of the program."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.timing import Line, measure


def run(_: Path, runs: int) -> Iterator[Line]:
    """`--help`, against an empty Python."""
    bare = measure(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), runs)
    yield Line("--help", measure(lambda: fullkoding("--help"), runs), bare, "<= 0.3 s")
