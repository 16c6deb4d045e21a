"""Zip files that depend on their content only."""

import io
import zipfile
from collections.abc import Iterable

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_ORDINARY_FILE = 0o100644 << 16


def zip_bytes(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file of named parts, in the order given, with one fixed time and no system's marks."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, content)
    return buffer.getvalue()
