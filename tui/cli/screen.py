"""What is written on the screen: results on stdout, everything said beside them on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from corpus.problems import Problem
from corpus.visible import visible


def say(sentence: str) -> None:
    """A message beside the result, on stderr."""
    print(visible(sentence), file=sys.stderr, flush=True)


def print_text(text: str) -> None:
    """A result to be read, on stdout; what a terminal would obey is shown as a sign."""
    _print(visible(text))


def print_data(text: str, form: str) -> None:
    """A result for other programs, on stdout: as it is, but harmless when a terminal shows it.

    On a terminal JSON keeps its meaning (signs become escapes); other forms are shown as text.
    """
    if not sys.stdout.isatty():
        _print(text)
    elif form == "json":
        _print(text if visible(text) == text else "".join(map(_escaped, text)))
    else:
        print_text(text)


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
    """Whether a person sees what is printed and can be asked."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def agree(question: str, otherwise: str, default: bool = False) -> None:
    """Ask whether to go on; a Problem with the sentence `otherwise` when the answer is no."""
    try:
        agreed = typer.confirm(question, default=default, err=True)
    except typer.Abort:
        say("")
        agreed = False
    if not agreed:
        raise Problem(otherwise, "" if sys.stdin.isatty() else "Say --yes to go on without asking.")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 answer`, `2 answers`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _print(text: str) -> None:
    print(text, end="" if text.endswith("\n") else "\n", flush=True)


def _escaped(character: str) -> str:
    return character if visible(character) == character else f"\\u{ord(character):04x}"
