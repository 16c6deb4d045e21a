"""The names of codes in one cell."""

import re

_SEPARATOR = re.compile(r"(?<!\\);")


def read_code_names(cell: str) -> tuple[str, ...]:
    r"""The codes a cell lists between semicolons, each once, in order; `\;` is a semicolon.

    A name is stripped and otherwise kept as written, slashes included.
    """
    parts = _SEPARATOR.split(cell) if "\\" in cell else cell.split(";")
    names = (part.replace("\\;", ";").strip() for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))
