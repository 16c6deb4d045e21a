"""The text of spreadsheet cells, as close to what their author sees as can be."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineSheet

Cell = int | float | str | bool | time | date | datetime | timedelta


def cell_text(cell: Cell) -> str:
    """`7379` for 7379.0, `12.5`, `TRUE`, `2016-01-31`, `2016-01-31 12:05:00`, `30:00:00`."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    if isinstance(cell, timedelta):
        return _hours(cell)
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _hours(duration: timedelta) -> str:
    seconds = int(duration.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def numbered_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet as text with their numbers, every row beginning at column A."""
    if sheet.start is None:
        return
    margin = [""] * sheet.start[1]
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [cell if type(cell) is str else cell_text(cell) for cell in cells]
        yield number, margin + texts if margin else texts
