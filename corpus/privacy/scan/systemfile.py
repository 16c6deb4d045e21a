"""SPSS system files (.sav): names, labels, notes and values that are texts."""

import re
from collections.abc import Iterator

from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

_START = b"$FL2"
_COMPRESSED_AT = 72
_RUN = re.compile(r"[^\x00-\x1f\x7f-\x9f\ufffd]{3,}")
_WORD = re.compile(r"[^\W\d_]{2}|\d{8}")


def sav_pieces(data: bytes) -> Iterator[Piece]:
    """Whatever can be read in a system file that is not compressed, with the place of its byte."""
    if data.startswith(b"$FL3") or (data.startswith(_START) and _compression(data)):
        raise Problem(
            "The file cannot be searched: it is compressed.",
            "Save it uncompressed (in SPSS: SAVE /UNCOMPRESSED), and scan that file.",
        )
    if not data.startswith(_START):
        raise Problem(
            "The file cannot be searched: it is damaged or no SPSS file.",
            "Write it again, and scan the new file.",
        )
    for run in _RUN.finditer(data.decode("utf-8", "replace")):
        if _WORD.search(run[0]):
            yield Piece(f"character {run.start()}", run[0].strip())


def _compression(data: bytes) -> int:
    """The number that says how the rows are compressed, whichever its byte order; 0 for not."""
    number = data[_COMPRESSED_AT : _COMPRESSED_AT + 4]
    return min(int.from_bytes(number, "little"), int.from_bytes(number, "big"))
