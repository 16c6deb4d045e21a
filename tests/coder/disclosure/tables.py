"""Small tables written as numbers."""

from collections.abc import Mapping, Sequence

from coder.disclosure.publication import (
    EVERYONE,
    HIDDEN,
    Entry,
    Line,
    LineKind,
    Place,
    Publication,
    Sheet,
)


def table(
    rows: Mapping[str, Sequence[int]],
    sizes: Sequence[int],
    name: str = "Table",
    columns: Sequence[str] = "",
    fixed: bool = False,
) -> Sheet:
    """Rows by name, columns by letter unless they are named; `sum` is Totalt."""
    heads = tuple(columns or "ABCDEFGH"[: len(sizes)])

    def line(key: str, counts: Sequence[int]) -> Line:
        kind: LineKind = "total" if key == "sum" else "code"
        return Line(key, key, Entry(sum(counts)), tuple(map(Entry, counts)), kind)

    lines = tuple(line(key, counts) for key, counts in rows.items())
    return Sheet(name, "q", heads, heads, line(EVERYONE, sizes), lines, fixed=fixed)


def places(sheet: Sheet, *cells: str) -> frozenset[Place]:
    """The places of cells given as `row column`."""
    return frozenset(Place("q", *cell.rsplit(" ", 1)) for cell in cells)


def signs(publication: Publication, sheet: int = 0) -> list[str]:
    """Every row of a table as it is printed, counts and signs with blanks between."""
    return [
        " ".join(cell.sign if cell.sign == HIDDEN else str(cell.count) for cell in line.cells)
        for line in publication.sheets[sheet].lines
    ]
