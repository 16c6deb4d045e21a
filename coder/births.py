"""When and at which answer each code was born, read from the history."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.queries import questions_using
from codebooks.tables import CodeRow
from codebooks.tree import CodeTree
from coder.made_in import made_in
from coder.tables import CodingRow
from coder.workbench.ids import among
from corpus.queries import questions
from corpus.store.tables import StepRow
from corpus.tables import AnswerRow, PresenceRow, QuestionRow, RespondentRow


@dataclass(frozen=True, slots=True)
class Use:
    """A coding: when (UTC, ISO 8601), by whom, in which step, and of which answer.

    `question` is its full key, `respondent` the answer's key.
    """

    at: str
    coder: str
    step: int
    question: str
    respondent: str
    answer_id: int


@dataclass(frozen=True, slots=True)
class Birth:
    """The making of a code: when (UTC, ISO 8601), by whom, in which step, at which answer.

    Question and respondent are "" and `answer_id` None when it was not made at an answer, but in
    the codebook or by a file; then `first_used` is the first of the codings that have the code now
    (None: there is none). An answer that is gone since has no id.
    """

    at: str
    coder: str
    step: int
    question: str = ""
    respondent: str = ""
    answer_id: int | None = None
    first_used: Use | None = None

    @property
    def at_an_answer(self) -> bool:
        """Whether somebody made the code while an answer was open."""
        return bool(self.respondent)


@dataclass(frozen=True, slots=True)
class _Made:
    at: str
    coder: str
    kind: str
    said: Mapping[str, object]


def births(session: Session, tree: CodeTree) -> dict[int, Birth]:
    """By code id when, by whom and at which answer every code of a codebook was made.

    Merged codes are told too. What was undone and done again counts as the first time. A coding
    that came to a code by a merge counts as its use. A code older than the history is left out.
    """
    steps = made_in(session, CodeRow, tree.by_id)
    made = _steps(session, steps.values())
    places = _Places(session, tree)
    found = {code: places.birth(step, made[step]) for code, step in steps.items() if step in made}
    elsewhere = [code for code, birth in found.items() if not birth.at_an_answer]
    used = _first_uses(session, elsewhere)
    return {code: replace(birth, first_used=used.get(code)) for code, birth in found.items()}


def _steps(session: Session, ids: Iterable[int]) -> dict[int, _Made]:
    query = select(
        StepRow.id, StepRow.at, StepRow.coder_name, StepRow.kind, StepRow.parameters
    ).where(StepRow.id.in_(among(set(ids))))
    return {
        id_: _Made(at, coder, kind, json.loads(said))
        for id_, at, coder, kind, said in session.connection().execute(query)
    }


class _Places:
    """The questions of a codebook, to find the answers that its codes were made at."""

    def __init__(self, session: Session, tree: CodeTree) -> None:
        self._session = session
        using = set(questions_using(session, tree.id))
        known = sorted(questions(session), key=lambda each: (each.id in using, each.wave))
        self._questions = {each.key.casefold(): each for each in known}
        self._questions |= {each.full_key.casefold(): each for each in known}
        self._answers: dict[int, dict[str, int]] = {}

    def birth(self, step: int, made: _Made) -> Birth:
        """The birth of a code in a step."""
        key, respondent = str(made.said.get("question", "")), made.said.get("answer")
        if not isinstance(respondent, str) or not respondent:
            return Birth(made.at, made.coder, step)
        question = self._questions.get(key.casefold())
        if question is None:
            return Birth(made.at, made.coder, step, key, respondent)
        if question.id not in self._answers:
            self._answers[question.id] = self._read(question.id)
        answer = self._answers[question.id].get(respondent)
        return Birth(made.at, made.coder, step, question.full_key, respondent, answer)

    def _read(self, question: int) -> dict[str, int]:
        query = (
            select(RespondentRow.key, AnswerRow.id)
            .join(PresenceRow, PresenceRow.respondent_id == RespondentRow.id)
            .join(AnswerRow, AnswerRow.presence_id == PresenceRow.id)
            .where(AnswerRow.question_id == question)
        )
        return dict(self._session.connection().execute(query).all())


def _first_uses(session: Session, codes: Collection[int]) -> dict[int, Use]:
    """By code the first of the codings it has now."""
    earliest = (
        select(func.min(CodingRow.id))
        .where(CodingRow.code_id.in_(among(codes)))
        .group_by(CodingRow.code_id)
    )
    query = (
        select(
            CodingRow.id,
            CodingRow.code_id,
            QuestionRow.key,
            QuestionRow.wave,
            RespondentRow.key,
            AnswerRow.id,
        )
        .join(AnswerRow, AnswerRow.id == CodingRow.answer_id)
        .join(QuestionRow, QuestionRow.id == AnswerRow.question_id)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .where(CodingRow.id.in_(earliest))
    )
    rows = session.connection().execute(query).all()
    steps = made_in(session, CodingRow, [row[0] for row in rows])
    made = _steps(session, steps.values())
    uses = {}
    for coding, code, key, wave, respondent, answer in rows:
        step = steps.get(coding, 0)
        if step in made:
            full_key = f"{key}@{wave}" if wave else key
            at, coder = made[step].at, made[step].coder
            uses[code] = Use(at, coder, step, full_key, respondent, answer)
    return uses
