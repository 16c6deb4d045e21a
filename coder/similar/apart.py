"""Pairs of codes that a person looked at and found to be two."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session, aliased

from codebooks.tables import CodeRow, KeptApartRow
from coder.code_changes import portions
from corpus.problems import Problem

Pair = tuple[int, int]
"""The ids of two codes, the smaller first."""


def pair_of(code_id: int, other_id: int) -> Pair:
    """Two codes as a pair, in whatever order they are given."""
    return (code_id, other_id) if code_id < other_id else (other_id, code_id)


def keep_apart(session: Session, code_id: int, other_id: int) -> bool:
    """Say that two codes are two; returns whether that was not said before.

    Raises a Problem for a code and itself, and for codes of two codebooks.
    """
    if code_id == other_id:
        raise Problem("A code cannot be kept apart from itself.", "Name two different codes.")
    one, other = session.get_one(CodeRow, code_id), session.get_one(CodeRow, other_id)
    if one.codebook_id != other.codebook_id:
        raise Problem(
            f"{one.name} and {other.name} stand in two codebooks.",
            "Name two codes of one codebook.",
        )
    smaller, larger = pair_of(code_id, other_id)
    if session.scalar(select(KeptApartRow.id).where(_is(smaller, larger))) is not None:
        return False
    session.add(KeptApartRow(code_id=smaller, other_id=larger))
    session.flush()
    return True


def forget_apart(session: Session, code_id: int, other_id: int) -> bool:
    """Let two codes be proposed again; returns whether they were kept apart."""
    gone = delete(KeptApartRow).where(_is(*pair_of(code_id, other_id)))
    return session.execute(gone.returning(KeptApartRow.id)).first() is not None


def kept_pairs(session: Session, codebook_id: int) -> list[Pair]:
    """The pairs of a codebook that are kept apart, in the order in which that was said."""
    code, other = aliased(CodeRow), aliased(CodeRow)
    rows = session.execute(
        select(KeptApartRow.code_id, KeptApartRow.other_id)
        .join(code, code.id == KeptApartRow.code_id)
        .join(other, other.id == KeptApartRow.other_id)
        .where(code.codebook_id == codebook_id, code.status != "merged", other.status != "merged")
        .order_by(KeptApartRow.id)
    )
    return [(one, two) for one, two in rows]


def follow_merge(session: Session, merged: Mapping[int, int]) -> None:
    """Let pairs go on with what their codes have become; a code is not kept apart from itself."""
    rows: dict[int, Pair] = {}
    for some in portions(list(merged)):
        touched = or_(KeptApartRow.code_id.in_(some), KeptApartRow.other_id.in_(some))
        found = session.scalars(select(KeptApartRow).where(touched))
        rows |= {row.id: (row.code_id, row.other_id) for row in found}
    for some in portions(list(rows)):
        session.execute(delete(KeptApartRow).where(KeptApartRow.id.in_(some)))
    for one, two in dict.fromkeys(rows.values()):
        now = merged.get(one, one), merged.get(two, two)
        if now[0] != now[1]:
            keep_apart(session, *now)


def _is(smaller: int, larger: int) -> ColumnElement[bool]:
    return (KeptApartRow.code_id == smaller) & (KeptApartRow.other_id == larger)
