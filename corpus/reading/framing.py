"""Loose records become a header and rows of equal width."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from corpus.normalise import REPLACEMENT, compose
from corpus.problems import Problem
from corpus.reading.limits import MOST_CELLS, MOST_ROWS, check_extent
from corpus.reading.plan import Oddity
from corpus.reading.sheet import Row, Sheet

Record = tuple[int, Sequence[str]]


def framed(records: Iterable[Record], headed: bool = True) -> Sheet:
    """The sheet of these numbered records: the first that is not empty is the header.

    When it is not `headed` the columns are called A, B, C, and all records are rows.

    Empty rows are left out, as are columns with neither header nor content. Rows that are too short
    are padded, rows that are too long are cut; both are reported. All cells are composed (NFC), so
    that a name is one name however its letters were written. A column that has content but no
    header, two columns of one name, or a table without rows are problems.
    """
    filled = _filled(records if headed else _headed(records))
    first = next(filled, None)
    if first is None:
        raise Problem("The file is empty.", "Choose a file with a header and one row or more.")
    header = tuple(compose(cell).strip() for cell in first[1])
    check_extent(1, len(header))
    rows, oddities = _evened(filled, len(header))
    if not rows:
        raise Problem(
            "The file has a header but no rows.",
            "The first row must hold the names of the columns, the rows below it the answers.",
        )
    header, rows = _without_nameless(header, rows)
    _refuse_twins(header)
    return Sheet(header, tuple(rows), tuple(oddities))


def letter(position: int) -> str:
    """What a spreadsheet calls the column at this position from 0: A, B, ... Z, AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _headed(records: Iterable[Record]) -> Iterator[Record]:
    """The records with a header before them, as wide as the widest."""
    kept = list(records)
    width = max((len(cells) for _, cells in kept), default=0)
    if any(any(map(str.strip, cells)) for _, cells in kept):
        yield 0, [letter(position) for position in range(width)]
    yield from kept


def _filled(records: Iterable[Record]) -> Iterator[Record]:
    return (record for record in records if any(map(str.strip, record[1])))


def _evened(records: Iterator[Record], width: int) -> tuple[list[Row], list[Oddity]]:
    rows: list[Row] = []
    oddities: list[Oddity] = []
    most = min(MOST_ROWS, MOST_CELLS // width)
    for number, cells in records:
        if len(cells) != width:
            if uneven := _uneven(number, cells, width):
                oddities.append(uneven)
            cells = [*cells[:width], *("",) * (width - len(cells))]
        if not all(map(str.isascii, cells)):
            written, cells = cells, list(map(compose, cells))
            oddities += _replaced(number, written, cells)
        rows.append((number, tuple(cells)))
        if len(rows) > most:
            check_extent(len(rows), width)
    return rows, oddities


def _uneven(number: int, cells: Sequence[str], width: int) -> Oddity | None:
    start = f"{len(cells)} cells where the header has {width}"
    if len(cells) < width:
        return Oddity(number, "ragged row", f"{start}; the missing ones are read as blank.")
    if any(map(str.strip, cells[width:])):
        return Oddity(number, "ragged row", f"{start}; the last {len(cells) - width} are left out.")
    return None


def _replaced(number: int, written: Sequence[str], cells: Sequence[str]) -> Iterator[Oddity]:
    for before, now in zip(written, cells, strict=True):
        if REPLACEMENT in now and REPLACEMENT not in before:
            yield Oddity(number, "text", f"A character that cannot be stored became {REPLACEMENT}.")


def _without_nameless(
    header: tuple[str, ...], rows: list[Row]
) -> tuple[tuple[str, ...], list[Row]]:
    nameless = [position for position, name in enumerate(header) if not name]
    for position in nameless:
        _refuse_content(position, rows)
    keep = [position for position, name in enumerate(header) if name]
    if not nameless:
        return header, rows
    if keep == list(range(len(keep))):
        return header[: len(keep)], [(number, cells[: len(keep)]) for number, cells in rows]
    pick = itemgetter(slice(keep[0], keep[0] + 1)) if len(keep) == 1 else itemgetter(*keep)
    return pick(header), [(number, pick(cells)) for number, cells in rows]


def _refuse_content(position: int, rows: list[Row]) -> None:
    for number, cells in rows:
        if cells[position].strip():
            raise Problem(
                f"Column {letter(position)} has no name in the header, but row {number} fills it.",
                "Write a name in the first row, or empty the column, and import again.",
            )


def _refuse_twins(header: tuple[str, ...]) -> None:
    seen: dict[str, int] = {}
    for position, name in enumerate(header):
        plain = name.casefold()
        if plain in seen:
            raise Problem(
                f"Two columns are called “{name}”: number {seen[plain] + 1} and {position + 1}.",
                "Give every column a name of its own in the first row, and import again.",
            )
        seen[plain] = position
