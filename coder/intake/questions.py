"""Questions of an import: each new one gets a codebook that starts with the outcome codes."""

import uuid
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.edits import new_codebook, use_codebook
from codebooks.outcomes import outcomes
from coder.intake.report import Tally, Wishes
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, StudyFacts, questions
from corpus.reading.records import QuestionRecord
from corpus.routing import store_routing
from corpus.tables import QuestionRow


def take_questions(
    session: Session,
    records: Iterable[QuestionRecord],
    wishes: Wishes,
    facts: StudyFacts,
    tally: Tally,
) -> dict[str, Question]:
    """Add the questions that are new; returns all of the file by their key."""
    stored = {question.key: question for question in _of_wave(session, wishes.wave)}
    position = session.scalar(select(func.max(QuestionRow.position))) or 0
    keys = []
    for record in records:
        keys.append(record.key)
        if record.key not in stored:
            tally.new_questions += 1
            _add(session, record, wishes.wave, facts, position + tally.new_questions)
    for key, routing in wishes.routings.items():
        if key not in keys:
            raise Problem(
                f"--asked-if names the question {key}, which is not in the file.",
                f"The questions: {', '.join(keys)}.",
            )
        store_routing(session, key, wishes.wave, routing)
    stored = {question.key: question for question in _of_wave(session, wishes.wave)}
    return {key: stored[key] for key in keys}


def _of_wave(session: Session, wave: str) -> list[Question]:
    return [question for question in questions(session) if question.wave == wave]


def _add(
    session: Session, record: QuestionRecord, wave: str, facts: StudyFacts, position: int
) -> None:
    row = QuestionRow(
        guid=str(uuid.uuid5(uuid.UUID(facts.guid), f"question:{record.key}@{wave}")),
        key=record.key,
        wave=wave,
        text=normalise(record.text),
        position=position,
        asked_if_variable_id=None,
        asked_if_value=None,
    )
    session.add(row)
    session.flush()
    name = f"{record.key}@{wave}" if wave else record.key
    use_codebook(session, row.id, new_codebook(session, name, outcomes(facts.language)))
