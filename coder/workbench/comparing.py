"""The texts of a question for the process that compares answers."""

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import func, select

from coder.study import Study
from coder.suggest.source import Source, Texts, portions
from coder.workbench.ids import among
from corpus.queries import IN_USE, Question
from corpus.tables import AnswerRow, VersionRow

_AT_ONCE = 1_000


def source_of(study: Study, question: Question) -> Source:
    """What is compared when answers of a question are: their texts in use.

    The texts are read a thousand at a time when they are asked for, each time in a transaction of
    its own, so that nobody's coding waits; it may take a second in all.
    """
    rows = (
        select(VersionRow.id, (AnswerRow.id.concat(VersionRow.sha256)).label("said"))
        .join(VersionRow, IN_USE)
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
        .subquery()
    )
    gathered = select(func.json_group_array(rows.c.id), func.group_concat(rows.c.said))
    with study.read() as session:
        ids, said = session.connection().execute(gathered).one()
    versions: list[int] = json.loads(ids)
    fingerprint = hashlib.sha256((said or "").encode()).hexdigest()

    def read() -> Iterator[Texts]:
        for at in range(0, len(versions), _AT_ONCE):
            yield from portions(_texts(study, versions[at : at + _AT_ONCE]))

    return Source(fingerprint, len(versions), read)


def _texts(study: Study, versions: list[int]) -> Texts:
    query = select(VersionRow.answer_id, VersionRow.text).where(VersionRow.id.in_(among(versions)))
    with study.read() as session:
        return session.connection().execute(query).all()
