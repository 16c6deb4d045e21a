"""The command that writes the report: report."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.screen import progress
from tui.cli.shared import OutputOption, StudyArgument, open_study


def report(
    study: StudyArgument,
    form: Annotated[str, typer.Option("--format", metavar="html", help="How it is written.")] = "",
    output: OutputOption = None,
) -> None:
    """Tables, figures, growth, coverage and methods as one web page that fetches nothing."""
    if output is None:
        raise Problem("A report is written to a file.", "Add: -o FILE.html")
    chosen = chosen_format(form, output, ("html",))
    from coder.exports.report.collecting import collect_report, report_tables
    from coder.exports.report.page import report_html
    from coder.results.quotes import study_finder

    with open_study(study) as opened, opened.read() as session:
        collected = collect_report(session, report_tables(session))
        finder = study_finder(session)
    with progress("Drawing", len(collected.sections)) as advance:
        page = report_html(collected, advance)
    deliver(lambda path: _write(path, page), chosen, output, finder)


def _write(path: Path, page: str) -> tuple[str, ...]:
    path.write_text(page, encoding="utf-8")
    return ()


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("report", report),)
"""The names of the commands, and what carries them out."""
