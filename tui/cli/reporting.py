"""The command that writes the report: report."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.problems import Problem
from tui.cli.delivering import chosen_format, deliver
from tui.cli.noting import noted_export
from tui.cli.screen import progress, say
from tui.cli.shared import (
    CoderOption,
    OutputOption,
    StudyArgument,
    open_study,
    open_to_change,
    who,
)


def report(
    study: StudyArgument,
    form: Annotated[str, typer.Option("--format", metavar="html", help="How it is written.")] = "",
    output: OutputOption = None,
    coder: CoderOption = "",
) -> None:
    """Tables, figures, growth, coverage and methods as one web page that fetches nothing."""
    if output is None:
        raise Problem("A report is written to a file.", "Add: -o FILE.html")
    chosen = chosen_format(form, output, ("html",))
    from coder.exports.report.collecting import collect_report, report_tables, saved_for_report
    from coder.exports.report.page import report_html
    from coder.results.quotes import study_finder
    from coder.results.saved.exporting import note_export, said

    with open_study(study) as opened:
        with opened.read() as session:
            saved = saved_for_report(session)
            built = report_tables(session, saved)
            collected = collect_report(session, built.tables)
            finder = study_finder(session)
        for line in built.left_out:
            say(f"Left out of account: {line}")
        with progress("Drawing", len(collected.sections)) as advance:
            page = report_html(collected, advance)
    write = partial(_write, page=page)
    if not saved:
        keys = "; ".join(each.key for each in collected.coverage)
        with noted_export(study, keys, output, built.decisions):
            deliver(write, chosen, output, finder)
        return
    with (
        open_to_change(study) as opened,
        opened.act("export_tables", who(coder), file=output.name, **said(saved, built)) as session,
    ):
        note_export(session, saved)
        deliver(write, chosen, output, finder)


def _write(path: Path, *, page: str) -> tuple[str, ...]:
    path.write_text(page, encoding="utf-8")
    return ()


COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (("report", report),)
"""The names of the commands, and what carries them out."""
