"""What the suggestions know of a question, made in this process from what the study has."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from coder.suggest.coding_in_study import read_coding
from coder.workbench.texts import texts_of_question
from corpus.queries import Question

if TYPE_CHECKING:
    from coder.suggest.evaluating.evaluation import Past
    from coder.suggest.ranker.answers import Answers
    from coder.suggest.ranker.ranker import Ranker


def answers_of(session: Session, question: Question) -> "Answers":
    """All answers of a question as numbers; takes about a second for 10,000."""
    from coder.suggest.ranker.answers import Answers
    from coder.suggest.vectors.table import shipped_vectors

    texts = sorted((id_, text) for id_, text in texts_of_question(session, question))
    return Answers(texts, shipped_vectors())


def ranker_of(session: Session, question: Question) -> "Ranker":
    """What is known of a question now: the same codings, the same suggestions."""
    from coder.suggest.ranker.coefficients import shipped_coefficients
    from coder.suggest.ranker.ranker import Ranker

    answers = answers_of(session, question)
    ranker = Ranker(answers, shipped_coefficients(answers.kind))
    coding = read_coding(session, question)
    for code, said in coding.codes.items():
        ranker.set_code(code, said.text)
    for answer, (codes, order) in coding.coded.items():
        if answer in answers.rows:
            ranker.set_codes(answer, codes, order)
    return ranker


def past_of(session: Session, question: Question) -> "Past":
    """The coding of a question as it can be replayed; codes and texts are those of now."""
    from coder.suggest.evaluating.evaluation import Past

    tree = codebook_of(session, question.id)
    answers = answers_of(session, question)
    coding = read_coding(session, question, tree)
    in_order = sorted(coding.coded.items(), key=lambda each: each[1][1])
    return Past(
        answers=answers,
        texts=dict(texts_of_question(session, question)),
        codes={code: said.text for code, said in coding.codes.items()},
        names={code.id: code.name for code in tree.walk()},
        history=[(answer, *coded) for answer, coded in in_order if answer in answers.rows],
    )
