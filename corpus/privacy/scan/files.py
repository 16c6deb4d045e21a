"""Finished files of all kinds as pieces of text, chosen by the ending of their name."""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.privacy.scan.office import EXCEL_ENDINGS, WORD_ENDINGS, excel_pieces, word_pieces
from corpus.privacy.scan.piece import Piece
from corpus.privacy.scan.plain import (
    decoded,
    delimited_pieces,
    json_pieces,
    latex_pieces,
    markdown_pieces,
    text_pieces,
)
from corpus.privacy.scan.webpage import html_pieces
from corpus.problems import Problem

_OF_BYTES: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    **dict.fromkeys(WORD_ENDINGS, word_pieces),
    **dict.fromkeys(EXCEL_ENDINGS, excel_pieces),
}
_OF_TEXT: dict[str, Callable[[str], Iterator[Piece]]] = {
    ".html": html_pieces,
    ".htm": html_pieces,
    ".md": markdown_pieces,
    ".csv": delimited_pieces,
    ".json": json_pieces,
    ".tex": latex_pieces,
    ".txt": text_pieces,
}


def read_pieces(path: Path) -> Iterator[Piece]:
    """All text in a file, shown or hidden, in pieces that are not blank.

    Raises a Problem for an ending that is not known, and for a file that is missing, damaged, huge
    or has a password.
    """
    ending = path.suffix.lower()
    if ending not in _OF_BYTES and ending not in _OF_TEXT:
        raise Problem(
            f"Files that end in {ending or 'nothing'} cannot be searched.",
            f"These can: {', '.join(sorted((*_OF_BYTES, *_OF_TEXT)))}.",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            f"{path} cannot be read: {error.strerror}.", "Check the name, and close the file."
        ) from error
    pieces = _OF_BYTES[ending](data) if ending in _OF_BYTES else _OF_TEXT[ending](decoded(data))
    yield from (piece for piece in pieces if piece.text.strip())
