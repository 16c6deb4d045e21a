"""What the suggestions know of a question, read out of the study: its codes and its coding."""

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.tables import CodingRow
from coder.workbench.texts import texts_of_question
from corpus.queries import Question

if TYPE_CHECKING:
    from coder.suggest.evaluating.evaluation import Past
    from coder.suggest.ranker.answers import Answers
    from coder.suggest.ranker.ranker import Ranker
    from coder.suggest.vectors.table import WordVectors

CodedAnswer = tuple[int, frozenset[int], int]
"""An answer, its codes, and its order: answers coded later have larger numbers."""


def code_texts(session: Session, question: Question) -> dict[int, str]:
    """By id the codes that may be suggested, each with what helps to know it.

    That is its path, its definition and what it includes. Retired and merged codes are left out,
    and themes with codes under them that stand on no answer themselves.
    """
    query = select(CodingRow.code_id).where(CodingRow.question_id == question.id).distinct()
    return _texts_of(codebook_of(session, question.id), set(session.scalars(query)))


def _texts_of(tree: CodeTree, used: set[int]) -> dict[int, str]:
    active = [code for code in tree.walk() if code.status == "active"]
    themes = {code.parent_id for code in active} - used
    return {
        code.id: " ".join(filter(None, (*tree.path(code.id), code.definition, code.include)))
        for code in active
        if code.id not in themes
    }


def codings_in_order(session: Session, question: Question) -> list[CodedAnswer]:
    """The coded answers in the order in which they got the first of the codes they have now.

    Everyone's codings count, those of a segment as those of its answer. Retired codes are not
    told; an answer that has no others is left out.
    """
    known = code_texts(session, question).keys()
    query = select(CodingRow.answer_id, CodingRow.code_id, CodingRow.id).where(
        CodingRow.question_id == question.id
    )
    having: defaultdict[int, set[int]] = defaultdict(set)
    first: dict[int, int] = {}
    for answer, code, coding in session.connection().execute(query):
        if code in known:
            having[answer].add(code)
            first[answer] = min(coding, first.get(answer, coding))
    ordered = sorted(first, key=first.__getitem__)
    return [(answer, frozenset(having[answer]), first[answer]) for answer in ordered]


def answers_of(session: Session, question: Question) -> "Answers":
    """All answers of a question as numbers; takes about a second for 10,000."""
    from coder.suggest.ranker.answers import Answers

    texts = sorted((id_, text) for id_, text in texts_of_question(session, question))
    return Answers(texts, vectors_if_there())


def ranker_of(session: Session, question: Question) -> "Ranker":
    """What is known of a question now, in this process: the same codings, the same suggestions."""
    from coder.suggest.ranker.coefficients import shipped_coefficients
    from coder.suggest.ranker.ranker import Ranker

    answers = answers_of(session, question)
    ranker = Ranker(answers, shipped_coefficients(answers.kind))
    for code, text in code_texts(session, question).items():
        ranker.set_code(code, text)
    for answer, codes, order in codings_in_order(session, question):
        if answer in answers.rows:
            ranker.set_codes(answer, codes, order)
    return ranker


def past_of(session: Session, question: Question) -> "Past":
    """The coding of a question as it can be replayed; codes and texts are those of now."""
    from coder.suggest.evaluating.evaluation import Past

    tree = codebook_of(session, question.id)
    answers = answers_of(session, question)
    codings = codings_in_order(session, question)
    return Past(
        answers=answers,
        texts=dict(texts_of_question(session, question)),
        codes=code_texts(session, question),
        names={code.id: code.name for code in tree.walk()},
        history=[coding for coding in codings if coding[0] in answers.rows],
    )


def vectors_if_there() -> "WordVectors | None":
    """The table of word vectors; None in a package that comes without it."""
    from coder.suggest.vectors.table import shipped_vectors

    try:
        return shipped_vectors()
    except FileNotFoundError:
        return None
