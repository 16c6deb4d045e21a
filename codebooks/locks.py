"""Codes and codebooks that stay as they are until they are unlocked."""

from sqlalchemy.orm import Session

from codebooks.tables import CodebookRow, CodeRow
from corpus.problems import Problem


def set_code_lock(session: Session, code_id: int, locked: bool) -> None:
    """Lock a code with everything under it, or unlock it. Codings are made as before."""
    session.get_one(CodeRow, code_id).locked = int(locked)
    session.flush()


def set_codebook_lock(session: Session, codebook_id: int, locked: bool) -> None:
    """Lock a whole codebook, so that no code is added either, or unlock it."""
    session.get_one(CodebookRow, codebook_id).locked = int(locked)
    session.flush()


def refuse_locked(session: Session, codebook_id: int, code_id: int | None) -> None:
    """Raise a Problem when a code, a theme above it or its codebook is locked.

    None stands for the top: only the codebook counts. For a place under a theme give the theme.
    """
    book = session.get_one(CodebookRow, codebook_id)
    if book.locked:
        raise Problem(f"The codebook {book.name} is locked.", "Unlock it to change it.")
    at = code_id
    while at is not None:
        row = session.get_one(CodeRow, at)
        if row.locked:
            raise Problem(f"{row.name} is locked.", "Unlock it to change it and what is under it.")
        at = row.parent_id
