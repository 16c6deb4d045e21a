"""Whether enough respondents stand behind each label of the quotes."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from coder.results.counts import Grouping, count_respondents
from corpus.queries import Question, study_facts

FEWEST = 10


def thin_labels(session: Session, questions: Sequence[Question]) -> list[str]:
    """The labels that stand for 1 to 9 respondents who answered one of these questions."""
    facts = study_facts(session)
    thin: dict[str, None] = {}
    for question in questions:
        sizes = count_respondents(session, question, Grouping("band"), "answered")
        for band in facts.scheme.names:
            if 0 < sizes.get(band, 0) < FEWEST:
                thin[facts.scheme.label(band, facts.language)] = None
    return list(thin)
