"""One coding committed."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from benchmarks.timing import Line, measure
from coder.coding import Wanted, code_answer
from coder.study import Study


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Single codings, undo and redo in a study of 10,000 coded answers."""
    source, codings, study = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 10_000, 1, 40)
    write_codings(codings, 10_000, 60, 18_000)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    fullkoding("code", study, "--from", codings)
    respondents = itertools.count()

    with Study(study) as opened:

        def code_one() -> None:
            wanted = Wanted("k1.1", f"R{next(respondents):06}", ("Ny kode",), None, "KH")
            with opened.act("apply_code", "KH") as session:
                code_answer(session, wanted, create=True)

        code_one()
        goal = "<= 0.010 s"
        yield Line("one coding committed", measure(code_one, max(runs, 50)), None, goal)
        yield Line("its undo", measure(lambda: opened.undo("KH"), 30))
        yield Line("its redo", measure(lambda: opened.redo("KH"), 30))
