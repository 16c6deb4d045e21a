"""A study at a glance."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coder.queries import QuestionProgress, progress
from corpus.language import Language
from corpus.queries import Question, questions, study_facts
from corpus.tables import RespondentRow


@dataclass(frozen=True)
class Overview:
    """Title, language, respondents, and every question with how far its coding is."""

    title: str
    language: Language
    respondents: int
    questions: tuple[tuple[Question, QuestionProgress], ...]

    def as_json(self) -> dict[str, object]:
        """The form that other programs read."""
        return {
            "study": self.title,
            "language": self.language,
            "respondents": self.respondents,
            "questions": [
                {
                    "key": question.key,
                    "text": question.text,
                    "wave": question.wave or None,
                    "asked": done.asked,
                    "answered": done.answered,
                    "blank": done.blank,
                    "coded": done.coded,
                    "uncoded": done.uncoded,
                    "codes": done.codes,
                    "new_codes_last_50": done.new_codes,
                }
                for question, done in self.questions
            ],
        }


def overview(session: Session) -> Overview:
    """The study as it is now."""
    facts = study_facts(session)
    respondents = session.scalar(select(func.count()).select_from(RespondentRow)) or 0
    progressed = tuple((question, progress(session, question)) for question in questions(session))
    return Overview(facts.title, facts.language, respondents, progressed)
