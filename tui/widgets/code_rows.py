"""The codebook as rows of a list, and which of them are seen when themes are folded; pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.widgets.cells import CURSOR, Piece, cells, left, one_line, right

NUMBER = 5
INDENT = 2


class Coverage(StrEnum):
    """How many of the marked answers have a code, as the sign that says so."""

    NONE = " "
    SOME = "▫"
    ALL = "▪"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code or theme: `own` answers have the code itself, `total` it or a code under it."""

    id: int
    name: str
    depth: int = 0
    number: int = 0
    own: int = 0
    total: int = 0
    theme: bool = False
    retired: bool = False
    coverage: Coverage = Coverage.NONE


def unfolded(rows: Sequence[CodeRow], folded: Collection[int]) -> list[CodeRow]:
    """The rows, in codebook order, that do not stand under a folded theme."""
    if not folded:
        return list(rows)
    seen: list[CodeRow] = []
    under: int | None = None
    for row in rows:
        if under is not None and row.depth > under:
            continue
        under = row.depth if row.id in folded else None
        seen.append(row)
    return seen


def theme_over(rows: Sequence[CodeRow], place: int) -> int | None:
    """The place of the theme right over a row, or None for a main theme."""
    depth = rows[place].depth
    return next((at for at in range(place - 1, -1, -1) if rows[at].depth < depth), None)


def outermost_folded(
    rows: Sequence[CodeRow], folded: Collection[int], code_id: int | None
) -> int | None:
    """The code itself, or the outermost folded theme that it stands under."""
    place = next((at for at, row in enumerate(rows) if row.id == code_id), None)
    seen = code_id
    while place is not None:
        place = theme_over(rows, place)
        if place is not None and rows[place].id in folded:
            seen = rows[place].id
    return seen


def counted(row: CodeRow) -> str:
    """The counts: `12`, or `3/12` for a theme: on itself, with what is under it."""
    return f"{row.own}/{row.total}" if row.theme else str(row.own)


def row_line(
    row: CodeRow, width: int, counts: int, is_folded: bool, current: bool = False
) -> list[Piece]:
    """The pieces of a row in exactly `width` cells, its counts in the last `counts` of them."""
    fold = ("▸ " if is_folded else "▾ ") if row.theme else "  "
    number = f"#{row.number}" if row.number and width >= 36 else ""
    head = f"{CURSOR if current else ' '}{row.coverage} {' ' * INDENT * row.depth}{fold}"
    room = width - cells(head) - counts - 1 - (NUMBER if width >= 36 else 0)
    name = ("codes--theme",) if row.theme else ("codes--retired",) if row.retired else ()
    return [
        Piece(head, ("codes--sign",)),
        Piece(left(_name(row), max(1, room)), name),
        Piece(right(number, NUMBER) if width >= 36 else "", ("codes--number",)),
        Piece(" " + right(counted(row), counts), ("codes--count",)),
    ]


def _name(row: CodeRow) -> str:
    return one_line(row.name) + (" †" if row.retired else "")
