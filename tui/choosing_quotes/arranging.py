"""Which pieces of a theme are in view, and in which order; pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coder.quoting.piece import Piece, Place


class Order(Enum):
    """How the pieces are ordered."""

    FILE = "file"
    BAND = "band"
    SHORT = "short"
    LONG = "long"
    TYPICAL = "typical"
    UNUSUAL = "unusual"
    CHOSEN = "chosen"


class Which(Enum):
    """Which pieces are shown."""

    ALL = "all"
    CHOSEN = "chosen"
    OTHERS = "others"
    FLAGGED = "flagged"


@dataclass(frozen=True)
class View:
    """What is shown, and in which order; `band` "" is every size band."""

    order: Order = Order.FILE
    which: Which = Which.ALL
    band: str = ""


def arranged(
    pieces: Sequence["Piece"],
    view: View,
    typical: Mapping["Place", float],
    bands: Sequence[str],
    proposed: Collection["Place"] = (),
) -> list["Piece"]:
    """The pieces in view, in order; those that are proposed stand before all others."""
    rank = {band: at for at, band in enumerate(bands)}
    code_rank = {code: at for at, code in enumerate(_codes(pieces))}
    shown = [piece for piece in pieces if _fits(piece, view) or piece.place in proposed]

    def key(piece: "Piece") -> tuple[float, ...]:
        match view.order:
            case Order.BAND:
                return (rank.get(piece.band, len(rank)),)
            case Order.SHORT:
                return (piece.words,)
            case Order.LONG:
                return (-piece.words,)
            case Order.TYPICAL:
                return (-typical.get(piece.place, 0),)
            case Order.UNUSUAL:
                return (typical.get(piece.place, 0),)
            case Order.CHOSEN if piece.chosen is not None:
                return (0, code_rank[piece.chosen], piece.order)
            case Order.CHOSEN:
                return (1,)
            case _:
                return ()

    places = list(proposed)
    first = {place: at for at, place in enumerate(places)}
    return sorted(sorted(shown, key=key), key=lambda piece: first.get(piece.place, len(places)))


def _fits(piece: "Piece", view: View) -> bool:
    if view.band and piece.band != view.band:
        return False
    return {
        Which.ALL: True,
        Which.CHOSEN: piece.chosen is not None,
        Which.OTHERS: piece.chosen is None,
        Which.FLAGGED: piece.flagged,
    }[view.which]


def _codes(pieces: Sequence["Piece"]) -> list[int]:
    return list(dict.fromkeys(code for piece in pieces for code in piece.codes))
