"""Which codings there are, and which a file adds or replaces."""

from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from coder.batch.desk import Answer
from coder.bulk_coding import NewCoding, insert_codings
from coder.segments import Segment
from coder.tables import CodingRow
from corpus.problems import Problem


@dataclass(frozen=True, slots=True)
class Place:
    """Where a coding stands: what must not be there twice. No segment: the whole answer."""

    answer: int
    code: int
    coder: int
    segment: Segment | None


@dataclass(frozen=True, slots=True)
class _Stored:
    """A coding in the study, and the version of the text it was made on."""

    id: int
    version: int


class Codings:
    """The codings of the study, and the changes to them that are not written yet."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stored = _stored(session)
        self._by_coder: dict[tuple[int, int], set[Place]] = defaultdict(set)
        for place in self._stored:
            self._by_coder[place.answer, place.coder].add(place)
        self._only: dict[tuple[int, int], int] = {}
        self._new: dict[Place, Answer] = {}
        self._moved: list[dict[str, int]] = []
        self._gone: list[int] = []
        self.unchanged = 0

    @property
    def added(self) -> int:
        """How many codings are new."""
        return len(self._new)

    def add(self, place: Place, answer: Answer, single: bool) -> None:
        """Put a code on an answer; where only one is taken, the coder's other codes give way.

        A coding made on an earlier version of the text is moved to this one. Raises a Problem when
        the file itself gives an answer two codes where one is taken.
        """
        if single:
            self._make_room(place)
        stored = self._stored.get(place)
        if stored is None and place not in self._new:
            self._new[place] = answer
            self._by_coder[place.answer, place.coder].add(place)
            return
        self.unchanged += 1
        if stored and stored.version != answer.version:
            self._moved.append({"coding": stored.id, "to": answer.version})
            self._stored[place] = replace(stored, version=answer.version)

    def write(self, origin: str) -> None:
        """Write all changes."""
        connection = self._session.connection()
        if self._moved:
            here = CodingRow.id == bindparam("coding")
            connection.execute(
                update(CodingRow).where(here).values(version=bindparam("to")), self._moved
            )
        for id_ in self._gone:
            connection.execute(delete(CodingRow).where(CodingRow.id == id_))
        new = (_coding(place, answer, origin) for place, answer in self._new.items())
        insert_codings(self._session, new)

    def _make_room(self, place: Place) -> None:
        if self._only.setdefault((place.answer, place.coder), place.code) != place.code:
            raise Problem(
                "An earlier row gives this answer another code, and it takes exactly one.",
                "Correct the file, or say: fullkoding question STUDY KEY --multiple",
            )
        mine = self._by_coder[place.answer, place.coder]
        for other in [each for each in mine if each.code != place.code]:
            mine.discard(other)
            self._gone.append(self._stored.pop(other).id)


def _coding(place: Place, answer: Answer, origin: str) -> NewCoding:
    segment = place.segment
    start, end = (segment.start, segment.end) if segment else (None, None)
    where = (answer.question_id, place.answer, place.code, place.coder)
    return NewCoding(*where, answer.version, start, end, origin, None, answer.band)


def _stored(session: Session) -> dict[Place, _Stored]:
    rows = session.execute(
        select(
            CodingRow.answer_id,
            CodingRow.code_id,
            CodingRow.coder_id,
            CodingRow.start_at,
            CodingRow.end_at,
            CodingRow.id,
            CodingRow.version,
        )
    )
    return {
        Place(answer, code, coder, _segment(start, end)): _Stored(id_, version)
        for answer, code, coder, start, end, id_, version in rows
    }


def _segment(start: int | None, end: int | None) -> Segment | None:
    return None if start is None or end is None else Segment(start, end)
