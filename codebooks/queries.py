"""Codebooks out of the study, as frozen trees."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from codebooks.tables import CodebookRow, CodebookUseRow, CodeRow
from codebooks.tree import Code, CodeTree


def codebook_of(session: Session, question_id: int) -> CodeTree:
    """The codebook that a question is coded with."""
    used = select(CodebookUseRow.codebook_id).where(CodebookUseRow.question_id == question_id)
    return read_codebook(session, session.scalars(used).one())


def read_codebook(session: Session, codebook_id: int) -> CodeTree:
    """One codebook with all its codes, merged ones too."""
    book = session.get_one(CodebookRow, codebook_id)
    rows = session.execute(
        select(
            CodeRow.id,
            CodeRow.guid,
            CodeRow.parent_id,
            CodeRow.name,
            CodeRow.number,
            CodeRow.position,
            CodeRow.status,
            CodeRow.merged_into_id,
            CodeRow.definition,
            CodeRow.outcome,
            CodeRow.include,
            CodeRow.exclude,
            CodeRow.color,
            CodeRow.symbol,
            CodeRow.locked,
        )
        .where(CodeRow.codebook_id == codebook_id)
        .order_by(CodeRow.id)
    )
    return CodeTree(
        book.id,
        book.guid,
        book.name,
        bool(book.single),
        bool(book.ordered),
        tuple(map(_code, rows)),
        bool(book.locked),
    )


def _code(row: Row[*tuple[Any, ...]]) -> Code:
    fields: tuple[Any, ...] = (*row[:9], bool(row[9]), *row[10:14], bool(row[14]))
    return Code(*fields)


def questions_using(session: Session, codebook_id: int) -> list[int]:
    """The ids of the questions that are coded with a codebook."""
    used = select(CodebookUseRow.question_id).where(CodebookUseRow.codebook_id == codebook_id)
    return list(session.scalars(used.order_by(CodebookUseRow.question_id)))
