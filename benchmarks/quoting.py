"""A Word file with 5,000 quotes, masked and through the gate."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from benchmarks.timing import Line, measure


def run(folder: Path, runs: int) -> Iterator[Line]:
    """The command, start of the program, masking and gate included."""
    source, codings, study = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 2_500, 1, 40)
    write_codings(codings, 2_500, 60, 5_000)
    fullkoding("new", study)
    fullkoding("import", study, source, "--yes")
    fullkoding("code", study, "--from", codings)
    command = ("quotes", study, "-o", folder / "sitater.docx")
    yield Line("5,000 quotes to Word", measure(lambda: fullkoding(*command), runs), None, "<= 5 s")
