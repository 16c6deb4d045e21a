"""OpenDocument files (.odt, .ods, .odp) as pieces of text."""

import zipfile
from collections.abc import Iterator

from corpus.privacy.scan.package import damaged, part_bytes, part_pieces
from corpus.privacy.scan.piece import Piece
from corpus.problems import Problem

ENDINGS = (".odt", ".ods", ".odp", ".ott")
_MANIFEST = "META-INF/manifest.xml"


def opendocument_pieces(package: zipfile.ZipFile) -> Iterator[Piece]:
    """Text, notes, comments, headers, hidden text and properties of an OpenDocument file."""
    names = package.namelist()
    if _MANIFEST in names and b"encryption-data" in part_bytes(package, _MANIFEST):
        raise Problem(
            "The file cannot be searched: it has a password.",
            "Save it without one, and scan again.",
        )
    if "content.xml" not in names:
        raise damaged()
    for name in names:
        if name != _MANIFEST:
            yield from part_pieces(package, name)
