"""Short summaries of what a case says under a theme, in the researcher's own words."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.cases.tables import CaseSummaryRow
from coder.code_changes import portions
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.store.ids import among

LONGEST = 5000
"""Characters of a summary at most: longer ones are no summaries, and cells would not hold them."""


def summarise(session: Session, respondent: int, code: int, text: str, coder: int) -> bool:
    """Write the summary of a case under a code; returns whether that changed anything.

    Raises a Problem for a blank text and for one of more than `LONGEST` characters.
    """
    text = normalise(text).strip()
    if not text:
        raise Problem("A summary needs a text.", "To take one away: --remove")
    if len(text) > LONGEST:
        raise Problem(f"A summary has at most {LONGEST} characters.", "Write a shorter one.")
    row = _row(session, respondent, code)
    if row is None:
        session.add(
            CaseSummaryRow(respondent_id=respondent, code_id=code, text=text, coder_id=coder)
        )
    elif row.text == text:
        return False
    else:
        row.text, row.coder_id = text, coder
    session.flush()
    return True


def remove_summary(session: Session, respondent: int, code: int) -> None:
    """Take a summary away; a Problem when there is none."""
    row = _row(session, respondent, code)
    if row is None:
        raise Problem("There is no summary of the case here.", "Nothing was changed.")
    session.delete(row)
    session.flush()


def summaries(session: Session, codes: Collection[int]) -> dict[tuple[int, int], str]:
    """The summaries under some codes, by respondent and code."""
    rows = session.scalars(select(CaseSummaryRow).where(CaseSummaryRow.code_id.in_(among(codes))))
    return {(row.respondent_id, row.code_id): row.text for row in rows}


def follow_merge(session: Session, merged: Mapping[int, int]) -> None:
    """Let summaries go on with what their codes have become; two of a case become one text."""
    for some in portions(list(merged)):
        rows = session.scalars(
            select(CaseSummaryRow)
            .where(CaseSummaryRow.code_id.in_(some))
            .order_by(CaseSummaryRow.id)
        ).all()
        for row in rows:
            there = _row(session, row.respondent_id, merged[row.code_id])
            if there is None:
                row.code_id = merged[row.code_id]
            else:
                if row.text not in there.text:
                    there.text = f"{there.text} {row.text}"
                session.delete(row)
            session.flush()


def _row(session: Session, respondent: int, code: int) -> CaseSummaryRow | None:
    query = select(CaseSummaryRow).where(
        CaseSummaryRow.respondent_id == respondent, CaseSummaryRow.code_id == code
    )
    return session.scalars(query).one_or_none()
