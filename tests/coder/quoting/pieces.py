"""Pieces of a theme, for tests: made without a study."""

from coder.quoting.nuance import nuance
from coder.quoting.piece import Piece, Place
from coder.quoting.proposing import Asked, Kind, Limits, Standing, propose
from coder.quoting.used import ChosenQuote

BANDS = ("<2000", "2000-5000", ">50000")
ANY = Limits(fewest=1)
CODE = 1


def piece(
    at: int, text: str, who: str = "", band: str = BANDS[1], order: int = 0, answer: int = 0
) -> Piece:
    """The piece number `at`, by a respondent of its own; chosen when it has an order."""
    chosen = CODE if order else None
    place = Place(answer or at)
    return Piece(place, (CODE,), (), ("KH",), who or f"R{at}", band, text, chosen, order)


def proposed(
    pieces: list[Piece],
    count: int,
    kind: Kind = Kind.SPREAD,
    limits: Limits = ANY,
    standing: Standing | None = None,
    seed: int = 0,
) -> list[Piece]:
    """What is proposed out of some pieces."""
    compared = nuance([each.text for each in pieces])
    asked = Asked(count, kind, seed, limits)
    return propose(pieces, compared, asked, standing or Standing(BANDS))


def quote(
    at: int,
    text: str = "Flere folk",
    who: str = "",
    question: str = "k1",
    band: str = BANDS[1],
    place: Place | None = None,
    is_coded: bool = True,
) -> ChosenQuote:
    """A chosen quote of answer number `at`."""
    return ChosenQuote(
        question,
        CODE,
        ("Tema",),
        at,
        place or Place(at),
        who or f"R{at}",
        band,
        text,
        text,
        is_coded,
    )
