"""A code on its digit as one line: its name, how likely it is, why, how many answers have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.widgets.cells import CURSOR, Piece, cells, cut, left, one_line, right
from tui.widgets.code_rows import Coverage
from tui.widgets.fitting import fitted_path
from tui.words import _

TICKED = "◌"
BAR = 4
ROOM_FOR_BAR = 30
ROOM_FOR_PERCENT = 44
ROOM_FOR_REASON = 64

_EIGHTHS = "▏▎▍▌▋▊▉█"
_COUNT = 5
_PERCENT = 5
_GAP = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A code by its path of names, how many answers have it, and which of the marked ones do.

    `share`: how likely it is for the answer, in thousandths, None when nobody said; `reason` says
    why in a few words; `ticked`: a key takes it with all others that are ticked.
    """

    code_id: int
    path: tuple[str, ...]
    count: int
    coverage: Coverage = Coverage.NONE
    share: int | None = None
    reason: str = ""
    ticked: bool = False


def share_bar(share: int) -> str:
    """How likely something is (thousandths) as a bar of four cells, by eighths of a cell."""
    whole, rest = divmod(round(share * BAR * 8 / 1000), 8)
    return (_EIGHTHS[-1] * whole + (_EIGHTHS[rest - 1] if rest else "")).ljust(BAR)


def in_percent(share: int) -> str:
    """Thousandths in percent; nothing is certain, and nothing is impossible."""
    return "<1 %" if share < 10 else f"{min(99, round(share / 10))} %"


def hit_line(hit: Hit, digit: int, width: int, is_first: bool) -> list[Piece]:
    """The pieces of a code's line; with little room first the reason goes, then the numbers."""
    count = f" {hit.count}"
    sign = TICKED if hit.ticked and hit.coverage is Coverage.NONE else hit.coverage
    head = f"{CURSOR if is_first else ' '}{digit} {sign} "
    counted = max(_COUNT, len(count))
    room = max(1, width - cells(head) - counted)
    said = _suggested(hit, room) if hit.share is not None else []
    name = max(1, room - sum(cells(piece.text) for piece in said))
    return [
        Piece(head, ("hits--digit",)),
        Piece(left(fitted_path(hit.path, name), name)),
        *said,
        Piece(right(count, counted), ("hits--count",)),
    ]


def names_line(names: Sequence[str], width: int) -> list[Piece]:
    """`0   new: Bredbånd · Dekning`; nothing without names."""
    if not names:
        return []
    said = _("new: {names}").format(names=" · ".join(one_line(name[:width]) for name in names))
    return [
        Piece(" 0   ", ("hits--digit",)),
        Piece(cut(said, max(1, width - 5)), ("hits--new",)),
    ]


def _suggested(hit: Hit, room: int) -> list[Piece]:
    """The bar, the number, the reason: each where there is room for it beside the name."""
    share = hit.share or 0
    if room < ROOM_FOR_BAR - _COUNT:
        return []
    said = [Piece(f" {share_bar(share)}", ("hits--share",))]
    if room >= ROOM_FOR_PERCENT - _COUNT:
        said.append(Piece(right(in_percent(share), _PERCENT), ("hits--share",)))
    if room >= ROOM_FOR_REASON - _COUNT:
        wide = (room - BAR - 1 - _PERCENT) // 2
        said.append(Piece(" " * _GAP + left(one_line(hit.reason), wide), ("hits--reason",)))
    return said
