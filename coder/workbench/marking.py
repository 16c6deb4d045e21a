"""One code on many answers at once, or off them; and which codes many answers have."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from codebooks.tree import Code, CodeTree
from coder.actions import origin_of
from coder.bulk_coding import NewCoding, insert_codings
from coder.tables import CodingRow
from coder.workbench.conditions import WITH_TEXT
from coder.workbench.ids import AMONG_IDS, among, ids_given
from corpus.problems import Problem
from corpus.queries import Question
from corpus.tables import AnswerRow, PresenceRow

Coverage = Literal["all", "some"]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer with text: id, number of the version in use, size band."""

    id: int
    version: int
    band: str


_OF_CODE = (
    CodingRow.answer_id.in_(AMONG_IDS),
    CodingRow.code_id == bindparam("code"),
    CodingRow.coder_id == bindparam("coder"),
)
_REMOVE = delete(CodingRow).where(*_OF_CODE).returning(CodingRow.answer_id)
_STORED = select(CodingRow.answer_id, CodingRow.id, CodingRow.version).where(
    *_OF_CODE, CodingRow.start_at.is_(None)
)
_MARKED = (
    select(AnswerRow.id, AnswerRow.version, PresenceRow.band)
    .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
    .where(AnswerRow.id.in_(AMONG_IDS), *WITH_TEXT)
    .order_by(AnswerRow.id)
)


def apply_to_many(
    session: Session,
    question: Question,
    tree: CodeTree,
    code: Code,
    answers: Collection[int],
    coder: int,
    score: int | None = None,
) -> int:
    """Put a code on the whole of each answer; returns how many answers changed.

    As with one answer: those that have it stay as they are, codings made on an earlier text move
    to this one, and in a single-code codebook the coder's other codes give way. Blank answers and
    answers to other questions are passed over. `score` says that it was suggested, and how likely
    (in thousandths). Raises a Problem for a retired or merged code.
    """
    _refuse_unused(tree, code)
    marked = _marked(session, question, answers)
    changed = _make_room(session, code, marked, coder) if tree.single else set()
    stored = _stored(session, code, marked, coder)
    moved = [id_ for id_, (_, version) in stored.items() if version != marked[id_].version]
    _move_to_text_in_use(session, [stored[id_][0] for id_ in moved])
    new = [marked[id_] for id_ in marked if id_ not in stored]
    _insert(session, question, code, new, coder, score)
    return len(changed.union(moved, (answer.id for answer in new)))


def remove_from_many(session: Session, code: Code, answers: Collection[int], coder: int) -> int:
    """Take the coder's code off answers, off their segments too; returns how many had it."""
    given = {**ids_given(answers), "code": code.id, "coder": coder}
    return len(set(session.connection().execute(_REMOVE, given).scalars()))


def coverage(session: Session, answers: Collection[int]) -> dict[int, Coverage]:
    """The codes of these answers, of all coders: on all of them or on some; else left out."""
    having = func.count(CodingRow.answer_id.distinct())
    query = (
        select(CodingRow.code_id, having)
        .where(CodingRow.answer_id.in_(among(answers)))
        .group_by(CodingRow.code_id)
    )
    all_ = len(set(answers))
    rows = session.connection().execute(query)
    return {code: "all" if count == all_ else "some" for code, count in rows}


def _refuse_unused(tree: CodeTree, code: Code) -> None:
    if code.status != "active":
        raise Problem(f"{' / '.join(tree.path(code.id))} is {code.status}.", "Use another code.")


def _marked(session: Session, question: Question, answers: Collection[int]) -> dict[int, _Answer]:
    given = {**ids_given(answers), "question": question.id}
    return {row[0]: _Answer(*row) for row in session.connection().execute(_MARKED, given)}


def _make_room(session: Session, code: Code, marked: Collection[int], coder: int) -> set[int]:
    gone = session.connection().execute(
        delete(CodingRow)
        .where(
            CodingRow.answer_id.in_(among(marked)),
            CodingRow.code_id != code.id,
            CodingRow.coder_id == coder,
        )
        .returning(CodingRow.answer_id)
    )
    return set(gone.scalars())


def _stored(
    session: Session, code: Code, marked: Collection[int], coder: int
) -> dict[int, tuple[int, int]]:
    """By answer: the id of the coder's coding of the whole answer, and its version."""
    given = {**ids_given(marked), "code": code.id, "coder": coder}
    rows = session.connection().execute(_STORED, given)
    return {answer: (id_, version) for answer, id_, version in rows}


def _move_to_text_in_use(session: Session, codings: Collection[int]) -> None:
    if codings:
        in_use = select(AnswerRow.version).where(AnswerRow.id == CodingRow.answer_id)
        session.connection().execute(
            update(CodingRow)
            .where(CodingRow.id.in_(among(codings)))
            .values(version=in_use.scalar_subquery())
        )


def _insert(
    session: Session,
    question: Question,
    code: Code,
    answers: Collection[_Answer],
    coder: int,
    score: int | None,
) -> None:
    origin = origin_of(score)
    insert_codings(
        session,
        (
            NewCoding(
                question.id, a.id, code.id, coder, a.version, None, None, origin, score, a.band
            )
            for a in answers
        ),
    )
