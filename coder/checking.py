"""What is not finished in a study, and whether the file is whole."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.actions import changed_answers
from coder.integrity import check_connection
from coder.modes import several_codes
from coder.queries import uncoded_answers
from coder.quoting.decisions import demands_approval
from coder.results.approvals import unapproved
from coder.study import Study
from corpus.problems import Problem
from corpus.queries import Question, questions
from corpus.tables import AnswerRow, PresenceRow, RespondentRow

_SHOWN = 10


@dataclass(frozen=True)
class OpenAnswers:
    """Answers of one question that need a person, by respondent."""

    question: str
    respondents: tuple[str, ...]


@dataclass(frozen=True)
class Findings:
    """Answers without a code; coded on an earlier text; with several codes where one is taken;
    what is wrong with the file; and quotes whose wording is not approved.

    The quotes are open only where the study lets none but approved ones out (`demanded`).
    """

    uncoded: tuple[OpenAnswers, ...]
    changed: tuple[OpenAnswers, ...]
    several: tuple[OpenAnswers, ...]
    integrity: tuple[str, ...]
    unapproved: tuple[OpenAnswers, ...] = ()
    demanded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anything needs a person."""
        unfinished = self.uncoded or self.changed or self.several or self.integrity
        return bool(unfinished or (self.demanded and self.unapproved))

    def as_json(self) -> dict[str, object]:
        """The form that other programs read."""
        return {
            "uncoded": _flat(self.uncoded),
            "changed": _flat(self.changed),
            "several_codes": _flat(self.several),
            "unapproved_quotes": _flat(self.unapproved),
            "disclosure": [],
            "integrity": list(self.integrity) or "ok",
        }

    def lines(self) -> Iterator[str]:
        """The findings, a line each."""
        kinds = (
            (self.uncoded, "not coded"),
            (self.changed, "changed since coded"),
            (self.several, "with several codes"),
            (self.unapproved if self.demanded else (), "quoted and not approved"),
        )
        for found, what in kinds:
            for each in found:
                yield f"{each.question}: {len(each.respondents)} answers {what}: {_some(each)}"
        for fault in self.integrity:
            yield f"the file: {fault}"
        if not self.is_open:
            yield "All answers are coded and the file is whole."


def check_study(study: Study) -> Findings:
    """Everything in a study that needs a person.

    Of a damaged file that cannot be read otherwise only the damage is told.
    """
    with closing(sqlite3.connect(study.path)) as connection:
        faults = check_connection(connection)
    try:
        return replace(_unfinished(study), integrity=tuple(faults))
    except (Problem, SQLAlchemyError, LookupError):
        if not faults:
            raise
    return Findings((), (), (), tuple(faults))


def _unfinished(study: Study) -> Findings:
    with study.read() as session:
        known = questions(session)
        uncoded = [
            _named(session, question, uncoded_answers(session, question)) for question in known
        ]
        changed = [
            _named(session, question, changed_answers(session, question)) for question in known
        ]
        several = [
            _named(session, question, several_codes(session, question))
            for question in known
            if codebook_of(session, question.id).single
        ]
        quoted = unapproved(session, known)
        demanded = demands_approval(session)
    left = tuple(OpenAnswers(key, tuple(who)) for key, who in quoted.items())
    return Findings(_filled(uncoded), _filled(changed), _filled(several), (), left, demanded)


def _named(session: Session, question: Question, answers: Sequence[int]) -> OpenAnswers:
    wanted = set(answers)
    rows = session.execute(
        select(AnswerRow.id, RespondentRow.key)
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .join(RespondentRow, RespondentRow.id == PresenceRow.respondent_id)
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    )
    return OpenAnswers(question.full_key, tuple(key for id_, key in rows if id_ in wanted))


def _filled(found: Sequence[OpenAnswers]) -> tuple[OpenAnswers, ...]:
    return tuple(each for each in found if each.respondents)


def _flat(found: Sequence[OpenAnswers]) -> list[dict[str, str]]:
    return [
        {"question": each.question, "respondent": respondent}
        for each in found
        for respondent in each.respondents
    ]


def _some(found: OpenAnswers) -> str:
    more = " ..." if len(found.respondents) > _SHOWN else ""
    return ", ".join(found.respondents[:_SHOWN]) + more
