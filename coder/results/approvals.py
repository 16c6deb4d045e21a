"""Which quotes nobody has approved, or not as they are worded now."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from coder.quoting.decisions import NONE, Decisions, decisions_of, worded
from coder.quoting.printed_answers import PrintedAnswer, printed_answers
from coder.quoting.used import chosen_quotes
from coder.results.quotes import study_finder
from corpus.language import Language
from corpus.privacy.finder import Finder
from corpus.queries import Question, study_facts


def answers_quoted(session: Session, question: Question) -> list[PrintedAnswer]:
    """The answers that quotes of a question are taken from: of those chosen, else all coded."""
    chosen = {each.place.answer_id for each in chosen_quotes(session, [question]) if each.is_coded}
    return printed_answers(session, question, chosen or None)


def unapproved(session: Session, questions: Sequence[Question]) -> dict[str, list[str]]:
    """Whose quotes are not approved as they are worded now, by question; those with any.

    Only answers with an approval are searched for names, so that this is quick before the review.
    """
    facts, finder = study_facts(session), study_finder(session, reading=True)
    found: dict[str, list[str]] = {}
    for question in questions:
        decisions = decisions_of(session, question.id)
        left = [
            answer.respondent
            for answer in answers_quoted(session, question)
            if not is_approved(finder, answer, decisions.get(answer.place, NONE), facts.language)
        ]
        if left:
            found[question.full_key] = list(dict.fromkeys(left))
    return found


def is_approved(
    finder: Finder, answer: PrintedAnswer, decisions: Decisions, usual: Language
) -> bool:
    """Whether the wording that was approved is the one that would be printed now."""
    if not decisions.approved:
        return False
    now = worded(finder, answer.text, answer.names, decisions, usual)
    return decisions.approved == now.sha256
