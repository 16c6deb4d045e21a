"""Codings that get another code, many at once: none is lost, none is there twice."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from coder.quoting.choosing import follow_codings
from coder.tables import CodingRow, MemoRow

_PORTION = 10_000


@dataclass(frozen=True)
class Changed:
    """How many codings got the other code, and how many became one with a coding it had."""

    codings: int
    doubled: int


def give_code(
    session: Session,
    sources: Collection[int],
    target: int,
    *within: ColumnElement[bool],
) -> Changed:
    """Give the codings of some codes another code; `within` narrows which codings are looked at.

    Of several that would be the same (answer, coder and piece) the one made on the newest text
    stays, of these the target's own; the memos of the others go to it, and quotes chosen of all of
    them. Source by source, so that the history has together what is taken back together.
    """
    session.flush()
    doubled = _doubled(session, sources, target, within)
    _drop(session, {coding: kept for coding, kept, _ in doubled})
    of_source = CodingRow.code_id == bindparam("source")
    moved = session.connection().execute(
        update(CodingRow).where(of_source, *within).values(code_id=target),
        [{"source": source} for source in sources],
    )
    session.expire_all()
    follow_codings(session, sources, target)
    own = sum(code != target for _, _, code in doubled)
    return Changed(moved.rowcount + own, len(doubled))


def count_doubled(session: Session, sources: Collection[int], target: int) -> int:
    """How many codings would become one with another."""
    return len(_doubled(session, sources, target, ()))


def portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many ids at a time as a statement takes."""
    return (ids[at : at + _PORTION] for at in range(0, len(ids), _PORTION))


def _doubled(
    session: Session, sources: Collection[int], target: int, within: Sequence[ColumnElement[bool]]
) -> Sequence[tuple[int, int, int]]:
    """Codings that are there twice when all have one code: id, id of the one that stays, code."""
    ranked = _ranked(target).where(CodingRow.code_id.in_([*sources, target]), *within).subquery()
    twice = select(ranked.c.id, ranked.c.kept, ranked.c.code_id)
    rows = session.connection().execute(twice.where(ranked.c.id != ranked.c.kept)).all()
    return [(row.id, row.kept, row.code_id) for row in rows]


def _ranked(target: int) -> Select[int, int, int]:
    place = (CodingRow.answer_id, CodingRow.coder_id, CodingRow.start_at, CodingRow.end_at)
    best = (CodingRow.version.desc(), CodingRow.code_id != target, CodingRow.id)
    kept = func.first_value(CodingRow.id).over(partition_by=place, order_by=best)
    return select(CodingRow.id, kept.label("kept"), CodingRow.code_id)


def _drop(session: Session, kept: dict[int, int]) -> None:
    connection = session.connection()
    for some in portions(list(kept)):
        memos = select(MemoRow.id, MemoRow.coding_id).where(MemoRow.coding_id.in_(some))
        for memo, coding in connection.execute(memos).all():
            here = update(MemoRow).where(MemoRow.id == memo)
            connection.execute(here.values(coding_id=kept[coding or 0]))
        connection.execute(delete(CodingRow).where(CodingRow.id.in_(some)))
