"""Where the names of a path end, in a column of paths: `a>>b>>c`, `a / b / c` or `a/b/c`."""

from collections import Counter
from collections.abc import Sequence

from codebooks.paths import plain_name, split_levels

_EXAMPLES = 3
Path = tuple[str, ...]


def split_column(
    cells: Sequence[str], separator: str | None = None
) -> tuple[list[Path], tuple[str, ...]]:
    """The paths in a column, and what must be told about how they were read.

    `separator` settles it. Otherwise `>>` and ` / ` part levels. Only in a column with neither does
    a slash without spaces: where what stands before it is a cell of its own, or where every cell
    has one and every main theme comes back. Elsewhere `Helse/omsorg` is a name.
    """
    if separator:
        return [split_levels(cell, separator) for cell in cells], ()
    plain = [plain_name(cell) for cell in cells]
    if any(len(split_levels(cell)) > 1 for cell in plain):
        return [split_levels(cell) for cell in plain], ()
    known = {cell.casefold() for cell in plain}
    paths = [_split_known(cell, known) for cell in plain]
    if all(len(path) == 1 and "/" in path[0] for path in paths) and _come_back(plain):
        paths = [split_levels(cell, "/") for cell in plain]
    return paths, _told(plain, paths)


def _come_back(cells: Sequence[str]) -> bool:
    """Whether every beginning stands before two cells or more."""
    themes = Counter(split_levels(cell, "/")[:1] for cell in cells)
    return all(count > 1 for count in themes.values())


def _split_known(cell: str, known: set[str]) -> Path:
    """Cut at the last slash before which a cell of its own stands, and so on in that."""
    at = cell.rfind("/")
    while at > 0:
        left, right = cell[:at].strip(), cell[at + 1 :].strip()
        if left and right and left.casefold() in known:
            return (*_split_known(left, known), right)
        at = cell.rfind("/", 0, at)
    return (cell,) if cell else ()


def _told(cells: Sequence[str], paths: Sequence[Path]) -> tuple[str, ...]:
    split = [cell for cell, path in zip(cells, paths, strict=True) if len(path) > 1]
    whole = [c for c, path in zip(cells, paths, strict=True) if len(path) == 1 and "/" in c]
    told = []
    if split:
        told.append(f"A slash is read as a step between levels in {_shown(split)}.")
    if whole:
        told.append(f"A slash is read as part of the name in {_shown(whole)}.")
    return tuple(told)


def _shown(cells: Sequence[str]) -> str:
    names = ", ".join(f"“{cell}”" for cell in cells[:_EXAMPLES])
    more = len(cells) - _EXAMPLES
    return f"{names} and {more} more" if more > 0 else names
