"""Workbooks, matrices, figures and reports of 100,000 answers to 20 questions with 60 codes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from benchmarks.timing import Line, measure
from coder.exports.figures.table_figure import write_table_figure
from coder.exports.report.collecting import collect_report
from coder.exports.report.page import report_html
from coder.exports.statistics_files.frame import frame_of
from coder.exports.statistics_files.writing import write_matrix
from coder.exports.table_formats import tables_writer
from coder.matrix import read_matrix
from coder.results.table import Table
from coder.results.tally import build_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.queries import questions

_QUESTIONS = 20
_ANSWERS, _CODES, _CODINGS = 5_000, 60, 9_000


def run(folder: Path, runs: int) -> Iterator[Line]:
    """The files that a study ends in, built from codings each time."""
    source, study = folder / "wide.csv", folder / "a.fullkoding"
    write_wide(source, _ANSWERS, _QUESTIONS, 8)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    for at in range(1, _QUESTIONS + 1):
        codings = folder / "codings.csv"
        write_codings(codings, _ANSWERS, _CODES, _CODINGS, f"k{at}.1")
        fullkoding("code", study, "--from", codings)
    with Study(study) as opened:
        for form, goal in (("xlsx", "<= 3 s"), ("docx", ""), ("html", "")):
            action = partial(_book, opened, folder / f"a.{form}", form)
            yield Line(f"20 tables by band as one file (.{form})", measure(action, runs), goal=goal)
        (table,) = _tables(opened, 1)
        for kind in ("bars", "heat"):
            write = partial(write_table_figure, table, kind, "", folder / "a.png", "png")
            yield Line(f"figure of 60 codes ({kind}, .png)", measure(write, runs))
        yield Line("report of 20 questions", measure(partial(_report, opened), 1))
        for form in ("sav", "csv"):
            action = partial(_matrix, opened, folder / f"m.{form}", form)
            yield Line(f"matrix of 5,000 x 1,200 (.{form})", measure(action, runs))


def _tables(study: Study, count: int) -> list[Table]:
    with study.read() as session:
        wanted = questions(session)[:count]
        return [build_table(session, question, TableWishes(by="band")) for question in wanted]


def _book(study: Study, path: Path, form: str) -> None:
    tables_writer(_tables(study, _QUESTIONS), form)(path)


def _report(study: Study) -> str:
    tables = _tables(study, _QUESTIONS)
    with study.read() as session:
        return report_html(collect_report(session, tables))


def _matrix(study: Study, path: Path, form: str) -> None:
    with study.read() as session:
        matrix = read_matrix(session)
    write_matrix(frame_of(matrix), path, form)
