"""Codes in another place of the tree: under a theme, among those beside them, in and out."""

from collections.abc import Sequence
from dataclasses import dataclass

from codebooks.arranging import move_all
from codebooks.edits import add_path, move
from codebooks.paths import plain_name, split_levels
from coder.workbench.codebook_desk import CodebookDesk, Touches, still_there
from coder.workbench.codebook_edits import refuse_twin


@dataclass(frozen=True)
class _Way:
    """Where one code goes: under a theme (None: the top), last or at a place from 1."""

    theme_id: int | None
    position: int | None = None


def move_codes(desk: CodebookDesk, codes: Sequence[int], theme_id: int | None) -> int:
    """Put codes, with what is under them, under a theme (None: the top); returns how many moved.

    One that stands under another of them goes with it; one that is there already stays. Raises a
    Problem when a theme would stand under itself or deeper than three levels, or beside its name.
    """
    tops = [code for code in desk.tops(codes) if desk.tree.by_id[code].parent_id != theme_id]
    if not tops:
        return 0
    said = {"code": desk.paths(tops), "theme": desk.path(theme_id) if theme_id else ""}
    with desk.acting("move_code", Touches.THEMES, said) as (session, tree):
        theme = still_there(tree, theme_id) if theme_id else None
        move_all(session, tree, [still_there(tree, code) for code in tops], theme)
    return len(tops)


def move_to_new(desk: CodebookDesk, codes: Sequence[int], path: str) -> int:
    """Make a theme and put codes under it; returns how many. Levels may be written in its path."""
    tops = desk.tops(codes)
    names = split_levels(plain_name(path)) or ("",)
    said = {"code": desk.paths(tops), "theme": " / ".join(names)}
    with desk.acting("move_code", Touches.THEMES, said) as (session, tree):
        refuse_twin(tree, None, names)
        tree, theme = add_path(session, tree, names)
        move_all(session, tree, [still_there(tree, code) for code in tops], theme)
    return len(tops)


def shift(desk: CodebookDesk, code_id: int, by: int) -> bool:
    """Put a code before the one above it or after the one below; False when it stands at the end.

    Outcomes stay behind the others.
    """
    code = desk.tree.by_id[code_id]
    beside = desk.tree.children(code.parent_id)
    at = [each.id for each in beside].index(code_id)
    to = at + by
    if not 0 <= to < len(beside) or beside[to].outcome != code.outcome:
        return False
    _go(desk, code_id, _Way(code.parent_id, to + 1))
    return True


def move_in(desk: CodebookDesk, code_id: int) -> bool:
    """Put a code under the one above it on its level; False when there is none."""
    code = desk.tree.by_id[code_id]
    beside = [each for each in desk.tree.children(code.parent_id) if not each.outcome]
    at = [each.id for each in beside].index(code_id) if code in beside else 0
    if at == 0:
        return False
    _go(desk, code_id, _Way(beside[at - 1].id))
    return True


def move_out(desk: CodebookDesk, code_id: int) -> bool:
    """Put a code right after the theme that it stands under; False for a main theme."""
    parent_id = desk.tree.by_id[code_id].parent_id
    if parent_id is None:
        return False
    theme = desk.tree.by_id[parent_id]
    beside = [each.id for each in desk.tree.children(theme.parent_id)]
    _go(desk, code_id, _Way(theme.parent_id, beside.index(parent_id) + 2))
    return True


def _go(desk: CodebookDesk, code_id: int, way: _Way) -> None:
    touches = Touches.THEMES
    if way.theme_id == desk.tree.by_id[code_id].parent_id:
        touches = Touches.NOTHING
    said = {"code": desk.path(code_id), "theme": desk.path(way.theme_id) if way.theme_id else ""}
    with desk.acting("move_code", touches, said) as (session, tree):
        code = still_there(tree, code_id)
        theme = still_there(tree, way.theme_id) if way.theme_id else None
        move(session, tree, code, theme, way.position)
