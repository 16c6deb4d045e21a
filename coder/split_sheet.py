"""A sheet on which a person writes the parts of a code beside its answers."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coder.splitting import SplitItem
from corpus.problems import Problem
from corpus.reading.code_names import read_code_names
from corpus.reading.sheet import Sheet

_HEADS = ("question", "respondent", "start", "end", "text", "part")
_NEEDED = ("respondent", "part")


@dataclass(frozen=True)
class SheetLine:
    """One row: whose answer, of it a piece or ("") all pieces, and the names of the parts."""

    row: int
    question: str
    respondent: str
    bounds: tuple[str, str]
    parts: tuple[str, ...]


def split_csv(items: Iterable[SplitItem]) -> str:
    """A line a piece, unmasked, with `;` between cells and an empty column for the part."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADS)
    for item in items:
        bounds = ("", "") if item.start is None else (item.start, item.end)
        writer.writerow((item.question, item.respondent, *bounds, item.text, ""))
    return written.getvalue()


def read_split_lines(sheet: Sheet, question: str) -> list[SheetLine]:
    """The rows with a part; several parts stand with `;` between.

    `question` is whose answers they are where the sheet does not say. Raises a Problem without the
    columns respondent and part.
    """
    places = {header.strip().casefold(): at for at, header in enumerate(sheet.header)}
    missing = [name for name in _NEEDED if name not in places]
    if missing:
        raise Problem(
            f"The file has no column {', '.join(missing)}.",
            f"It needs the columns {', '.join(_NEEDED)}; question, start, end if you like.",
        )
    lines = []
    for row, cells in sheet.rows:
        cell = {name: cells[at].strip() for name, at in places.items()}
        parts = read_code_names(cell["part"])
        if parts:
            bounds = cell.get("start", ""), cell.get("end", "")
            whose = cell.get("question", "") or question
            lines.append(SheetLine(row, whose, cell["respondent"], bounds, parts))
    return lines


def sent_to(
    items: Sequence[SplitItem], lines: Sequence[SheetLine]
) -> dict[tuple[str, ...], list[int]]:
    """For every choice of parts the codings that go there.

    Raises a Problem for a row whose answer has not the code, and for two rows that want an answer
    in different parts.
    """
    chosen: dict[int, SheetLine] = {}
    for line in lines:
        found = list(_named(items, line))
        if not found:
            raise Problem(
                f"Row {line.row}: {line.respondent} has no such answer to {line.question}.",
                "Only answers with the code are sent; nothing was changed.",
            )
        for item in found:
            first = chosen.setdefault(item.coding_id, line)
            if first.parts != line.parts:
                raise Problem(
                    f"Row {line.row}: row {first.row} sends this answer to "
                    f"{'; '.join(first.parts)}.",
                    "Write several parts in one row, with ; between.",
                )
    going: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for coding, line in chosen.items():
        going[line.parts].append(coding)
    return dict(going)


def _named(items: Sequence[SplitItem], line: SheetLine) -> Iterator[SplitItem]:
    for item in items:
        key = item.question.partition("@")[0]
        if item.respondent != line.respondent or line.question not in (item.question, key):
            continue
        bounds = ("", "") if item.start is None else (str(item.start), str(item.end))
        if line.bounds in (("", ""), bounds):
            yield item
