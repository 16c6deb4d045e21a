"""What the codebook screen does to codes: each function is one action with one undo."""

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import update
from sqlalchemy.orm import Session

from codebooks.describing import Description, describe
from codebooks.edits import add_path, set_status
from codebooks.edits import rename as rename_code
from codebooks.locks import refuse_locked, set_code_lock, set_codebook_lock
from codebooks.paths import plain_name, split_levels
from codebooks.tables import CodeRow
from codebooks.tree import Code, CodeTree
from coder.workbench.codebook_desk import CodebookDesk, Touches, still_there
from corpus.language import alphabetical
from corpus.problems import Problem

Order = Literal["name", "count"]


def add(desk: CodebookDesk, theme_id: int | None, path: str) -> Code:
    """Make a code under a theme (None: the top); levels may be written in its path.

    Raises a Problem when there is one of this name, or it would stand deeper than three levels.
    """
    above = f"{desk.path(theme_id)} / " if theme_id else ""
    said = {"code": f"{above}{plain_name(path)}"}
    with desk.acting("add_code", Touches.NOTHING, said) as (session, tree):
        theme = still_there(tree, theme_id) if theme_id else None
        names = split_levels(plain_name(path)) or ("",)
        refuse_twin(tree, theme.id if theme else None, names)
        under = tree.path(theme.id) if theme else ()
        _tree, code = add_path(session, tree, (*under, *names))
    return desk.tree.by_id[code.id]


def rename(desk: CodebookDesk, code_id: int, name: str) -> None:
    """Give a code another name; a Problem when another beside it has this name."""
    said = {"code": desk.path(code_id), "name": plain_name(name)}
    with desk.acting("rename_code", Touches.NOTHING, said) as (session, tree):
        code = still_there(tree, code_id)
        rename_code(session, tree, code, name)


def describe_code(desk: CodebookDesk, code_id: int, wanted: Description) -> None:
    """Change what a code means or how it looks; a Problem for what is no colour or symbol."""
    said = {"code": desk.path(code_id)}
    with desk.acting("define_code", Touches.NOTHING, said) as (session, tree):
        describe(session, still_there(tree, code_id), wanted)


def retire(desk: CodebookDesk, codes: Sequence[int]) -> bool:
    """Retire codes, or offer them again when all are retired; returns whether they are now."""
    known = desk.tree.by_id
    retired = all(known[code].status == "retired" for code in codes)
    kind, status = ("unretire_code", "active") if retired else ("retire_code", "retired")
    with desk.acting(kind, Touches.NOTHING, {"code": desk.paths(codes)}) as (session, tree):
        for code in codes:
            set_status(session, still_there(tree, code), status)
    return not retired


def lock(desk: CodebookDesk, codes: Sequence[int]) -> bool:
    """Lock codes with what is under them, or unlock when all are; returns whether they are now.

    Raises a Problem for one that is locked by what it stands under.
    """
    known = desk.tree.by_id
    locked = all(known[code].locked for code in codes)
    kind = "unlock_code" if locked else "lock_code"
    with desk.acting(kind, Touches.NOTHING, {"code": desk.paths(codes)}) as (session, tree):
        for code in codes:
            above = still_there(tree, code).parent_id
            refuse_locked(session, tree.id, above)
            set_code_lock(session, code, not locked)
    return not locked


def lock_book(desk: CodebookDesk) -> bool:
    """Lock the whole codebook, or unlock it; returns whether it is now."""
    locked = desk.tree.locked
    kind = "unlock_codebook" if locked else "lock_codebook"
    with desk.acting(kind, Touches.NOTHING, {}) as (session, tree):
        set_codebook_lock(session, tree.id, not locked)
    return not locked


def sort_beside(desk: CodebookDesk, code_id: int, order: Order) -> int:
    """Put a code and those beside it in order, once; returns how many stand there.

    By name in Norwegian order, or by answers with the code or anything under it, most first.
    """
    if desk.under is None:
        desk.count_under()
    said = {"code": _theme_over(desk, code_id), "order": order}
    with desk.acting("sort_codes", Touches.NOTHING, said) as (session, tree):
        theme = still_there(tree, code_id).parent_id
        beside = tree.children(theme)
        for code in beside:
            refuse_locked(session, tree.id, code.id)
        _place(session, _sorted(desk, beside, order))
    return len(beside)


def refuse_twin(tree: CodeTree, theme_id: int | None, names: Sequence[str]) -> None:
    """Raise a Problem when a code stands at these names under a theme."""
    at, found = theme_id, None
    for name in map(plain_name, names):
        found = next((code for code in tree.children(at) if code.name == name), None)
        if found is None:
            return
        at = found.id
    if found is not None:
        raise Problem(
            f"There is a code {' / '.join(tree.path(found.id))} already.", "Take another name."
        )


def _place(session: Session, codes: Sequence[Code]) -> None:
    places = [
        {"id": code.id, "position": at} for at, code in enumerate(codes, 1) if code.position != at
    ]
    if places:
        session.execute(update(CodeRow), places)
    session.flush()


def _sorted(desk: CodebookDesk, codes: Sequence[Code], order: Order) -> list[Code]:
    by_name = sorted(codes, key=lambda code: alphabetical(code.name))
    under = desk.under or desk.own
    return by_name if order == "name" else sorted(by_name, key=lambda code: -under[code.id])


def _theme_over(desk: CodebookDesk, code_id: int) -> str:
    theme = desk.tree.by_id[code_id].parent_id
    return desk.path(theme) if theme else ""
