"""What the commands share: their arguments, the study they open, who does it."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from tui.cli.screen import say
from tui.settings import read_settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coder.study import Study

StudyArgument = Annotated[
    Path, typer.Argument(metavar="STUDY", readable=False, help="The study file.")
]
QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="KEY or KEY@WAVE.")]
TableArgument = Annotated[str, typer.Argument(metavar="NAME", help="The table's name.")]
CoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help="Who does this. [default: you]")
]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write to this file."),
]

SUFFIX = ".fullkoding"
_ENDING = re.compile(r"\.[A-Za-z]\w{0,11}")


def study_path(path: Path) -> Path:
    """The study's path; its ending may be left out, so `survey` and `survey 2.0` get one."""
    if path.is_file() or _ENDING.fullmatch(path.suffix):
        return path
    if path.name in ("", ".."):
        raise Problem("A study needs a name.", "For example: fullkoding new survey")
    return path.with_name(path.name + SUFFIX)


def open_study(path: Path) -> "Study":
    """Open a study that exists."""
    from coder.study import Study

    named = path if path.name in ("", "..") else study_path(path)
    return Study(path if path.is_dir() and not named.exists() else named)


def open_to_change(path: Path) -> "Study":
    """Open a study that is to be changed; it is backed up first when that is due."""
    study = open_study(path)
    if not os.access(study.path, os.W_OK):
        raise Problem(f"{study.path} can only be read, not written.", "Nothing was changed.")
    with_backup = study.back_up_if_due()
    if with_backup:
        say(f"Backed up to {with_backup}")
    return study


@contextmanager
def found_before(study: "Study", session: "Session") -> Iterator[None]:
    """Within, the study's texts that were read before are not read anew; then all is kept."""
    from coder.results.quotes import study_finder
    from tui.found import found_file, keep_found, recall_found

    finder, file = study_finder(session, reading=True), found_file(study.path)
    recall_found(file, finder)
    yield
    keep_found(file, finder)


def who(coder: str) -> str:
    """The coder's name: as told, else from the settings, else the system's user."""
    return " ".join(coder.split()) or read_settings().coder


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """A choice as written; wrong usage, with the choices, for any other."""
    if value not in choices:
        raise typer.BadParameter(f"{option} {value}: choose one of {', '.join(choices)}.")
    return value
