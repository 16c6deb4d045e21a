"""Word and Excel files as pieces of text; the files embedded in them are read elsewhere."""

import zipfile
from collections.abc import Iterator

from corpus.privacy.scan.package import damaged, part_pieces
from corpus.privacy.scan.piece import Piece

WORD_ENDINGS = (".docx", ".docm", ".dotx")
EXCEL_ENDINGS = (".xlsx", ".xlsm", ".xltx")


def word_pieces(package: zipfile.ZipFile) -> Iterator[Piece]:
    """The text of a Word file: one piece per paragraph, then comments, properties and the rest."""
    if "word/document.xml" not in package.namelist():
        raise damaged()
    for name in package.namelist():
        yield from part_pieces(package, name)
