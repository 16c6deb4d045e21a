"""A profile of codes over size bands, ready to be shown or written; nothing is read here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coder.disclosure.percents import percent_of
from coder.results.disclosure import Suppression, protect_table
from coder.results.shares import (
    Interval,
    difference_interval,
    p_value,
    share_interval,
    stand_together,
)
from coder.results.table import Base, Cell, Column, Row, Table
from coder.results.wishes import Level
from corpus.bands import UNKNOWN
from corpus.language import Language

FEWEST = 10
"""A band with fewer answers, or a code with fewer, is never called typical of the other."""

Mark = Literal["", "more", "less"]


@dataclass(frozen=True, slots=True)
class BandCell:
    """A code in a band: answers with it of `n` in the band, and of all others who answered.

    `mark` says whether it is typical: given more, or less, than by the others. Everything but `n`
    is of no use when `hidden`: then `count` and `others` are None.
    """

    band: str
    count: int | None
    n: int
    others: int | None
    n_others: int
    mark: Mark = ""

    @property
    def hidden(self) -> bool:
        """Whether the cell may not be published."""
        return self.count is None

    @property
    def share(self) -> float:
        """The share in the band, 0 to 1; 0 in an empty one."""
        return (self.count or 0) / self.n if self.n else 0.0

    @property
    def interval(self) -> Interval:
        """Wilson's interval of the share, 95 percent."""
        return share_interval(self.count or 0, self.n)

    @property
    def difference(self) -> float:
        """The share less that of all others."""
        return self.share - ((self.others or 0) / self.n_others if self.n_others else 0.0)

    @property
    def difference_interval(self) -> Interval:
        """Newcombe's interval of the difference, 95 percent."""
        return difference_interval(self.count or 0, self.n, self.others or 0, self.n_others)


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A code or theme: its path, GUID, distinct answers, and a cell for each band.

    `is_theme`: something stands under it, and its answers are counted with it; `is_used`: it is
    itself on answers.
    """

    path: tuple[str, ...]
    code: str
    count: int
    cells: tuple[BandCell, ...]
    is_theme: bool
    is_used: bool


@dataclass(frozen=True)
class Profile:
    """The codes of a question over the size bands; percent is of those who answered in the band.

    `comparisons` were judged together for the marks. `rule` says which cells are hidden. `uncoded`
    of the answers have no code yet; they count as answers without any.
    """

    question: str
    text: str
    language: Language
    answered: int
    columns: tuple[Column, ...]
    rows: tuple[ProfileRow, ...]
    comparisons: int
    single: bool
    uncoded: int = 0
    rule: Suppression = "none"

    def marked(self) -> Iterator[tuple[ProfileRow, BandCell]]:
        """The typical ones, in the order of the rows."""
        for row in self.rows:
            yield from ((row, cell) for cell in row.cells if cell.mark)


def compared(profile: Profile) -> Profile:
    """The profile with its marks.

    A code is typical of a band when its share differs from that of all others who answered, judged
    by Newcombe's interval, together with every other code and band of the question (Holm's rule
    at 5 percent). Compared are codes with at least 10 answers in bands with at least 10 answers
    and 10 outside; those whose size is not known are no band.
    """
    places = [
        (at, to, cell)
        for at, row in enumerate(profile.rows)
        for to, cell in enumerate(row.cells)
        if row.count >= FEWEST and _is_comparable(cell)
    ]
    stand = stand_together([_p(cell) for _, _, cell in places])
    marks = {
        (at, to): _mark(cell)
        for (at, to, cell), stands in zip(places, stand, strict=True)
        if stands
    }
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, mark=marks.get((at, to), "")) for to, cell in enumerate(row.cells)
            ),
        )
        for at, row in enumerate(profile.rows)
    )
    return replace(profile, rows=rows, comparisons=len(places))


def printed(profile: Profile, level: Level = "code", rule: Suppression = "1-4") -> Profile:
    """What may be printed: the rows of a table by band, with the same cells hidden.

    `level`: all codes in use, or main themes only.
    """
    rows = [row for row in profile.rows if _is_of(row, level)]
    table = protect_table(_as_table(profile, rows), rule)
    hidden = [[cell.suppressed for cell in row.cells] for row in table.rows]
    return replace(profile, rows=tuple(map(_hide, rows, hidden)), rule=rule)


def _as_table(profile: Profile, rows: Sequence[ProfileRow]) -> Table:
    """The counts as the table by band that may stand beside the profile, with its Totalt."""
    printed_rows = [
        Row(row.path, row.code, row.count, _percent(row.count, profile.answered), _cells(row.cells))
        for row in rows
    ]
    if profile.single and rows:
        count = sum(row.count for row in rows)
        cells = tuple(
            Cell(sum(cell.count or 0 for cell in beside), 0)
            for beside in zip(*(row.cells for row in rows), strict=True)
        )
        printed_rows.append(Row(("",), None, count, 0, cells, "total"))
    return Table(
        question=profile.question,
        question_text=profile.text,
        wave="",
        title=profile.text,
        language=profile.language,
        base=Base("answered", profile.answered),
        asked=profile.answered,
        answered=profile.answered,
        response_rate=100,
        columns=profile.columns,
        rows=tuple(printed_rows),
        notes=(),
        code_head="",
        count_head="",
        percent_head="",
    )


def _cells(cells: Sequence[BandCell]) -> tuple[Cell, ...]:
    return tuple(Cell(cell.count, _percent(cell.count or 0, cell.n)) for cell in cells)


def _percent(count: int, base: int) -> int:
    return percent_of(count, base).value


def _is_of(row: ProfileRow, level: Level) -> bool:
    return len(row.path) == 1 if level == "theme" else row.is_used


def _hide(row: ProfileRow, hidden: Sequence[bool]) -> ProfileRow:
    cells = tuple(
        replace(cell, count=None, others=None, mark="") if secret else cell
        for cell, secret in zip(row.cells, hidden, strict=True)
    )
    return replace(row, cells=cells)


def _is_comparable(cell: BandCell) -> bool:
    return cell.band != UNKNOWN and min(cell.n, cell.n_others) >= FEWEST


def _p(cell: BandCell) -> float:
    """1 for a difference that does not even stand alone: then how far it is does not matter."""
    if not cell.difference_interval.excludes_nought:
        return 1.0
    return p_value(cell.count or 0, cell.n, cell.others or 0, cell.n_others)


def _mark(cell: BandCell) -> Mark:
    return "more" if cell.difference > 0 else "less"
