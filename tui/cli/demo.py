"""The command demo: a study to try, coded, with its outputs."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from tui.cli.opening import has_terminal, run_screens
from tui.cli.screen import print_text


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", readable=False, help="Where the demo is put.")
    ] = Path("fullkoding-demo"),
    no_ui: Annotated[bool, typer.Option("--no-ui", help="Only make it; open nothing.")] = False,
) -> None:
    """Make a demo study: 160 invented answers to five questions, coded, with tables and quotes."""
    from coder.demo.build import UNCODED, build_demo

    made = build_demo(folder)
    if has_terminal() and not no_ui:
        run_screens(made.study)
    report = made.report
    print_text(
        f"A made-up survey: {report.respondents} respondents, {report.questions} open questions, "
        f"{report.answers} answers. All are coded but {UNCODED}, which is yours to try."
    )
    print_text(f"\nWritten to {folder.resolve()}:")
    for path in (made.study, *made.files):
        print_text(f"  {path.name}")
    study = made.study
    print_text(
        f"\nCode by keyboard: {program()} {study}\n"
        "\nTry:\n"
        f"  {program()} status {study}\n"
        f"  {program()} codebook show {study} --question k2.1\n"
        f"  {program()} table {study} k2.1 --by band --level theme\n"
        f"  {program()} answers {study} {UNCODED} --uncoded\n"
        f'  {program()} code {study} --question {UNCODED} --answer R001 --code "Økonomi / Tilskudd"'
    )


def program() -> str:
    """How this program was called: its name where the system finds it, else its path."""
    called = sys.argv[0]
    found = shutil.which("fullkoding")
    is_script = Path(called).stem == "fullkoding"
    same = found is not None and Path(found).resolve() == Path(called).resolve()
    return called if is_script and not same else "fullkoding"
