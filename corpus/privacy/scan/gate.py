"""The last gate: nothing identifying may be left in a finished file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.privacy.finder import Finder
from corpus.privacy.hits import Hit
from corpus.privacy.scan.files import read_pieces
from corpus.privacy.scan.piece import Piece

_AROUND = 30


@dataclass(frozen=True, slots=True)
class Leak:
    """Something found in a finished file: its place, the hit in the piece of text, its context.

    The excerpt is the hit with up to 30 characters on either side, on one line.
    """

    place: str
    hit: Hit
    excerpt: str


def scan_file(path: Path, finder: Finder, own_names: Sequence[str] = ()) -> tuple[Leak, ...]:
    """What a finder is certain of in a finished file, in the order of the file.

    The finder knows the names of the whole study and what has been released. `own_names` are to be
    found in any case; usually there are none, for a file holds answers of many respondents.
    """
    return tuple(
        Leak(piece.place_of(hit.start), hit, _excerpt(piece, hit))
        for piece in read_pieces(path)
        for hit in finder.find(piece.text, own_names)
        if hit.certain
    )


def _excerpt(piece: Piece, hit: Hit) -> str:
    around = piece.text[max(0, hit.start - _AROUND) : hit.end + _AROUND]
    return " ".join(around.split())
