"""Flags on answers: set, taken off, read."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from coder.tables import FlagRow
from coder.workbench.filters import Flag
from coder.workbench.ids import AMONG_IDS, among, ids_given
from corpus.store.bulk import bulk_insert, next_id
from corpus.tables import AnswerRow

_FLAGS = select(FlagRow.answer_id, FlagRow.kind).where(FlagRow.answer_id.in_(AMONG_IDS))


def set_flag(session: Session, answers: Collection[int], flag: Flag, coder: int) -> int:
    """Put a coder's flag on answers; returns how many did not have it."""
    held = select(FlagRow.answer_id).where(
        FlagRow.answer_id.in_(among(answers)), FlagRow.kind == flag, FlagRow.coder_id == coder
    )
    there = session.scalars(select(AnswerRow.id).where(AnswerRow.id.in_(among(answers))))
    missing = sorted(set(there).difference(session.scalars(held)))
    first = next_id(session, FlagRow)
    rows = [(first + at, answer, flag.value, coder) for at, answer in enumerate(missing)]
    bulk_insert(session, FlagRow, ("id", "answer_id", "kind", "coder_id"), rows)
    return len(missing)


def unset_flag(session: Session, answers: Collection[int], flag: Flag) -> int:
    """Take a flag off answers, whoever put it there; returns how many had it."""
    gone = session.connection().execute(
        delete(FlagRow)
        .where(FlagRow.answer_id.in_(among(answers)), FlagRow.kind == flag)
        .returning(FlagRow.answer_id)
    )
    return len(set(gone.scalars()))


def flags_of(session: Session, answers: Collection[int]) -> Mapping[int, frozenset[Flag]]:
    """The flags of answers, of all coders; an answer without a flag is left out."""
    flags: dict[int, set[Flag]] = defaultdict(set)
    for answer, kind in session.connection().execute(_FLAGS, ids_given(answers)):
        flags[answer].add(Flag(kind))
    return {answer: frozenset(kinds) for answer, kinds in flags.items()}
