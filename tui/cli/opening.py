"""The command open, and what `fullkoding STUDY` and `fullkoding` alone mean."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.problems import Problem
from tui.cli.shared import CoderOption, StudyArgument, study_path, who
from tui.settings import read_settings
from tui.words import speak


def open_study_screens(
    study: StudyArgument,
    question: Annotated[
        str, typer.Option("--question", metavar="KEY", help="Go to this question at once.")
    ] = "",
    coder: CoderOption = "",
) -> None:
    """Open the screens. `fullkoding STUDY` does the same; `fullkoding` alone shows your studies."""
    from coder.study import Study

    path = study_path(study)
    Study(path).__exit__()
    run_screens(path, question, coder)


def run_screens(study: Path | None, question: str = "", coder: str = "") -> None:
    """Open the screens on a study, or on the list of studies; a Problem without a terminal.

    What went wrong in them unexpectedly is raised when they are closed; a signal that closed them
    gives the exit code.
    """
    if not has_terminal():
        raise Problem(
            "The screens need a terminal.", "Every action is also a command: fullkoding --help"
        )
    gc.disable()
    from tui.app import Fullkoding
    from tui.recent import recent_file

    settings = read_settings()
    speak(settings.language)
    screens = Fullkoding(recent_file(), who(coder), study, question, settings)
    screens.when_loaded = _collect_again
    screens.run()
    screens.has_ended()
    if screens.failure:
        raise screens.failure
    if screens.return_code:
        raise SystemExit(screens.return_code)


def _collect_again() -> None:
    """What was loaded stays to the end: only what comes after it is looked through for garbage."""
    gc.freeze()
    gc.enable()


def has_terminal() -> bool:
    """Whether there is a terminal to show screens on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def meant_to_open(arguments: list[str], commands: list[str]) -> bool:
    """Whether the command line names a study and no command."""
    if not arguments or arguments[0].startswith("-") or arguments[0] in commands:
        return False
    path = Path(arguments[0])
    return path.is_file() or study_path(path).is_file()
