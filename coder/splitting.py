"""A code that turns out to be several: its answers are sent to its parts, one by one or many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from codebooks.arranging import move_all, refuse_any_locked
from codebooks.edits import add_path, clean_name
from codebooks.naming.folding import folded
from codebooks.queries import read_codebook
from codebooks.tables import CodebookRow, CodeRow
from codebooks.tree import Code, CodeTree
from coder.bulk_coding import NewCoding, insert_codings
from coder.code_changes import give_code, portions
from coder.quoting.lead_ins import follow_split
from coder.tables import CoderRow, CodingRow
from corpus.problems import Problem
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, RespondentRow, VersionRow

_CODED = and_(VersionRow.answer_id == AnswerRow.id, VersionRow.number == CodingRow.version)


@dataclass(frozen=True, slots=True)
class SplitItem:
    """A piece of an answer that has the code, to be sent to a part.

    `coding_id` is that of the first coding of the piece; the codings of other coders on the same
    piece go along, and `coder` names all of them. `start` and `end` are None for a whole answer.
    `text` is what was coded, `answer` the whole answer, in the version that was coded.
    """

    coding_id: int
    answer_id: int
    question: str
    respondent: str
    text: str
    answer: str
    start: int | None
    end: int | None
    coder: str


def split_items(session: Session, code_id: int) -> list[SplitItem]:
    """The pieces that have a code, over all questions, in the order of the form and the file."""
    rows = session.execute(
        select(CodingRow, QuestionRow.key, QuestionRow.wave, RespondentRow.key, VersionRow.text)
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(QuestionRow, QuestionRow.id == CodingRow.question_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .join(VersionRow, _CODED)
        .where(CodingRow.code_id == code_id)
        .order_by(QuestionRow.wave, QuestionRow.position, QuestionRow.id, AnswerRow.id)
        .order_by(CodingRow.start_at, CodingRow.end_at, CodingRow.id)
    ).all()
    people = dict(session.execute(select(CoderRow.id, CoderRow.name)).all())
    found: dict[_Piece, list[Row[CodingRow, str, str, str, str]]] = defaultdict(list)
    for row in rows:
        found[_piece(row[0])].append(row)
    return [_item(same, people) for same in found.values()]


def make_parts(
    session: Session, tree: CodeTree, code: Code, names: Sequence[str], below: bool
) -> tuple[CodeTree, list[Code]]:
    """The parts of a code, right after it or under it; those that are there are taken as they are.

    Returns the tree as it is now and the parts. Raises a Problem for a part named like the code
    itself or one that is retired, for a fourth level, and a lock.
    """
    refuse_any_locked(session, tree, [code.id])
    wanted = list(dict.fromkeys(map(clean_name, names)))
    if not wanted:
        raise Problem("No part is named.", "Name the parts that the code falls into.")
    theme = code.id if below else code.parent_id
    above = tree.path(theme) if theme is not None else ()
    known, parts = tree.by_id.keys(), []
    for name in wanted:
        tree, part = add_path(session, tree, [*above, name])
        if part.id == code.id:
            raise Problem(f"{name} is the code that is split.", "Give its parts other names.")
        if part.status != "active":
            raise Problem(f"{' / '.join(tree.path(part.id))} is {part.status}.", "Use another.")
        parts.append(part.id)
    made = [id_ for id_ in parts if id_ not in known]
    if made and not below:
        tree = _stand_after(session, tree, code, made)
    return tree, [tree.by_id[id_] for id_ in parts]


def send(session: Session, coding_ids: Collection[int], part: Code) -> int:
    """Give pieces that were coded another code; see `send_to_all`."""
    return send_to_all(session, coding_ids, [part])


def send_to_all(session: Session, coding_ids: Collection[int], parts: Sequence[Code]) -> int:
    """Give the pieces of these codings the codes of all these parts instead of theirs.

    The codings of other coders with the same code on the same piece go along: it is the code that
    is split, not the work of one. Where a coder has given a part already, that coding stays, or
    the one made on the newer text. Returns how many pieces were sent; codings that are gone count
    for nothing. Raises a Problem for a part that is not active, one of another codebook, and
    several parts where an answer takes one code.
    """
    wanted = list({part.id: part for part in parts}.values())
    pieces = _pieces(session, coding_ids)
    _refuse(session, pieces, wanted)
    chosen = {part.id for part in wanted}
    staying = [
        each for piece, codings in pieces.items() if piece.code in chosen for each in codings
    ]
    leaving = [
        each for piece, codings in pieces.items() if piece.code not in chosen for each in codings
    ]
    for part in wanted:
        _copy(session, [each for each in staying if each.code_id != part.id], part.id)
    for part in wanted[1:]:
        _copy(session, leaving, part.id)
    _move(session, leaving, wanted[0].id)
    gone = {piece.code for piece in pieces} - chosen - {wanted[0].parent_id}
    follow_split(session, gone, wanted[0].id)
    return len(pieces)


def with_words(items: Iterable[SplitItem], words: Sequence[str]) -> list[SplitItem]:
    """The pieces in which a word begins with one of these, whatever its case and accents."""
    beginnings = [f" {folded(word)}" for word in words if word.strip()]
    return [
        item
        for item in items
        if any(beginning in f" {folded(item.text)}" for beginning in beginnings)
    ]


class _Piece(NamedTuple):
    """What a code stands on: codings of several coders may have it."""

    code: int
    answer: int
    version: int
    start: int | None
    end: int | None


def _piece(coding: CodingRow) -> _Piece:
    version = 0 if coding.start_at is None else coding.version
    return _Piece(coding.code_id, coding.answer_id, version, coding.start_at, coding.end_at)


def _item(rows: Sequence[Row[CodingRow, str, str, str, str]], people: dict[int, str]) -> SplitItem:
    coding, key, wave, respondent, answer = rows[0]
    return SplitItem(
        coding_id=coding.id,
        answer_id=coding.answer_id,
        question=f"{key}@{wave}" if wave else key,
        respondent=respondent,
        text=answer[coding.start_at : coding.end_at],
        answer=answer,
        start=coding.start_at,
        end=coding.end_at,
        coder=", ".join(dict.fromkeys(people[row[0].coder_id] for row in rows)),
    )


def _stand_after(session: Session, tree: CodeTree, code: Code, parts: Sequence[int]) -> CodeTree:
    """Put parts that were made right after the code that is split."""
    siblings = [each.id for each in tree.children(code.parent_id) if each.id not in parts]
    theme = tree.by_id[code.parent_id] if code.parent_id is not None else None
    moving = [tree.by_id[id_] for id_ in parts]
    move_all(session, tree, moving, theme, siblings.index(code.id) + 2)
    return read_codebook(session, tree.id)


def _pieces(session: Session, coding_ids: Collection[int]) -> dict[_Piece, list[CodingRow]]:
    """The pieces of these codings, each with the codings of all coders."""
    named: set[_Piece] = set()
    found: dict[_Piece, list[CodingRow]] = defaultdict(list)
    for some in portions(sorted(coding_ids)):
        named |= {*map(_piece, session.scalars(select(CodingRow).where(CodingRow.id.in_(some))))}
    codes = {piece.code for piece in named}
    for answers in portions(sorted({piece.answer for piece in named})):
        there = select(CodingRow).where(
            CodingRow.answer_id.in_(answers), CodingRow.code_id.in_(codes)
        )
        for coding in session.scalars(there.order_by(CodingRow.id)):
            if _piece(coding) in named:
                found[_piece(coding)].append(coding)
    return found


def _refuse(session: Session, pieces: Iterable[_Piece], parts: Sequence[Code]) -> None:
    if not parts:
        raise Problem("No part is named.", "Name the part that the answers go to.")
    for part in parts:
        if part.status != "active":
            raise Problem(f"{part.name} is {part.status}.", "Use another code.")
    codes = {part.id for part in parts} | {piece.code for piece in pieces}
    books = set(session.scalars(select(CodeRow.codebook_id).where(CodeRow.id.in_(codes))))
    if len(books) > 1:
        raise Problem("A code is split within its own codebook.", "Name codes of that codebook.")
    if len(parts) > 1 and any(session.get_one(CodebookRow, book).single for book in books):
        raise Problem("An answer takes exactly one code here.", "Send it to one part.")


def _copy(session: Session, codings: Sequence[CodingRow], part: int) -> None:
    """Put a part beside the codes that pieces have; of two the newer text's stays."""
    there: dict[tuple[int, int, int | None, int | None], CodingRow] = {}
    for answers in portions(sorted({coding.answer_id for coding in codings})):
        having = select(CodingRow).where(
            CodingRow.answer_id.in_(answers), CodingRow.code_id == part
        )
        there |= {_place(coding): coding for coding in session.scalars(having)}
    new: dict[tuple[int, int, int | None, int | None], NewCoding] = {}
    for coding in sorted(codings, key=lambda each: (each.version, each.id)):
        known = there.get(_place(coding))
        if known is None:
            new[_place(coding)] = _like(coding, part)
        else:
            known.version = max(known.version, coding.version)
    session.flush()
    insert_codings(session, new.values())


def _move(session: Session, codings: Sequence[CodingRow], part: int) -> None:
    sources = sorted({coding.code_id for coding in codings})
    answer_of = {coding.id: coding.answer_id for coding in codings}
    for ids in portions(sorted(answer_of)):
        answers = {answer_of[id_] for id_ in ids}
        beside = and_(CodingRow.code_id == part, CodingRow.answer_id.in_(answers))
        give_code(session, sources, part, or_(CodingRow.id.in_(ids), beside))


def _place(coding: CodingRow) -> tuple[int, int, int | None, int | None]:
    return coding.answer_id, coding.coder_id, coding.start_at, coding.end_at


def _like(coding: CodingRow, code: int) -> NewCoding:
    return NewCoding(
        coding.question_id,
        coding.answer_id,
        code,
        coding.coder_id,
        coding.version,
        coding.start_at,
        coding.end_at,
        coding.origin,
        coding.score,
        coding.band or "",
    )
