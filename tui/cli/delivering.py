"""Finished tables and quotes on their way out: to a file through the last gate, or the screen."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.problems import Problem
from tui.cli.screen import print_data, print_text, say
from tui.cli.shared import SUFFIX, one_of

if TYPE_CHECKING:
    from corpus.privacy.finder import Finder

_ENDINGS = {"text": "txt"}
_FILES_ONLY = ("xlsx", "docx")
_DATABASE = b"SQLite format 3\x00"


def chosen_format(form: str, output: Path | None, known: tuple[str, ...]) -> str:
    """The format that is asked for: by name, else by the file's ending, else text.

    A Problem when the ending names no format, or another one than asked for.
    """
    if output is not None and output.is_dir():
        raise Problem(f"{output} is a folder.", "Add a file name after it.")
    ending = output.suffix.lstrip(".").casefold() if output is not None else ""
    meant = {"txt": "text", "htm": "html"}.get(ending, ending)
    if form:
        one_of("--format", form, known)
    if output is None:
        if form in _FILES_ONLY:
            raise Problem(f"{form} is written to a file.", f"Add: -o FILE.{form}")
        return form or "text"
    if not form and meant not in known:
        raise Problem(
            f"The ending of {output} names no format.",
            f"Use one of: {', '.join(map(ending_of, known))}, or say --format.",
        )
    if form and meant in known and meant != form:
        raise Problem(
            f"{output} ends like a {meant} file, but --format says {form}.",
            "Leave out --format, or give the file another ending.",
        )
    return form or meant


def ending_of(form: str) -> str:
    """The usual ending of a file in this format, without the point."""
    return _ENDINGS.get(form, form)


def deliver(
    write: Callable[[Path], tuple[str, ...]], form: str, output: Path | None, finder: "Finder"
) -> None:
    """Write a file when nothing in it tells who answered, or print what would stand in it."""
    from coder.exports.publishing import publish

    if output is not None:
        refuse_study(output)
        for note in publish(output, write, finder, ending_of(form)):
            say(note)
        say(f"Wrote {output}")
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"output.{ending_of(form)}"
        notes = publish(path, write, finder)
        text = path.read_bytes().decode("utf-8-sig" if form == "csv" else "utf-8")
    if form in ("json", "csv"):
        print_data(text, form)
    else:
        print_text(text)
    for note in notes:
        say(note)


def refuse_study(output: Path) -> None:
    """A Problem when an output would take the place of a study or another database."""
    found = b""
    if output.is_file():
        with output.open("rb") as file:
            found = file.read(len(_DATABASE))
    if found == _DATABASE or output.suffix == SUFFIX:
        raise Problem(f"{output} is a study, not an output.", "Choose another file name.")
