"""Answers that people have coded, from four sources, as tasks for the suggestions.

The folder is `bench` in the folder FULLKODING_TEST_DATA names. A task is the same sample of the
same answers as in the measuring program that came with the data.
"""

import csv
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy

MOST_ANSWERS, _WORTH_MERGING = 1_100, 600

Row = Mapping[str, str]


@dataclass(frozen=True)
class Task:
    """Answers to one question with their codes; `codes` are those of each answer, as ids."""

    name: str
    source: str
    texts: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[frozenset[int], ...]

    def shuffled(self, seed: int) -> list[int]:
        """The numbers of the answers in the order of a coding session."""
        return [int(at) for at in numpy.random.RandomState(seed).permutation(len(self.texts))]


_ANES, _NHS = "anes2008_open_ended.csv", "nhs_patient_feedback.csv"
_QUESTIONS = {
    **{f"anes{number}": (_ANES, f"anes{number}:") for number in range(1, 7)},
    "nhs_why": (_NHS, "FFT Why"),
    "nhs_improve": (_NHS, "How could"),
    "nhs_good": (_NHS, "What was good"),
    "nhs_better": (_NHS, "What could"),
    "no_promises": ("no_government_promises.csv", ""),
}
_SOURCES = {"ane": "anes", "nhs": "nhs", "no_": "promises"}


def data_folder(named: str | None = None) -> Path:
    """The folder with the coded answers; raises FileNotFoundError when it is not there."""
    folder = Path(named or Path(os.environ.get("FULLKODING_TEST_DATA", ".")) / "bench")
    if not (folder / _ANES).exists():
        raise FileNotFoundError(f"no coded answers in {folder}: set FULLKODING_TEST_DATA")
    return folder


def all_tasks(folder: Path) -> list[Task]:
    """The twelve tasks."""
    tasks = [_question(folder, name, *found) for name, found in _QUESTIONS.items()]
    return [*tasks, _two_standards(folder)]


def _question(folder: Path, name: str, file: str, start: str) -> Task:
    rows = [row for row in _read(folder / file) if row["question"].startswith(start)]
    if len(rows) > _WORTH_MERGING:
        first = dict[str, Row]()
        for row in rows:
            first.setdefault(row["text"], row)
        rows = list(first.values())
    if len(rows) > MOST_ANSWERS:
        rows = _sample(rows, MOST_ANSWERS)
    return _task(name, _SOURCES[name[:3]], rows)


def _two_standards(folder: Path) -> Task:
    """Half Bokmål, half Nynorsk, no sentence in both."""
    one, other = (_read(folder / f"sib200_{part}.csv") for part in ("nob", "nno"))
    rows = [*one[0::2], *other[1::2]]
    return _task("no_sib", "sib", _sample(rows, len(rows)))


def _task(name: str, source: str, rows: Sequence[Row]) -> Task:
    given = [list(dict.fromkeys(row["codes"].split(";"))) for row in rows]
    names = sorted({code for codes in given for code in codes})
    ids = {code: at for at, code in enumerate(names)}
    texts = tuple(row["text"] for row in rows)
    codes = tuple(frozenset(ids[code] for code in each) for each in given)
    return Task(name, source, texts, tuple(names), codes)


def _sample(rows: Sequence[Row], size: int) -> list[Row]:
    chosen = numpy.random.RandomState(0).choice(len(rows), size, replace=False)
    return [rows[at] for at in chosen]


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
