"""Memos: notes on an answer, a coding, a code or a question."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from coder.tables import CoderRow, CodingRow, MemoRow
from corpus.normalise import normalise
from corpus.problems import Problem

Subject = Literal["coding", "answer", "code", "question"]


@dataclass(frozen=True)
class MemoPlace:
    """What a memo is on: an answer, a coding, a code or a question, by its id."""

    subject: Subject
    id: int


@dataclass(frozen=True)
class Memo:
    """A note and who wrote it."""

    id: int
    place: MemoPlace
    text: str
    coder: str


def write_memo(session: Session, place: MemoPlace, text: str, coder: int) -> int:
    """Put a memo on something; returns its id. A memo on a coding is on its answer as well."""
    ids: dict[str, int] = {f"{place.subject}_id": place.id}
    if place.subject == "coding":
        ids["answer_id"] = session.get_one(CodingRow, place.id).answer_id
    row = MemoRow(**ids, coder_id=coder, text=_clean(text))
    session.add(row)
    session.flush()
    return row.id


def change_memo(session: Session, memo_id: int, text: str) -> None:
    """Give a memo another text."""
    session.get_one(MemoRow, memo_id).text = _clean(text)
    session.flush()


def remove_memo(session: Session, memo_id: int) -> None:
    """Take a memo away."""
    session.delete(session.get_one(MemoRow, memo_id))
    session.flush()


def memos_on(session: Session, place: MemoPlace) -> list[Memo]:
    """The memos on something, oldest first; on an answer those on its codings too."""
    rows = session.execute(
        select(MemoRow, CoderRow.name)
        .join(CoderRow, CoderRow.id == MemoRow.coder_id)
        .where(_columns(MemoRow)[place.subject] == place.id)
        .order_by(MemoRow.id)
    )
    return [Memo(row.id, _place(row), row.text, name) for row, name in rows]


def count_memos(session: Session, place: MemoPlace) -> int:
    """How many memos are on something."""
    on_it = _columns(MemoRow)[place.subject] == place.id
    return session.scalar(select(func.count()).select_from(MemoRow).where(on_it)) or 0


def move_memos(session: Session, from_code: int, to_code: int) -> int:
    """Put the memos of a code on another, when the two become one; returns how many."""
    moved = session.execute(
        update(MemoRow)
        .where(MemoRow.code_id == from_code)
        .values(code_id=to_code)
        .returning(MemoRow.id)
    )
    return len(moved.all())


def _columns(row: MemoRow | type[MemoRow]) -> dict[Subject, Any]:
    """Where it stands what a memo is on; the coding before its answer."""
    return {
        "coding": row.coding_id,
        "answer": row.answer_id,
        "code": row.code_id,
        "question": row.question_id,
    }


def _place(row: MemoRow) -> MemoPlace:
    return next(MemoPlace(subject, id_) for subject, id_ in _columns(row).items() if id_)


def _clean(text: str) -> str:
    cleaned = normalise(text).strip()
    if not cleaned:
        raise Problem("A memo needs a text.", "Nothing was changed.")
    return cleaned
