"""Commands that guard what leaves the study: mask, scan."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import print_text, say
from tui.cli.shared import (
    CoderOption,
    StudyArgument,
    found_before,
    open_study,
    open_to_change,
    who,
)

_FOUND = 3


def mask(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="Only answers to this question.")
    ] = "",
    as_list: Annotated[
        bool, typer.Option("--list", help="List what is masked (the default).")
    ] = False,
    release: Annotated[
        list[str] | None,
        typer.Option("--release", metavar="WORD", help="Let a word stand in the whole study."),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="NAME", help="Mask a name in the whole study."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """List what is masked in quotes, answer by answer; release a word or add a name."""
    from coder.results.masked import list_hits
    from corpus.edits import add_name, release_word

    if release:
        with (
            open_to_change(study) as opened,
            opened.act("release_word", who(coder), word="; ".join(release)) as session,
        ):
            for word in release:
                release_word(session, word)
        say(f"Released: {', '.join(release)}")
    if add:
        with open_to_change(study) as opened, opened.act("add_name", who(coder)) as session:
            for name in add:
                add_name(session, name)
        say(f"Added: {', '.join(add)}")
    if (release or add) and not as_list:
        return
    say("Not for publication: these words are what is masked.")
    with (
        open_study(study) as opened,
        opened.read() as session,
        found_before(opened, session),
    ):
        for found in list_hits(session, question):
            line = f"{found.question} {found.respondent}: {found.excerpt}  [{found.category}]"
            print_text(" ".join(line.split()))


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
