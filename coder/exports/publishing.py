"""Files that leave the study pass the last gate: nothing that tells who answered, or no file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coder.exports.atomic import write_file
from corpus.privacy.finder import Finder
from corpus.privacy.scan.gate import Leak, scan_file
from corpus.problems import Problem

_SHOWN = 5

Notes = tuple[str, ...]


def publish(path: Path, write: Callable[[Path], Notes], finder: Finder, ending: str = "") -> Notes:
    """Write a finished file when nothing in it tells who answered; returns the writer's notes.

    `ending` says what kind of file it is when its name does not, such as `csv`. Raises a Problem
    that shows what was found, and leaves no file, when something does.
    """
    return write_file(path, write, check=lambda finished: _gate(finished, finder), ending=ending)


def _gate(path: Path, finder: Finder) -> None:
    leaks = scan_file(path, finder)
    if leaks:
        raise Problem(_found(leaks), _HINT)


def _found(leaks: Sequence[Leak]) -> str:
    shown = "\n".join(
        f"  {leak.place}: {leak.excerpt}  [{leak.hit.category}]" for leak in leaks[:_SHOWN]
    )
    more = f"\n  and {len(leaks) - _SHOWN} more" if len(leaks) > _SHOWN else ""
    return f"Stopped: the file would tell who answered.\n{shown}{more}"


_HINT = (
    "No file was written. Rename the code or question it stands in, or write the lead-in or "
    "summary anew; or, when the word tells nobody: fullkoding mask STUDY --release WORD"
)
