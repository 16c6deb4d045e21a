"""Coding: a code is put on an answer or a piece of it, or taken off."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from codebooks.tree import Code, CodeTree
from coder.quoting.choosing import follow_text
from coder.quoting.piece import Place
from coder.segments import Segment, follow
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow

_ASIDE = -2
"""Codings that move stand out of each other's way for a moment: at _ASIDE minus their id."""


@dataclass(frozen=True)
class Target:
    """Where a code goes: an answer, and a segment of it or (None) the whole."""

    answer_id: int
    version: int
    segment: Segment | None = None


def apply_code(
    session: Session,
    question: Question,
    tree: CodeTree,
    code: Code,
    target: Target,
    coder: int,
    score: int | None = None,
) -> bool:
    """Put a code on an answer; returns whether anything changed.

    In a single-code codebook the coder's other code on the answer gives way. Repeating it changes
    nothing, except that a coding made on an earlier version of the text is moved to this one.
    `score` says that the code was suggested, and how likely (in thousandths).
    Raises a Problem for a retired or merged code, or a segment outside the text.
    """
    if code.status != "active":
        back = ", or take it back with: fullkoding codebook retire --undo"
        raise Problem(
            f"{' / '.join(tree.path(code.id))} is {code.status}.",
            f"Use another code{back if code.status == 'retired' else ''}.",
        )
    if target.segment:
        target.segment.within(_text(session, target))
    replaced = _make_room(session, tree, code, target, coder)
    return _put(session, question, code, target, coder, score) or replaced


def origin_of(score: int | None) -> str:
    """Where a coding comes from: a person's own hand, or a suggestion that a person took."""
    return "hand" if score is None else "suggestion"


def remove_code(session: Session, code: Code, target: Target, coder: int) -> bool:
    """Take the coder's code off a segment, or off the answer with all its segments.

    Returns whether it was there.
    """
    wanted = _same if target.segment else _anywhere
    gone = session.execute(
        delete(CodingRow).where(*wanted(code, target, coder)).returning(CodingRow.id)
    )
    return gone.first() is not None


def _put(
    session: Session, question: Question, code: Code, target: Target, coder: int, score: int | None
) -> bool:
    stored = session.scalars(select(CodingRow).where(*_same(code, target, coder))).one_or_none()
    if stored is None:
        start, end = _bounds(target.segment)
        session.add(
            CodingRow(
                question_id=question.id,
                answer_id=target.answer_id,
                code_id=code.id,
                coder_id=coder,
                version=target.version,
                start_at=start,
                end_at=end,
                origin=origin_of(score),
                score=score,
                band=None,
            )
        )
        session.flush()
        return True
    moved = stored.version != target.version
    stored.version = target.version
    session.flush()
    return moved


def _make_room(session: Session, tree: CodeTree, code: Code, target: Target, coder: int) -> bool:
    if not tree.single:
        return False
    others = (
        CodingRow.answer_id == target.answer_id,
        CodingRow.coder_id == coder,
        CodingRow.code_id != code.id,
    )
    gone = session.execute(delete(CodingRow).where(*others).returning(CodingRow.id))
    return gone.first() is not None


def accept_text(session: Session, answer_id: int) -> None:
    """Move an answer's codings to the text in use: segments where the same words stand, else whole.

    A segment whose words are gone becomes a coding of the whole answer. A coding that would then
    be there twice goes.
    """
    version = session.get_one(AnswerRow, answer_id).version
    texts = _texts(session, answer_id)
    rows = session.scalars(
        select(CodingRow).where(CodingRow.answer_id == answer_id).order_by(CodingRow.id)
    ).all()
    taken = {_place(row, _segment(row)) for row in rows if row.version == version}
    moving: list[tuple[CodingRow, Segment | None]] = []
    other: list[tuple[int, Segment | None, Segment | None]] = []
    for row in [row for row in rows if row.version != version]:
        before = _segment(row)
        segment = follow(before, texts[row.version], texts[version]) if before else None
        if segment != before:
            other.append((row.code_id, before, segment))
        if _place(row, segment) in taken:
            session.delete(row)
            continue
        taken.add(_place(row, segment))
        moving.append((row, segment))
        if segment != before:
            row.start_at = row.end_at = _ASIDE - row.id
    session.flush()
    for row, segment in moving:
        row.start_at, row.end_at = _bounds(segment)
        row.version = version
    session.flush()
    for code, before, segment in other:
        follow_text(session, code, Place(answer_id, *_bounds(before)), _bounds(segment))


def reject_text(session: Session, answer_id: int) -> None:
    """Go back to the text that the answer's codings were made on."""
    coded = select(CodingRow.version).where(CodingRow.answer_id == answer_id)
    version = min(session.scalars(coded))
    session.execute(update(AnswerRow).where(AnswerRow.id == answer_id).values(version=version))


def changed_answers(session: Session, question: Question) -> list[int]:
    """Answers whose text in use is not the one they were coded on."""
    rows = session.scalars(
        select(AnswerRow.id)
        .join(CodingRow, CodingRow.answer_id == AnswerRow.id)
        .where(AnswerRow.question_id == question.id, CodingRow.version != AnswerRow.version)
        .distinct()
        .order_by(AnswerRow.id)
    )
    return list(rows)


def _place(row: CodingRow, segment: Segment | None) -> tuple[int, int, Segment | None]:
    return row.code_id, row.coder_id, segment


def _segment(row: CodingRow) -> Segment | None:
    if row.start_at is None or row.end_at is None:
        return None
    return Segment(row.start_at, row.end_at)


def _anywhere(code: Code, target: Target, coder: int) -> tuple[ColumnElement[bool], ...]:
    return (
        CodingRow.answer_id == target.answer_id,
        CodingRow.code_id == code.id,
        CodingRow.coder_id == coder,
    )


def _same(code: Code, target: Target, coder: int) -> tuple[ColumnElement[bool], ...]:
    start, end = _bounds(target.segment)
    return (
        *_anywhere(code, target, coder),
        CodingRow.start_at.is_not_distinct_from(start),
        CodingRow.end_at.is_not_distinct_from(end),
    )


def _bounds(segment: Segment | None) -> tuple[int | None, int | None]:
    return (segment.start, segment.end) if segment else (None, None)


def _text(session: Session, target: Target) -> str:
    return _texts(session, target.answer_id)[target.version]


def _texts(session: Session, answer_id: int) -> dict[int, str]:
    rows = session.execute(
        select(VersionRow.number, VersionRow.text).where(VersionRow.answer_id == answer_id)
    )
    return dict(rows.all())
