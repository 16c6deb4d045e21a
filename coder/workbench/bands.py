"""The size band of rows that stand for several answers."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.workbench.duplicates import SameTexts
from coder.workbench.filters import GridRow
from coder.workbench.ids import AMONG_IDS, ids_given
from corpus.tables import AnswerRow, PresenceRow

SEVERAL = ""
"""The band of a row whose answers come from different bands."""

_BANDS = (
    select(AnswerRow.id, PresenceRow.band)
    .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
    .where(AnswerRow.id.in_(AMONG_IDS))
)


def band_of_each(session: Session, same: SameTexts, rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows; those whose identical answers come from several bands name none."""
    others = [id_ for row in rows if row.same > 1 for id_ in same.group_of(row.id)]
    if not others:
        return list(rows)
    bands = dict(session.connection().execute(_BANDS, ids_given(others)).all())
    return [
        replace(row, band=SEVERAL)
        if len({bands.get(id_, row.band) for id_ in same.group_of(row.id)}) > 1
        else row
        for row in rows
    ]
