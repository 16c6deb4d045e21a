"""Which answers have no code, and which of them comes next."""

from collections.abc import Collection, Sequence
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.tables import CodingRow
from coder.workbench.conditions import with_text
from coder.workbench.ids import read_ids
from corpus.queries import Question
from corpus.tables import AnswerRow


def uncoded_ids(session: Session, question: Question) -> set[int]:
    """The answers with text that have no code, of any coder."""
    uncoded = AnswerRow.id.not_in(select(CodingRow.answer_id))
    return set(read_ids(session, select(AnswerRow.id).where(*with_text(question), uncoded)))


def next_among(ids: Sequence[int], wanted: Collection[int], after: int | None = None) -> int | None:
    """The next wanted answer in a list; behind its end comes its beginning.

    `after` is where one stands (None, or not in the list: before the first). It is found too when
    it is the only one left; None when no answer of the list is wanted.
    """
    start = ids.index(after) + 1 if after in ids else 0
    places = chain(range(start, len(ids)), range(start)) if wanted else ()
    return next((ids[place] for place in places if ids[place] in wanted), None)
