"""Tables over 100,000 answers, 180,000 codings and 60 codes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from benchmarks.timing import Line, measure
from coder.results.request import request_of
from coder.results.table import Table
from coder.results.tally import build_table, count_table
from coder.results.wishes import TableWishes
from coder.study import Study
from corpus.queries import find_question

_JOINS = """
SELECT coding.code_id, presence.band, count(DISTINCT coding.answer_id) FROM coding
JOIN answer ON answer.id = coding.answer_id JOIN presence ON presence.id = answer.presence_id
WHERE coding.question_id = 1 GROUP BY 1, 2
"""


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Tables by band, in codes and themes, against bare SQL over the same rows."""
    source, codings, study = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 100_000, 1, 8)
    write_codings(codings, 100_000, 60, 180_000)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    loading = measure(lambda: fullkoding("code", study, "--from", codings), 1)
    yield Line("code --from a file with 180,000 codings", loading)
    baseline = measure(lambda: _bare(study), runs)
    yield Line("bare SQL over joins", baseline)
    with Study(study) as opened:
        for name, wishes, goal in (
            ("table by band, 60 codes", TableWishes(by="band"), "<= 1.5 x, <= 0.3 s"),
            ("table by band, themes", TableWishes(by="band", level="theme"), "<= 0.3 s"),
            ("plain table, 60 codes", TableWishes(), ""),
        ):
            yield Line(name, measure(_counted(opened, wishes), runs), baseline, goal)
        guarded = measure(_table(opened, TableWishes(by="band")), runs)
        yield Line("table by band, guarded", guarded, baseline, "<= 2 s")


def _table(study: Study, wishes: TableWishes) -> Callable[[], Table]:
    def build() -> Table:
        with study.read() as session:
            return build_table(session, find_question(session, "k1.1"), wishes)

    return build


def _counted(study: Study, wishes: TableWishes) -> Callable[[], Table]:
    def count() -> Table:
        with study.read() as session:
            question = find_question(session, "k1.1")
            return count_table(session, request_of(session, question, wishes))

    return count


def _bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_JOINS).fetchall()
