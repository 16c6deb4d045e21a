"""What is masked in the answers, for the researcher's own eyes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coder.results.quotes import study_finder
from corpus.privacy.own_names import called
from corpus.queries import Question, find_question, over_answers, questions
from corpus.tables import AnswerRow, PresenceRow, RespondentRow, VersionRow

_AROUND = 30


@dataclass(frozen=True)
class MaskedPiece:
    """A piece of an answer that is masked, with the words around it, and as what."""

    question: str
    respondent: str
    excerpt: str
    category: str


def list_hits(session: Session, key: str = "") -> Iterator[MaskedPiece]:
    """Every masked piece in the answers of one question, or of all."""
    finder = study_finder(session, reading=True)
    for question in [find_question(session, key)] if key else questions(session):
        for respondent, name, text in _texts(session, question):
            for hit in finder.find(text, [name] if name else []):
                excerpt = (
                    f"{text[max(0, hit.start - _AROUND) : hit.start]}"
                    f"»{text[hit.start : hit.end]}«{text[hit.end : hit.end + _AROUND]}"
                )
                yield MaskedPiece(question.full_key, respondent, excerpt, hit.category.value)


def _texts(session: Session, question: Question) -> list[tuple[str, str, str]]:
    """Respondent, own name with its kind, and text of every answer."""
    rows = session.execute(
        over_answers(
            select(RespondentRow.key, RespondentRow.name, PresenceRow.kind, VersionRow.text)
        )
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    )
    return [(key, called(name, kind), text) for key, name, kind, text in rows]
