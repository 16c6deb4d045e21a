"""Which sign separates the cells of a text file."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from corpus.problems import Problem
from corpus.reading.plan import Doubt

NONE = ""
_SIGNS = (";", ",", "\t")
_NAMES = {";": "semicolon", ",": "comma", "\t": "tab"}
_OPTIONS = {";": "';'", ",": "','", "\t": "tab"}
_SAMPLE = 40


@dataclass(frozen=True)
class _Trial:
    """A sign tried out: cells of the header, share of rows as wide as it, commonest row width."""

    sign: str
    columns: int
    share: float
    prose: bool
    widths: tuple[int, ...]


def read_option(delimiter: str) -> str:
    """The sign a person means by `;`, `tab`, `\\t` or `semicolon`."""
    plain = delimiter.strip(" ").casefold()
    signs = {"tab": "\t", "\\t": "\t", **{name: sign for sign, name in _NAMES.items()}}
    sign = signs.get(plain, delimiter)
    if len(sign) != 1 or sign in '"\r\n':
        raise Problem(
            f"“{delimiter}” cannot separate cells.", "Use one sign: --delimiter ';' or ',' or tab."
        )
    return sign


def find_delimiter(lines: Callable[[], Iterable[str]]) -> tuple[str, tuple[Doubt, ...]]:
    """The sign between cells, judged by the header and the first rows; "" for a single column.

    `lines` gives the lines of the file from its start, with their line breaks.
    """
    trials = [_tried(lines(), sign) for sign in _SIGNS]
    several = [trial for trial in trials if trial.columns > 1]
    if not several:
        _refuse_title(trials)
        return NONE, ()
    best = max(several, key=_merit)
    rivals = [trial for trial in several if trial is not best and _equal(trial, best)]
    if rivals or best.share < 0.5:
        return best.sign, (_doubt(best),)
    return best.sign, ()


def _tried(lines: Iterable[str], sign: str) -> _Trial:
    records = (cells for cells in csv.reader(lines, delimiter=sign) if any(cells))
    header = next(records, [])
    widths = tuple(len(cells) for cells in islice(records, _SAMPLE))
    share = widths.count(len(header)) / len(widths) if widths else 1.0
    prose = all(cell.startswith(" ") for cell in header[1:])
    return _Trial(sign, len(header), share, prose, widths)


def _merit(trial: _Trial) -> tuple[bool, float, int]:
    return not trial.prose, trial.share, trial.columns


def _equal(trial: _Trial, best: _Trial) -> bool:
    return trial.prose == best.prose and trial.share == best.share


def _refuse_title(trials: list[_Trial]) -> None:
    for trial in trials:
        wide = [width for width in trial.widths if width > 2]
        if len(wide) > 2 and len(wide) > 0.8 * len(trial.widths) and len(set(wide)) == 1:
            raise Problem(
                f"The first row has one cell, the rows below it have {wide[0]}.",
                "The first row must hold the names of the columns: delete what stands above them.",
            )


def _doubt(best: _Trial) -> Doubt:
    sentence = f"The cells seem to be separated by {_NAMES[best.sign]}, but other signs fit too."
    return Doubt(sentence, f"--delimiter {_OPTIONS[best.sign]}")
