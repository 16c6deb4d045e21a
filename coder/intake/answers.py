"""Answers of an import: new ones are added, changed ones become a new version or stay."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from coder.intake.report import Changed, ChangedText, Tally, TextsChanged, Wishes
from corpus.normalise import fingerprint, normalise
from corpus.queries import IN_USE, Question
from corpus.reading.plan import Oddity
from corpus.reading.records import AnswerRecord
from corpus.routing import asked_presences
from corpus.store.bulk import bulk_insert, next_id
from corpus.tables import AnswerRow, VersionRow

Progress = Callable[[int], None]
Key = tuple[int, int]

_EVERY = 1000
_ANSWER_COLUMNS = ("id", "question_id", "presence_id", "version")
_VERSION_COLUMNS = ("id", "answer_id", "number", "text", "sha256")


@dataclass
class _Batch:
    """Rows to be written at the end, with the ids they will get."""

    next_answer: int
    next_version: int
    answers: list[tuple[int, int, int, int]] = field(default_factory=list)
    versions: list[tuple[int, int, int, str, str]] = field(default_factory=list)
    filled: list[dict[str, int]] = field(default_factory=list)
    unsettled: list[ChangedText] = field(default_factory=list)
    coded: list[tuple[AnswerRecord, int]] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)

    def add_answer(self, key: Key, version: int) -> int:
        id_ = self.next_answer + len(self.answers)
        self.answers.append((id_, *key, version))
        return id_

    def add_version(self, answer_id: int, number: int, text: str) -> None:
        id_ = self.next_version + len(self.versions)
        self.versions.append((id_, answer_id, number, text, fingerprint(text)))


@dataclass(frozen=True)
class _Stored:
    answer_id: int
    version: int
    text: str


def take_answers(
    session: Session,
    records: Iterable[AnswerRecord],
    questions: Mapping[str, Question],
    presences: Mapping[str, int],
    wishes: Wishes,
    tally: Tally,
    progress: Progress,
) -> tuple[list[tuple[AnswerRecord, int]], list[Oddity]]:
    """Write the answers; returns those that bring codes, with their answer ids, and oddities.

    Raises TextsChanged when the wishes leave open what becomes of a changed text.
    """
    stored = _stored(session, questions.values())
    asked = {
        question.id: asked_presences(session, question)
        for question in questions.values()
        if question.asked_if
    }
    batch = _Batch(
        next_id(session, AnswerRow),
        next_id(session, VersionRow),
    )
    done = 0
    for done, record in enumerate(records, start=1):
        key = (questions[record.question].id, presences[record.respondent])
        is_asked = key[0] not in asked or key[1] in asked[key[0]]
        _take(batch, record, key, is_asked, stored.get(key), wishes, tally)
        if done % _EVERY == 0:
            progress(_EVERY)
    progress(done % _EVERY)
    if batch.unsettled:
        raise TextsChanged(batch.unsettled)
    _write(session, batch)
    return batch.coded, batch.oddities


def _take(
    batch: _Batch,
    record: AnswerRecord,
    key: Key,
    asked: bool,
    stored: _Stored | None,
    wishes: Wishes,
    tally: Tally,
) -> None:
    text = normalise(record.text)
    if "\ufffd" in text and "\ufffd" not in record.text:
        batch.oddities.append(
            Oddity(record.row, "text", "A character that cannot be stored became \ufffd.")
        )
    if not text.strip():
        _take_blank(batch, record, key, asked, stored, tally)
        return
    if not asked:
        sentence = f"{record.respondent} answered {record.question} without being asked; it counts."
        batch.oddities.append(Oddity(record.row, "not asked", sentence))
    if stored is None:
        answer_id = batch.add_answer(key, 1)
        batch.add_version(answer_id, 1, text)
        tally.new_answers += 1
    else:
        answer_id = stored.answer_id
        _update(batch, record, stored, text, wishes, tally)
    if record.codes:
        batch.coded.append((record, answer_id))


def _take_blank(
    batch: _Batch,
    record: AnswerRecord,
    key: Key,
    asked: bool,
    stored: _Stored | None,
    tally: Tally,
) -> None:
    if stored and stored.version:
        sentence = f"{record.respondent} left {record.question} blank; the earlier text stays."
        batch.oddities.append(Oddity(record.row, "text", sentence))
    if not asked:
        tally.not_asked += 1
        return
    tally.blanks += 1
    if stored is None:
        batch.add_answer(key, 0)


def _update(
    batch: _Batch,
    record: AnswerRecord,
    stored: _Stored,
    text: str,
    wishes: Wishes,
    tally: Tally,
) -> None:
    if stored.text == text:
        tally.unchanged += 1
        return
    if stored.version == 0:
        tally.new_answers += 1
        _new_version(batch, stored, 1, text)
        return
    change = ChangedText(record.row, record.respondent, record.question, stored.text, text)
    wish: Changed = wishes.decisions.get((record.respondent, record.question), wishes.changed)
    if wish == "ask":
        batch.unsettled.append(change)
    elif wish == "keep":
        tally.kept.append(change)
    else:
        tally.replaced.append(change)
        _new_version(batch, stored, stored.version + 1, text)


def _new_version(batch: _Batch, stored: _Stored, number: int, text: str) -> None:
    batch.add_version(stored.answer_id, number, text)
    batch.filled.append({"answer_id": stored.answer_id, "number": number})


def _stored(session: Session, questions: Iterable[Question]) -> dict[Key, _Stored]:
    """Answers there are, each with its latest version's number and the text in use."""
    latest = (
        select(func.max(VersionRow.number))
        .where(VersionRow.answer_id == AnswerRow.id)
        .correlate(AnswerRow)
        .scalar_subquery()
    )
    rows = session.execute(
        select(AnswerRow.question_id, AnswerRow.presence_id, AnswerRow.id, latest, VersionRow.text)
        .outerjoin(VersionRow, IN_USE)
        .where(AnswerRow.question_id.in_([question.id for question in questions]))
    )
    return {
        (question, presence): _Stored(answer, number or 0, text or "")
        for question, presence, answer, number, text in rows
    }


def _write(session: Session, batch: _Batch) -> None:
    bulk_insert(session, AnswerRow, _ANSWER_COLUMNS, batch.answers)
    bulk_insert(session, VersionRow, _VERSION_COLUMNS, batch.versions)
    if batch.filled:
        session.connection().execute(
            update(AnswerRow)
            .where(AnswerRow.id == bindparam("answer_id"))
            .values(version=bindparam("number")),
            batch.filled,
        )
