"""Coding: a code is put on an answer or a piece of it, or taken off."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from codebooks.tree import Code, CodeTree
from coder.segments import Segment
from coder.tables import CodingRow
from corpus.problems import Problem
from corpus.queries import Question
from corpus.tables import AnswerRow, VersionRow


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
    origin: str = "hand",
) -> bool:
    """Put a code on an answer; returns whether anything changed.

    In a single-code codebook the coder's other code on the answer gives way. Repeating it changes
    nothing, except that a coding made on an earlier version of the text is moved to this one.
    Raises a Problem for a retired code or a segment outside the text.
    """
    if code.status == "retired":
        raise Problem(
            f"{' / '.join(tree.path(code.id))} is retired.",
            "Use another code, or take it back with: fullkoding codebook retire --undo",
        )
    if target.segment:
        target.segment.within(_text(session, target))
    replaced = _make_room(session, tree, code, target, coder)
    return _put(session, question, code, target, coder, origin) or replaced


def remove_code(session: Session, code: Code, target: Target, coder: int) -> bool:
    """Take the coder's code off an answer or segment; returns whether it was there."""
    gone = session.execute(
        delete(CodingRow).where(*_same(code, target, coder)).returning(CodingRow.id)
    )
    return gone.first() is not None


def _put(
    session: Session, question: Question, code: Code, target: Target, coder: int, origin: str
) -> bool:
    stored = session.scalars(select(CodingRow).where(*_same(code, target, coder))).one_or_none()
    if stored is None:
        start, end = _bounds(target)
        session.add(
            CodingRow(
                question_id=question.id,
                answer_id=target.answer_id,
                code_id=code.id,
                coder_id=coder,
                version=target.version,
                start_at=start,
                end_at=end,
                origin=origin,
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

    A segment whose words are gone becomes a coding of the whole answer, or goes when there is one.
    """
    version = session.get_one(AnswerRow, answer_id).version
    texts = _texts(session, answer_id)
    for row in session.scalars(select(CodingRow).where(CodingRow.answer_id == answer_id)).all():
        if row.version == version:
            continue
        if row.start_at is not None and row.end_at is not None:
            words = texts[row.version][row.start_at : row.end_at]
            at = texts[version].find(words)
            place = (at, at + len(words)) if at >= 0 else (None, None)
            if _taken(session, row, place):
                session.delete(row)
                continue
            row.start_at, row.end_at = place
        row.version = version
        session.flush()
    session.flush()


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


def _taken(session: Session, row: CodingRow, place: tuple[int | None, int | None]) -> bool:
    twin = select(CodingRow.id).where(
        CodingRow.answer_id == row.answer_id,
        CodingRow.code_id == row.code_id,
        CodingRow.coder_id == row.coder_id,
        CodingRow.start_at.is_(place[0]) if place[0] is None else CodingRow.start_at == place[0],
        CodingRow.id != row.id,
    )
    return session.scalar(twin) is not None


def _same(code: Code, target: Target, coder: int) -> tuple[ColumnElement[bool], ...]:
    start, end = _bounds(target)
    return (
        CodingRow.answer_id == target.answer_id,
        CodingRow.code_id == code.id,
        CodingRow.coder_id == coder,
        CodingRow.start_at.is_not_distinct_from(start),
        CodingRow.end_at.is_not_distinct_from(end),
    )


def _bounds(target: Target) -> tuple[int | None, int | None]:
    segment = target.segment
    return (segment.start, segment.end) if segment else (None, None)


def _text(session: Session, target: Target) -> str:
    return _texts(session, target.answer_id)[target.version]


def _texts(session: Session, answer_id: int) -> dict[int, str]:
    rows = session.execute(
        select(VersionRow.number, VersionRow.text).where(VersionRow.answer_id == answer_id)
    )
    return dict(rows.all())
