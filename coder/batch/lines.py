"""The rows of a codings file."""

from dataclasses import dataclass

from coder.segments import Segment
from corpus.problems import Problem
from corpus.reading.code_names import read_code_names
from corpus.reading.sheet import Sheet

_NEEDED = ("respondent", "question", "codes")
_OPTIONAL = ("start", "end", "coder")


@dataclass(frozen=True)
class Line:
    """One row of a codings file; `codes` are paths as written."""

    row: int
    respondent: str
    question: str
    codes: tuple[str, ...]
    segment: Segment | None
    coder: str


def read_lines(sheet: Sheet, coder: str) -> list[Line]:
    """The rows of a codings file; `coder` is who codes where the file does not say."""
    places = {header.strip().casefold(): at for at, header in enumerate(sheet.header)}
    missing = [name for name in _NEEDED if name not in places]
    if missing:
        raise Problem(
            f"The file has no column {', '.join(missing)}.",
            f"It needs the columns {', '.join(_NEEDED)}; {', '.join(_OPTIONAL)} if you like.",
        )
    lines = []
    for row, cells in sheet.rows:
        cell = {name: cells[at].strip() for name, at in places.items()}
        lines.append(
            Line(
                row,
                cell["respondent"],
                cell["question"],
                read_code_names(cell["codes"]),
                _segment(row, cell.get("start", ""), cell.get("end", "")),
                cell.get("coder", "") or coder,
            )
        )
    return lines


def _segment(row: int, start: str, end: str) -> Segment | None:
    if not start and not end:
        return None
    if not (start.isdecimal() and end.isdecimal()):
        raise Problem(
            f"Row {row}: start {start or '(empty)'} and end {end or '(empty)'} are no characters.",
            "Both are whole numbers from 0, or both are empty.",
        )
    return Segment(int(start), int(end))
