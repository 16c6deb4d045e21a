"""One answer as one line of the grid; pure."""

from collections.abc import Mapping

from coder.workbench.filters import Flag, GridRow
from corpus.bands import UNKNOWN
from tui.flags import flag_letter
from tui.widgets.cells import CURSOR, Piece, cells, cut, cut_front, left, one_line, right
from tui.widgets.chips import Chip, chips_in
from tui.widgets.grid_columns import Columns

MARK = "●"

_CHIP = ("grid--chip",)


def line(
    row: GridRow | None, columns: Columns, chips: Mapping[int, Chip], marked: bool, current: bool
) -> list[Piece]:
    """The pieces of the line, together exactly `columns.width` cells; None is a row unknown yet."""
    marker = Piece((CURSOR if current else " ") + (MARK if marked else " "), ("grid--mark",))
    if row is None:
        return [marker, Piece(left(" …", columns.width - cells(marker.text)))]
    texts = [
        (_flags(row, columns.flags), ("grid--flag",)),
        (left(cut_front(one_line(row.respondent), columns.key), columns.key), ("grid--key",)),
        (_text(row, columns.text), ()),
        (left(chips_in(row.codes, chips, columns.chips, columns.names), columns.chips), _CHIP),
        (left(short_band(one_line(row.band), columns.band), columns.band), ("grid--band",)),
    ]
    return [marker, *(Piece(f" {text}", roles) for text, roles in texts if text)]


def short_band(band: str, width: int) -> str:
    """A size band in so many cells: as it is, in thousands (`20-50k`), or cut; `?` if unknown."""
    if band == UNKNOWN:
        return "?"[:width]
    if cells(band) <= width:
        return band
    low, _, high = band.partition("-")
    thousands = low.endswith("000") and high.endswith("000")
    return f"{low[:-3]}-{high[:-3]}k" if thousands else cut(band, width)


def _flags(row: GridRow, width: int) -> str:
    letters = "".join(flag_letter(flag) for flag in Flag if flag in row.flags)
    return left(letters if len(letters) <= width else "+", width)


def _text(row: GridRow, width: int) -> str:
    """The beginning of the text, with `×3` at the right when so many answers have it."""
    text = one_line(row.beginning[: 4 * width])
    same = f" ×{row.same}" if row.same > 1 else ""
    if cells(same) >= width:
        same = ""
    return left(text, width - cells(same)) + right(same, cells(same))
