"""Forms of the language that tell who writes when few of a size band write so (D8)."""

from collections import Counter
from collections.abc import Collection, Mapping
from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.quoting.piece import words_of
from corpus.queries import over_answers
from corpus.tables import PresenceRow, RespondentRow, VersionRow
from corpus.written_standard import written_standard

_DIALECT = frozenset(
    words_of(
        "æ æg jæ mæ dæ sæ itj ittj ittje itte dokker dåkker kordan korsen koss kæm kem ka koffer "
        "kofor nokka nåkka hainn hannj ferr vess mytji mæst bærre"
    )
)
_TELLING = 2


class Form(Enum):
    """A form of the language other than bokmål."""

    NYNORSK = "nynorsk"
    DIALECT = "dialect"


def form_of(text: str) -> Form | None:
    """The form a text is in; None for bokmål, other languages and what cannot be told."""
    words = words_of(text.casefold())
    if sum(word in _DIALECT for word in words) >= _TELLING:
        return Form.DIALECT
    return Form.NYNORSK if written_standard(text, "nb") == "nn" else None


def respondents_by_form(session: Session, bands: Collection[str]) -> Mapping[tuple[str, Form], int]:
    """How many respondents of some bands have an answer in each form; reads all their answers."""
    if not bands:
        return {}
    query = over_answers(select(RespondentRow.id, PresenceRow.band, VersionRow.text))
    rows = session.execute(query.where(PresenceRow.band.in_(list(bands))))
    who = {(id_, band, form_of(text)) for id_, band, text in rows}
    return Counter((band, form) for _, band, form in who if form is not None)
