"""Pseudonyms of respondents: drawn once, kept as long as the study lives, telling nothing."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from coder.cases.tables import CaseNumberRow
from corpus.language import Language
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import study_facts
from corpus.tables import PresenceRow, RespondentRow

_DISTRICT = re.compile(r"\bbydel|\bdistrict", re.IGNORECASE)
_NAMED = re.compile(r"(\w+)\s+(\d+)")


class CaseWord(StrEnum):
    """What kind of unit a pseudonym is the name of."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"


_WORDS: dict[Language, dict[CaseWord, str]] = {
    "nb": {CaseWord.MUNICIPALITY: "Kommune", CaseWord.DISTRICT: "Bydel"},
    "nn": {CaseWord.MUNICIPALITY: "Kommune", CaseWord.DISTRICT: "Bydel"},
    "en": {CaseWord.MUNICIPALITY: "Municipality", CaseWord.DISTRICT: "District"},
}


@dataclass(frozen=True, order=True)
class Case:
    """A respondent under its pseudonym; cases are ordered by kind and number."""

    is_district: bool
    number: int
    respondent: int
    key: str
    name: str

    def called(self, language: Language) -> str:
        """The pseudonym in a language, such as `Kommune 3`."""
        word = CaseWord.DISTRICT if self.is_district else CaseWord.MUNICIPALITY
        return f"{_WORDS[language][word]} {self.number}"


def unnumbered(session: Session) -> list[int]:
    """The respondents that have no pseudonym yet, by their ids."""
    known = select(CaseNumberRow.respondent_id)
    query = select(RespondentRow.id).where(RespondentRow.id.not_in(known))
    return list(session.scalars(query.order_by(RespondentRow.id)))


def number_cases(session: Session) -> int:
    """Give a pseudonym to each respondent that has none; returns how many got one.

    The order follows from the study's seed and the respondents' GUIDs alone; those who have a
    number keep it, and new ones go on after the last.
    """
    draw = session.scalar(select(func.max(CaseNumberRow.draw))) or 0
    return _give(session, unnumbered(session), draw)


def renumber(session: Session) -> int:
    """Draw all pseudonyms anew, in another order than ever before; returns how many there are."""
    draw = session.scalar(select(func.max(CaseNumberRow.draw)))
    session.execute(delete(CaseNumberRow))
    return _give(session, unnumbered(session), 0 if draw is None else draw + 1)


def cases(session: Session) -> list[Case]:
    """Every respondent that has a pseudonym, in the order of kind and number."""
    rows = session.execute(
        select(CaseNumberRow, RespondentRow.key, RespondentRow.name).join(
            RespondentRow, RespondentRow.id == CaseNumberRow.respondent_id
        )
    )
    return sorted(
        Case(row.word == CaseWord.DISTRICT, row.number, row.respondent_id, key, name)
        for row, key, name in rows
    )


def find_case(known: Sequence[Case], written: str) -> Case:
    """The case that a respondent's key or a pseudonym means, in any of the languages; or a Problem.

    A key goes before a pseudonym.
    """
    wanted = normalise(written).strip()
    for case in known:
        if case.key == wanted:
            return case
    named = _NAMED.fullmatch(wanted)
    if named:
        word, number = named[1].casefold(), int(named[2])
        for case in known:
            kind = CaseWord.DISTRICT if case.is_district else CaseWord.MUNICIPALITY
            if case.number == number and word in _called(kind):
                return case
    raise Problem(f"There is no case {written}.", "See who is which: fullkoding cases key STUDY")


def _called(word: CaseWord) -> set[str]:
    return {words[word].casefold() for words in _WORDS.values()}


def _give(session: Session, respondents: Iterable[int], draw: int) -> int:
    seed = study_facts(session).seed
    guids = dict(session.execute(select(RespondentRow.id, RespondentRow.guid)).all())
    words = _kinds(session)
    highest = select(CaseNumberRow.word, func.max(CaseNumberRow.number))
    last = Counter(dict(session.execute(highest.group_by(CaseNumberRow.word)).all()))
    drawn = sorted(respondents, key=lambda each: _shuffled(guids[each], seed, draw))
    for respondent in drawn:
        word = words.get(respondent, CaseWord.MUNICIPALITY)
        last[word] += 1
        session.add(
            CaseNumberRow(respondent_id=respondent, word=word, number=last[word], draw=draw)
        )
    session.flush()
    return len(drawn)


def _kinds(session: Session) -> dict[int, CaseWord]:
    """What kind of unit each respondent was in its latest wave."""
    query = select(PresenceRow.respondent_id, PresenceRow.kind).order_by(PresenceRow.wave)
    return {
        respondent: CaseWord.DISTRICT if _DISTRICT.search(kind) else CaseWord.MUNICIPALITY
        for respondent, kind in session.execute(query)
    }


def _shuffled(guid: str, seed: int, draw: int) -> bytes:
    return hashlib.sha256(f"{seed}:{draw}:{guid}".encode()).digest()
