"""The label that stands behind the quotes of each question of a study."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.results.label_merging import FEWEST, Labelling, LabelRule, label_questions
from corpus.bands import UNKNOWN
from corpus.queries import Question, questions, study_facts
from corpus.tables import AnswerRow, PresenceRow

__all__ = ["FEWEST", "LabelRule", "Labelling", "study_labels", "thin_labels"]

MERGED = LabelRule()


def study_labels(session: Session, rule: LabelRule = MERGED) -> dict[int, Labelling]:
    """The labels of every question by its id.

    They are found for all questions of the study at once, so that they agree from file to file
    whichever questions are printed.
    """
    facts, sizes = study_facts(session), _sizes(session)
    asked = [question.id for question in questions(session)]
    every = [sizes.get(question, {}) for question in asked]
    return dict(zip(asked, label_questions(facts.scheme, facts.language, every, rule), strict=True))


def thin_labels(session: Session, asked: Sequence[Question], rule: LabelRule = MERGED) -> list[str]:
    """The labels of bands that stand for too few respondents who answered one of the questions.

    The usual label of those without a size says nothing, and is never thin.
    """
    facts, sizes = study_facts(session), _sizes(session)
    thin: dict[str, None] = {}
    for question in asked:
        for band in facts.scheme.names:
            if band == UNKNOWN and band not in facts.scheme.labels:
                continue
            if 0 < sizes.get(question.id, {}).get(band, 0) < rule.fewest:
                thin[facts.scheme.label(band, facts.language)] = None
    return list(thin)


def _sizes(session: Session) -> Mapping[int, Mapping[str, int]]:
    """For every question the respondents who answered it with text, by band."""
    rows = session.execute(
        select(AnswerRow.question_id, PresenceRow.band, func.count())
        .join(PresenceRow, PresenceRow.id == AnswerRow.presence_id)
        .where(AnswerRow.version > 0)
        .group_by(AnswerRow.question_id, PresenceRow.band)
    )
    found: dict[int, dict[str, int]] = {}
    for question, band, count in rows:
        found.setdefault(question, {})[band] = count
    return found
