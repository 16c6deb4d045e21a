"""Twenty saved tables of a study in one workbook, each guarded with all tables of its question."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_wide
from benchmarks.timing import Line, measure
from coder.exports.table_formats import tables_writer
from coder.results.saved.building import build_all
from coder.results.saved.defining import Named, define
from coder.results.saved.keeping import save_table, tables_of
from coder.study import Study

_QUESTIONS, _RESPONDENTS, _CODES, _TABLES = 10, 400, 30, 20


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Ten questions of 400 answers and 30 codes, two tables each: plain and by size band."""
    source, codings, study = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, _RESPONDENTS, _QUESTIONS, 8)
    _write_codings(codings)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    fullkoding("code", study, "--from", codings)
    with Study(study) as opened:
        for at in range(1, _QUESTIONS + 1):
            for by in ("", "band"):
                _save(opened, f"t{at}{by}", Named(f"k{at}.1", by=by))
        written = measure(lambda: _write(opened, folder / "alle.xlsx"), runs)
    yield Line(f"{_TABLES} saved tables as one workbook", written, None, "<= 3 s")


def _save(study: Study, name: str, named: Named) -> None:
    with study.read() as session:
        definition = define(session, named)
    with study.act("save_table", "benchmark", table=name) as session:
        save_table(session, name, definition)


def _write(study: Study, path: Path) -> None:
    with study.read() as session:
        built = build_all(session, tables_of(session))
    tables_writer(built.tables, "xlsx")(path)


def _write_codings(path: Path) -> None:
    """Codes of which few are common and most are rare, one to three an answer."""
    source = random.Random(3)
    names = [f"Tema {at // 6} / Kode {at}" for at in range(_CODES)]
    weights = [1 / (1 + at) for at in range(_CODES)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["respondent", "question", "codes"])
        for question in range(1, _QUESTIONS + 1):
            for at in range(_RESPONDENTS):
                codes = set(source.choices(names, weights, k=source.randint(1, 3)))
                writer.writerow([f"R{at:06}", f"k{question}.1", ";".join(sorted(codes))])
