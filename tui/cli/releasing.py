"""The command that searches what is about to leave the study: scan."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import print_text
from tui.cli.shared import open_study

_FOUND = 3


def scan(
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="A finished file.")],
    study: Annotated[
        Path,
        typer.Option(
            "--study",
            metavar="STUDY",
            readable=False,
            help="The study whose names are looked for.",
        ),
    ],
) -> None:
    """Search a finished file for names, e-mail, telephone and identity numbers."""
    from coder.results.quotes import study_finder
    from corpus.privacy.scan.gate import scan_file

    if not file.is_file():
        what = "is a folder" if file.is_dir() else "is not there"
        raise Problem(f"{file} {what}.", "Name the finished file that is to be searched.")
    with open_study(study) as opened, opened.read() as session:
        finder = study_finder(session)
    leaks = scan_file(file, finder)
    for leak in leaks:
        print_text(f"{leak.place}: {leak.excerpt}  [{leak.hit.category}]")
    if leaks:
        raise typer.Exit(_FOUND)
    print_text(f"Nothing was found in {file}. No search finds everything: read it, too.")
