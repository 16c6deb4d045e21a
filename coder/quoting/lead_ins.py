"""Lead-in sentences of themes and codes: kept, and filled with numbers that nobody types."""

import re
from collections.abc import Collection, Mapping

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from coder.quoting.lead_in_tables import LeadInRow
from coder.tables import CodingRow
from corpus.normalise import normalise
from corpus.problems import Problem

PLACES = ("n", "base", "percent", "phrase")
"""What stands in braces in a lead-in for a number that is computed when it is printed."""

_PLACE = re.compile(r"\{([^{}]*)\}")


def lead_ins(session: Session) -> dict[int, str]:
    """The lead-ins of the study by code."""
    rows = session.execute(select(LeadInRow.code_id, LeadInRow.text))
    return dict(rows.all())


def set_lead_in(session: Session, code_id: int, text: str, coder: int) -> bool:
    """Write the lead-in of a code, or take it out where the text is blank.

    Returns whether anything changed. Raises a Problem for a place in braces that is not known.
    """
    wanted = normalise(text).strip()
    refuse_places(wanted)
    row = _row(session, code_id)
    if (row.text if row else "") == wanted:
        return False
    if row is None:
        session.add(LeadInRow(code_id=code_id, text=wanted, coder_id=coder))
    elif wanted:
        row.text, row.coder_id = wanted, coder
    else:
        session.delete(row)
    session.flush()
    return True


def refuse_places(text: str) -> None:
    """A Problem that names what may stand in braces, when something else does."""
    unknown = [place for place in _PLACE.findall(text) if place not in PLACES]
    if unknown or _PLACE.sub("", text).translate({ord("{"): "", ord("}"): ""}) != _PLACE.sub(
        "", text
    ):
        named = f"{{{unknown[0]}}}" if unknown else "A brace by itself"
        known = ", ".join(f"{{{place}}}" for place in PLACES)
        raise Problem(f"{named} is no number of a lead-in.", f"There are: {known}.")


def filled(text: str, values: Mapping[str, str]) -> str:
    """The lead-in with the numbers in their places."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)


def follow_merged(session: Session, merged: Mapping[int, int]) -> None:
    """Codes that became others: a lead-in goes to the code that stays, where that has none."""
    rows = session.scalars(select(LeadInRow).order_by(LeadInRow.id)).all()
    taken = {row.code_id for row in rows}
    for row in rows:
        stays = merged.get(row.code_id)
        if stays is None:
            continue
        if stays in taken:
            session.execute(delete(LeadInRow).where(LeadInRow.id == row.id))
        else:
            row.code_id = stays
            taken.add(stays)
    session.flush()


def follow_split(session: Session, codes: Collection[int], part: int) -> None:
    """Answers left some codes for a part: the lead-in of a code with none left goes there too.

    It stays where answers do, and where the part has one itself.
    """
    for code_id in sorted(set(codes) - {part}):
        coded = select(exists().where(CodingRow.code_id == code_id))
        if _row(session, part) is None and not session.scalar(coded):
            row = _row(session, code_id)
            if row is not None:
                row.code_id = part
                session.flush()


def copy_lead_ins(session: Session, became: Mapping[int, int]) -> None:
    """Give codes the lead-ins of those they were made like, where they have none."""
    for source, made in became.items():
        row = _row(session, source)
        if row is not None and _row(session, made) is None:
            session.add(LeadInRow(code_id=made, text=row.text, coder_id=row.coder_id))
            session.flush()


def _row(session: Session, code_id: int) -> LeadInRow | None:
    return session.scalars(select(LeadInRow).where(LeadInRow.code_id == code_id)).one_or_none()
