"""Which column of a table of codes is what, by its heads or, without heads, by its content."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codebooks.exchange.words import FIELDS, Field, field_named
from corpus.problems import Problem

_NAMES: tuple[Field, ...] = ("path", "code", "name", "level1", "level2", "level3")
_LEVELS: tuple[Field, ...] = ("level1", "level2", "level3", "code", "name")
_FIGURE = re.compile(r"[0-9]{1,9}(?:\.0)?")
_MOST_LEVELS = 3
_SENTENCE = 5

Rows = Sequence[tuple[int, tuple[str, ...]]]


@dataclass(frozen=True)
class Columns:
    """Positions from 0: of the paths (None: of the levels instead), and of what stands behind.

    `first` is the first row with a code. `warnings` say what was guessed or left out.
    """

    path: int | None
    levels: tuple[int, ...]
    facts: Mapping[Field, int]
    first: int
    warnings: tuple[str, ...] = ()


def find_columns(rows: Rows) -> Columns:
    """The columns of a table of codes, whose first row may be its heads.

    Raises a Problem when there are heads but none for the codes, or no heads and too many columns.
    """
    heads = rows[0][1]
    found: dict[Field, int] = {}
    unknown = []
    for position, head in enumerate(heads):
        field = field_named(head)
        if field and field not in found:
            found[field] = position
        elif head.strip():
            unknown.append(head.strip())
    if any(field in found for field in _NAMES):
        return _headed(rows[1:], found, unknown)
    if len(found) > 1:
        raise Problem(
            "No column of the table is called path, and none holds the codes.",
            "Call it path (or sti), or call the columns of the levels hovedtema, undertema, kode.",
        )
    return _headless(rows)


def is_header(heads: Sequence[str]) -> bool:
    """Whether these are the heads of a table of codes."""
    fields = {field_named(head) for head in heads}
    return len(fields - {None}) > 1 and any(field in fields for field in _NAMES)


def is_figure(cell: str) -> bool:
    """Whether a cell is a number of a code."""
    return _FIGURE.fullmatch(cell.strip()) is not None


def _headed(rows: Rows, found: dict[Field, int], unknown: list[str]) -> Columns:
    named = [field for field in _NAMES if field in found]
    if "code" in found and len(named) > 1 and _all_figures(rows, found["code"]):
        found.setdefault("number", found["code"])
        named.remove("code")
    facts = {field: found[field] for field in FIELDS if field in found}
    levels = tuple(found[field] for field in _LEVELS if field in named)
    path: int | None = None
    if "path" in named:
        path = found["path"]
    elif set(named) == {"code", "name"}:
        path = found["name"]
    elif len(levels) == 1:
        path = levels[0]
    return Columns(path, () if path is not None else levels, facts, 1, _left_out(unknown))


def _headless(rows: Rows) -> Columns:
    """Numbers, then levels where themes come back or are blank, else a name and its definition."""
    facts: dict[Field, int] = {}
    rest = list(range(len(rows[0][1])))
    if len(rest) > 1 and _all_figures(rows, 0):
        facts["number"] = rest.pop(0)
    if len(rest) == 1:
        warning = "The table has no heads: its first row is read as a code."
        return Columns(rest[0], (), facts, 0, (warning,))
    if len(rest) > _MOST_LEVELS:
        raise Problem(
            f"The table has {len(rest)} columns and no heads that are known.",
            "Write heads above them: path, definition, use when, do not use when, number.",
        )
    if len(rest) == 2 and _is_definition(rows, *rest):
        facts["definition"] = rest[1]
        warning = "The table has no heads: it is read as names and definitions."
        return Columns(rest[0], (), facts, 0, (warning,))
    warning = "The table has no heads: its columns are read as levels, its first row as a code."
    return Columns(None, tuple(rest), facts, 0, (warning,))


def _is_definition(rows: Rows, name: int, other: int) -> bool:
    names = [cells[name].strip() for _, cells in rows]
    words = [len(cells[other].split()) for _, cells in rows if cells[other].strip()]
    all_differ = all(names) and len(set(names)) == len(names)
    return all_differ or (all(names) and sum(words) >= _SENTENCE * len(words))


def _all_figures(rows: Rows, position: int) -> bool:
    filled = [cells[position] for _, cells in rows if cells[position].strip()]
    return bool(filled) and all(map(is_figure, filled))


def _left_out(unknown: Sequence[str]) -> tuple[str, ...]:
    if not unknown:
        return ()
    names = ", ".join(f"“{name}”" for name in unknown)
    return (f"{'Column' if len(unknown) == 1 else 'Columns'} left out: {names}.",)
