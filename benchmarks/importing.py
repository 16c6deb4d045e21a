"""Import of 100,000 answers of 40 words: 10,000 respondents, 10 questions."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_wide
from benchmarks.timing import Line, measure


def run(folder: Path, runs: int) -> Iterator[Line]:
    """The command, start of the program and hashes included, against bare csv and sqlite3."""
    source, bare, study = folder / "wide.csv", folder / "bare.db", folder / "a.fullkoding"
    write_wide(source, 10_000, 10, 40)
    memory: list[int] = []

    def fresh() -> None:
        study.unlink(missing_ok=True)
        fullkoding("new", study)

    baseline = measure(lambda: _bare(source, bare), runs, lambda: bare.unlink(missing_ok=True))
    command = ("import", study, source, "--yes")
    ours = measure(lambda: memory.append(fullkoding(*command)), runs, fresh)
    note = f"{max(memory) / 1e6:.0f} MB (goal <= 400)"
    yield Line("bare csv.reader + executemany", baseline)
    yield Line("import of 100,000 answers", ours, baseline, "<= 4 s, <= 6x", note)
    again = measure(lambda: fullkoding(*command), runs)
    yield Line("import of the same file again", again, baseline)


def _bare(source: Path, target: Path) -> None:
    connection = sqlite3.connect(target)
    connection.execute("CREATE TABLE answer (respondent TEXT, question INTEGER, text TEXT)")
    with source.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        cells = ((row[0], at, text) for row in rows for at, text in enumerate(row[4:]))
        connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", cells)
    connection.commit()
    connection.close()
