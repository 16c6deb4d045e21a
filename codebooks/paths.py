"""Paths as people write them: `Theme / Sub-theme / Code`, and which code they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence

from codebooks.tree import Code, CodeTree
from corpus.normalise import normalise
from corpus.problems import Problem

_LEVELS = re.compile(r"\s*>>\s*|\s+/\s+")


def plain_name(name: str) -> str:
    """A name as it is stored: normalised, one line, single spaces and none around it."""
    return " ".join(normalise(name).split())


def split_levels(path: str, separator: str | None = None) -> tuple[str, ...]:
    """The names of a path, separated by ` / ` or `>>`, or by one separator only."""
    parts = path.split(separator) if separator else _LEVELS.split(path)
    return tuple(part.strip() for part in parts if part.strip())


def is_path(name: str) -> bool:
    """Whether levels are written in a name."""
    return len(split_levels(name)) > 1


def find_code(tree: CodeTree, path: str) -> Code | None:
    """The code a path means, or None. A whole name that exists wins over its reading as levels.

    Letter case decides only between codes that differ in nothing else. The name of a merged code
    means the code it was merged into. Raises a Problem when a name stands in several themes.
    """
    plain = plain_name(path)
    return find_whole(tree, plain) or _descend(tree, None, plain) or _merged(tree, plain)


def find_whole(tree: CodeTree, name: str) -> Code | None:
    """The code of this name, a main theme before others, or None.

    Raises a Problem when there is no main theme of this name and it stands in several themes.
    """
    plain = plain_name(name)
    nested = [code for code in tree.walk() if code.parent_id is not None]
    return _named(tree.children(None), plain) or _only(tree, plain, nested)


def find_names(tree: CodeTree, names: Iterable[str]) -> Code | None:
    """The code at exactly these names, from the main theme down, or None."""
    code: Code | None = None
    for name in names:
        code = _named(tree.children(code.id if code else None), plain_name(name))
        if code is None:
            return None
    return code


def find_merged(tree: CodeTree, names: Sequence[str]) -> Code | None:
    """What became of the merged code at these names, or None when none stood there."""
    wanted = [plain_name(name).casefold() for name in names]
    for code in reversed(tree.codes):
        path = [name.casefold() for name in tree.path(code.id)]
        if code.status == "merged" and wanted in (path, path[-1:]):
            return tree.followed(code)
    return None


def names_to_make(tree: CodeTree, path: str) -> tuple[str, ...]:
    """The names of a path that is to be made, keeping the longest existing beginning whole."""
    return _names_under(tree, None, plain_name(path))


def _names_under(tree: CodeTree, parent_id: int | None, path: str) -> tuple[str, ...]:
    for left, right in _splits(path):
        theme = _named(tree.children(parent_id), left)
        if theme is not None:
            return (theme.name, *_names_under(tree, theme.id, right))
    return split_levels(path)


def _named(codes: Iterable[Code], name: str) -> Code | None:
    alike = [code for code in codes if code.name.casefold() == name.casefold()]
    return next((code for code in alike if code.name == name), alike[0] if alike else None)


def _only(tree: CodeTree, name: str, codes: list[Code]) -> Code | None:
    exact = [code for code in codes if code.name == name]
    found = exact or [code for code in codes if code.name.casefold() == name.casefold()]
    if len(found) > 1:
        paths = "; ".join(" / ".join(tree.path(code.id)) for code in found)
        raise Problem(f"{name} stands in several themes.", f"Write the whole path: {paths}")
    return found[0] if found else None


def _descend(tree: CodeTree, parent_id: int | None, path: str) -> Code | None:
    found = _named(tree.children(parent_id), path)
    if found:
        return found
    for left, right in _splits(path):
        theme = _named(tree.children(parent_id), left)
        below = _descend(tree, theme.id, right) if theme else None
        if below:
            return below
    return None


def _splits(path: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a path in a first name and a rest, the longest first name first."""
    for at in reversed(list(_LEVELS.finditer(path))):
        left, right = path[: at.start()].strip(), path[at.end() :].strip()
        if left and right:
            yield left, right


def _merged(tree: CodeTree, path: str) -> Code | None:
    return find_merged(tree, [path]) or find_merged(tree, split_levels(path))
