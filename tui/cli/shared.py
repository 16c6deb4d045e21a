"""What the commands share: arguments, the coder, the progress bar, what is written where."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.problems import Problem
from tui.settings import read_settings

if TYPE_CHECKING:
    from coder.study import Study

StudyArgument = Annotated[Path, typer.Argument(metavar="STUDY", help="The study file.")]
QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="KEY or KEY@WAVE.")]
CoderOption = Annotated[str, typer.Option("--coder", help="Who codes. [default: you]")]
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
]

SUFFIX = ".fullkoding"


def study_path(path: Path) -> Path:
    """The study's path; the ending may be left out."""
    with_ending = path.with_name(path.name + SUFFIX)
    return with_ending if not path.suffix and not path.exists() else path


def open_study(path: Path) -> "Study":
    """Open a study that exists."""
    from coder.study import Study

    return Study(study_path(path))


def open_to_change(path: Path) -> "Study":
    """Open a study that is to be changed; it is backed up first when that is due."""
    study = open_study(path)
    with_backup = study.back_up_if_due()
    if with_backup:
        say(f"Backed up to {with_backup}")
    return study


def who(coder: str) -> str:
    """The coder's name: as told, else from the settings, else the system's user."""
    return " ".join(coder.split()) or read_settings().coder


def say(sentence: str) -> None:
    """A message beside the result, on stderr."""
    from corpus.visible import visible

    typer.echo(visible(sentence), err=True)


def print_text(text: str) -> None:
    """A result, on stdout."""
    typer.echo(text, nl=not text.endswith("\n"))


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr when it is a terminal; yields what is called with each advance."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(what, total=total)
        yield lambda step: bars.advance(task, step)


def is_conversation() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """A choice as written; a Problem that lists the choices for any other."""
    if value not in choices:
        raise Problem(f"{option} {value} is not known.", f"Choose one of: {', '.join(choices)}.")
    return value
