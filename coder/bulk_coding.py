"""Many new codings at once: one line of the history for all of them."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy.orm import Session

from coder.tables import CodingRow
from corpus.store.bulk import bulk_insert, next_id


class NewCoding(NamedTuple):
    """A coding that is not stored yet, in the order of the table's columns.

    `start` and `end` are None for the whole answer; `band` is the respondent's.
    """

    question_id: int
    answer_id: int
    code_id: int
    coder_id: int
    version: int
    start: int | None
    end: int | None
    origin: str
    score: int | None
    band: str


def insert_codings(session: Session, codings: Iterable[NewCoding]) -> None:
    """Store codings that are not there yet."""
    first = next_id(session, CodingRow)
    rows = [(first + at, *coding) for at, coding in enumerate(codings)]
    bulk_insert(session, CodingRow, CodingRow.__table__.columns.keys(), rows)
